pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge
import Cellarcast.Stage

// The live-stream rooms: code, state, hours; and, while one is on air, its picture without sound.
Room {
    id: room

    readonly property list<var> rooms: house.rooms
    readonly property int pinned: rooms.findIndex(each => each.wine !== "")
    readonly property int at: {
        const asked = rooms.findIndex(each => each.id === house.detail);
        return Math.max(0, asked < 0 ? pinned : asked);
    }
    readonly property var live: rooms.length > 0 ? rooms[at] : null
    readonly property LiveWatch watch: house.watch
    readonly property string shown: live ? live.id : ""
    readonly property bool here: live !== null && watch.room === live.id
    readonly property bool begun: here && (watch.state === "opening" || watch.state === "showing")
    readonly property bool watching: here && watch.state === "showing"
    readonly property bool offered: live !== null && (live.watch || (here && watch.state !== ""))
    readonly property real side: Math.min(leaf.height, upright ? leaf.width * 0.8 : leaf.width * 0.4)

    onShownChanged: {   // a wine that is pinned brings its room to the front
        if (watch.room !== shown)
            watch.leave();
    }

    Rectangle {
        id: code

        objectName: "liveCode"

        visible: room.live !== null && room.live.code !== ""
        x: room.leaf.x
        y: room.leaf.y
        width: room.side
        height: room.side
        color: "#ffffff"

        CodeSymbol {
            anchors.fill: parent
            source: room.live ? room.live.code : ""
            modules: room.live ? room.live.modules : 0
            side: room.side
        }
    }

    Column {
        id: words

        x: room.upright ? room.leaf.x : room.leaf.x + (code.visible ? room.side + Theme.gutter : 0)
        y: room.upright ? room.leaf.y + room.side + 20 * Theme.unit : room.leaf.y
        width: room.leaf.width - (x - room.leaf.x)
        spacing: 16 * Theme.unit
        visible: !room.watching

        Title {
            width: parent.width
            inks: room.inks
            chinese: room.house.chinese
            text: room.live ? room.live.state : qsTr("No live room yet")
            line: room.live ? room.live.name : ""
        }

        Words {   // what has become of the picture
            id: says

            objectName: "watchSays"
            width: parent.width
            visible: text !== ""
            chinese: room.house.chinese
            plain: true
            color: room.inks.light
            text: !room.here ? ""
                : room.watch.state === "opening" ? qsTr("The live picture is on its way …")
                : room.watch.state === "lost" ? qsTr("The live picture does not come through here. The code works on your phone.") : ""
        }

        Words {   // the wine that somebody at the booth has pinned
            objectName: "pinnedHere"
            width: parent.width
            visible: text !== ""
            chinese: room.house.chineseWords
            color: room.inks.light
            text: room.live && room.live.wine !== "" ? qsTr("Being shown now: %1").arg(room.live.wine) : ""
        }

        Words {   // the hours can wait while it is on air and there is more to say
            readonly property var hours: room.live && says.text === "" ? room.live.timetable : []

            objectName: "roomHours"
            width: parent.width
            visible: text !== ""
            chinese: room.house.chinese
            plain: true
            color: room.inks.light
            text: room.live ? [room.live.notice, ...hours].filter(Boolean).join("\n") : ""
        }
    }

    Item {   // the picture in the words' place; the code stays beside it
        id: place

        visible: room.watching
        x: words.x
        y: words.y
        width: words.width
        height: room.leaf.y + room.leaf.height - y

        Words {
            id: muted

            width: parent.width
            chinese: room.house.chinese
            plain: true
            size: Theme.small
            color: room.inks.light
            text: room.live ? qsTr("%1, without sound").arg(room.live.state) : ""
        }

        LivePainter {
            id: painter

            readonly property real most: place.height - muted.height - 10 * Theme.unit

            objectName: "livePicture"
            y: muted.height + 10 * Theme.unit
            width: Math.round(Math.min(place.width, most * room.watch.aspect))
            height: Math.round(width / room.watch.aspect)
            watch: room.watch
        }
    }

    Slip {
        id: offer

        objectName: "watch-here"
        visible: room.offered
        x: room.deck.x
        y: room.deck.y + room.deck.height - height
        width: room.deck.width
        height: Theme.touch
        inks: room.inks
        chinese: room.house.chinese
        text: room.begun ? qsTr("Back to the card") : qsTr("Watch here")
        note: room.begun ? "" : qsTr("the live picture, without sound")
        chosen: room.begun
        onTapped: {
            if (room.begun)
                room.house.show(room.live.id);
            else
                room.house.watchLive(room.live.id);
        }
    }

    ListView {
        id: list

        objectName: "rooms"
        x: room.deck.x
        y: room.deck.y
        width: room.deck.width
        height: room.deck.height - (offer.visible ? offer.height : 0)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: room.rooms

        delegate: Slip {
            required property var modelData

            objectName: "room-" + modelData.id
            width: list.width
            height: Theme.touch
            inks: room.inks
            chinese: room.house.chinese
            text: modelData.name
            note: modelData.state
            chosen: modelData.id === room.live?.id
            onTapped: room.house.show(modelData.id)
        }
    }
}
