pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Stage

// What the visitor keeps, and the one code that carries it to their phone.
Room {
    id: room

    readonly property list<var> kept: house.hearts
        .map(id => house.wines.find(wine => wine.id === id)).filter(wine => wine !== undefined)
    readonly property real high: leaf.height + captions    // nothing is told here
    readonly property real side: Math.floor(Math.min(high * (upright ? 0.5 : 1), leaf.width * (upright ? 1 : 0.42)))
    // Whole plural forms, from none to the most that a list holds.
    readonly property list<string> more: Array.from({ "length": 41 }, (_, count) => qsTr("and %n more", "", count))
    readonly property var code: kept.length > 0
        ? house.takeAway(qsTr("My wines"), more, side * Screen.devicePixelRatio) : ({})

    Rectangle {
        id: ground

        visible: (room.code.modules ?? 0) > 0
        x: Math.round(room.leaf.x)           // whole pixels, as the modules are
        y: Math.round(room.leaf.y)
        width: symbol.drawn
        height: symbol.drawn
        color: "#ffffff"

        CodeSymbol {
            id: symbol

            objectName: "takeAway"
            x: -Math.round((width - drawn) / 2)
            y: x
            source: room.code.code ?? ""
            modules: room.code.modules ?? 0
            side: room.side
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Code with your list")
        }
    }

    Column {
        id: words

        readonly property real from: ground.visible && !room.upright ? ground.width + Theme.gutter : 0

        x: room.leaf.x + from
        y: room.leaf.y + (ground.visible && room.upright ? ground.height + 20 * Theme.unit : 0)
        width: room.leaf.width - from
        spacing: 14 * Theme.unit

        Title {
            objectName: "listTitle"
            width: words.width
            inks: room.inks
            chinese: room.house.chinese
            size: Theme.heading * (room.upright ? 0.8 : 1)
            text: qsTr("My list")
            line: room.kept.length > 0 ? qsTr("Scan to keep the list on your phone. No app, no account.")
                : qsTr("Nothing on it yet. Look at a wine and tap its heart.")
        }

        Words {
            objectName: "listNames"
            visible: room.kept.length > 0
            width: words.width
            height: Math.min(implicitHeight, room.leaf.y + room.high - words.y - y)
            chinese: room.house.chineseWords
            plain: true
            color: room.inks.light
            elide: Text.ElideRight
            fontSizeMode: Text.Fit
            minimumPixelSize: Math.round(26 * Theme.unit)
            text: room.kept.map(wine => wine.name).join("\n")
        }
    }

    ListView {
        id: wines

        objectName: "kept"
        x: room.deck.x
        y: room.deck.y
        width: room.deck.width - 24 * Theme.unit
        height: room.deck.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: room.kept

        delegate: Slip {
            required property var modelData

            objectName: "kept-" + modelData.id
            width: wines.width
            height: Theme.touch
            inks: room.inks
            chinese: room.house.chineseWords
            mark: "♥"
            text: modelData.name
            note: qsTr("Tap to take it off")
            onTapped: room.house.heart(modelData.id)
        }
    }

    ScrollMark {
        of: wines
        inks: room.inks
    }

    Row {   // an empty list: where wines are
        visible: room.kept.length === 0
        x: room.deck.x
        y: room.deck.y

        Slip {
            objectName: "list-wines"
            visible: room.house.places.includes("wines")
            width: Math.floor(room.deck.width / 2)
            height: Math.floor(room.deck.height / 2)
            inks: room.inks
            chinese: room.house.chinese
            text: qsTr("The wines")
            note: qsTr("See and compare")
            onTapped: room.house.enter("wines")
        }

        Slip {
            objectName: "list-finder"
            visible: room.house.places.includes("finder")
            width: Math.floor(room.deck.width / 2)
            height: Math.floor(room.deck.height / 2)
            inks: room.inks
            chinese: room.house.chinese
            text: qsTr("Find my wine")
            note: qsTr("Five taps")
            onTapped: room.house.enter("finder")
        }
    }
}
