pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// The wines: a tap brings one to the front and has it told; two can stand side by side.
Room {
    id: room

    readonly property list<var> wines: house.wines
    readonly property int at: Math.max(0, wines.findIndex(wine => wine.id === house.detail))
    readonly property var wine: wines.length > 0 ? wines[at] : null
    property string rival: ""                // id of the wine beside it
    readonly property var other: wines.find(each => each.id === rival) ?? null
    property bool comparing: false

    function choose(id: string): void {
        if (comparing && wine && id !== wine.id) {
            rival = id;
            house.hush();
            return;
        }
        rival = "";
        const chosen = wines.find(each => each.id === id);
        house.tell(chosen.scene, id);
    }

    Component.onCompleted: {
        if (house.detail === "" && wines.length > 0)
            choose(wines[0].id);
    }

    WineLeaf {
        visible: room.wine !== null
        x: room.leaf.x
        y: room.leaf.y
        width: room.other || (web.visible && !room.upright) ? room.leaf.width / 2 - 20 * Theme.unit : room.leaf.width
        height: room.leaf.height - (web.visible && room.upright ? web.height : 0)
        house: room.house
        inks: room.inks
        narrow: room.other !== null || room.upright
        wine: room.wine ?? ({ "name": "", "style": "", "facts": [], "nose": "", "palate": "", "pairing": [], "flavour": [] })
    }

    Loader {
        active: room.other !== null
        x: room.leaf.x + room.leaf.width / 2 + 20 * Theme.unit
        y: room.leaf.y
        width: room.leaf.width / 2 - 20 * Theme.unit
        height: room.leaf.height
        sourceComponent: WineLeaf {
            house: room.house
            inks: room.inks
            narrow: true
            wine: room.other
        }
    }

    Flavour {
        id: web

        visible: room.wine !== null && room.wine.flavour.length === 6 && room.other === null
        x: room.upright ? room.leaf.x : room.leaf.x + room.leaf.width - width
        y: room.leaf.y + room.leaf.height - height
        width: room.upright ? room.leaf.width : room.leaf.width / 2
        height: room.upright ? Math.min(330 * Theme.unit, room.leaf.height * 0.45) : room.leaf.height
        inks: room.inks
        chinese: room.house.chinese
        values: room.wine ? room.wine.flavour : []
    }

    ListView {
        id: list

        objectName: "wines"
        x: room.deck.x
        y: room.deck.y
        width: room.deck.width
        height: Math.floor(room.deck.height / 2)
        clip: true
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        model: room.wines

        delegate: Slip {
            required property var modelData

            objectName: "wine-" + modelData.id
            width: Math.floor(list.width / Math.min(3, Math.max(1, room.wines.length)))
            height: list.height
            inks: room.inks
            chinese: room.house.chineseWords
            text: modelData.name
            note: modelData.facts.length > 0 ? modelData.facts[0] : ""
            mark: room.house.hearts.includes(modelData.id) ? "♥" : ""
            chosen: modelData.id === room.wine?.id || modelData.id === room.rival
            onTapped: room.choose(modelData.id)
        }
    }

    Row {
        x: room.deck.x
        y: room.deck.y + room.deck.height - height

        Slip {
            objectName: "wine-heart"
            width: Math.floor(room.deck.width / 2)
            height: Math.floor(room.deck.height / 2)
            inks: room.inks
            chinese: room.house.chinese
            mark: kept ? "♥" : "♡"
            text: kept ? qsTr("On my list") : qsTr("Put on my list")
            readonly property bool kept: room.wine !== null && room.house.hearts.includes(room.wine.id)
            onTapped: room.house.heart(room.wine.id)
        }

        Slip {
            objectName: "wine-compare"
            visible: room.wines.length > 1
            width: Math.floor(room.deck.width / 2)
            height: Math.floor(room.deck.height / 2)
            inks: room.inks
            chinese: room.house.chinese
            text: room.other ? qsTr("Stop comparing") : qsTr("Compare with another")
            note: room.comparing && !room.other ? qsTr("Tap the second wine") : ""
            chosen: room.comparing
            onTapped: {
                room.comparing = !room.comparing;
                room.rival = "";
            }
        }
    }
}
