pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// The wines: a tap brings one to the front and has it told; two can stand side by side, their
// flavours over each other.
Room {
    id: room

    readonly property list<var> wines: house.wines
    readonly property int at: Math.max(0, wines.findIndex(wine => wine.id === house.detail))
    readonly property var wine: wines.length > 0 ? wines[at] : null
    property string rival: ""                // id of the wine beside it
    readonly property var other: wines.find(each => each.id === rival) ?? null
    property bool comparing: false
    property bool tasting: false             // the web in the place of the words
    readonly property bool drawn: wine !== null && wine.flavour.length === 6
        && (other === null || other.flavour.length === 6)
    readonly property bool webbed: drawn && (tasting || other !== null)
    readonly property real foot: leaf.y + leaf.height + captions    // two are looked at in silence

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

    function compare(): void {
        comparing = !comparing;
        rival = "";
        if (comparing && wines.length === 2)
            choose(wines[1 - at].id);        // there is no other choice
        else
            house.sound("touch");
    }

    Component.onCompleted: {
        if (house.detail === "" && wines.length > 0)
            choose(wines[0].id);
    }

    Loader {
        active: room.wine !== null && room.other === null && !room.webbed
        x: room.leaf.x
        y: room.leaf.y
        width: room.leaf.width
        height: room.leaf.height
        sourceComponent: WineLeaf {
            id: words

            house: room.house
            inks: room.inks
            narrow: room.upright
            wine: room.wine

            ScrollMark {
                of: words
                parent: words.parent
                inks: room.inks
                tone: room.inks.light
                thumb: room.inks.light
            }
        }
    }

    Loader {   // beside or above the web: whose it is
        id: first

        active: room.other !== null || room.webbed
        x: room.leaf.x
        y: room.leaf.y
        width: room.leaf.width * (room.upright ? 1 : room.other === null ? 0.5 : room.drawn ? 0.31 : 0.48)
        sourceComponent: WineBrief {
            objectName: "brief"
            house: room.house
            inks: room.inks
            brief: room.upright && room.other !== null
            free: room.upright ? Infinity : (room.other ? room.foot - room.leaf.y : room.leaf.height)
            alone: room.other === null
            wine: room.wine
        }
    }

    Loader {   // the other one at the right, or below
        id: second

        active: room.other !== null
        x: room.upright ? room.leaf.x : room.leaf.x + room.leaf.width - width
        y: room.upright ? room.foot - height : room.leaf.y
        // Upright, it has the captions' place, below the presenter.
        width: room.upright ? room.width - 2 * room.leaf.x : room.leaf.width * (room.drawn ? 0.31 : 0.48)
        sourceComponent: WineBrief {
            objectName: "otherBrief"
            house: room.house
            inks: room.inks
            brief: room.upright
            free: room.upright ? Infinity : room.foot - room.leaf.y
            dashed: true
            wine: room.other
        }
    }

    Flavour {
        id: web

        objectName: "web"
        visible: room.webbed
        x: room.leaf.x + (room.upright ? 0 : room.leaf.width * (room.other ? 0.32 : 0.54))
        y: room.upright ? first.y + first.height + 10 * Theme.unit : room.leaf.y
        width: room.leaf.width * (room.upright ? 1 : room.other ? 0.36 : 0.46)
        height: room.upright
            ? Math.min(width, (room.other ? second.y - 10 * Theme.unit : room.leaf.y + room.leaf.height) - y)
            : room.leaf.height
        inks: room.inks
        chinese: room.house.chinese
        values: room.wine ? room.wine.flavour : []
        others: room.other ? room.other.flavour : []
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
        id: deeds

        readonly property int count: (room.wines.length > 1 ? 2 : 1) + (taste.visible ? 1 : 0)
        readonly property real cell: Math.floor(room.deck.width / count)

        x: room.deck.x
        y: room.deck.y + room.deck.height - height

        Slip {
            objectName: "wine-heart"
            width: deeds.cell
            height: Math.floor(room.deck.height / 2)
            inks: room.inks
            chinese: room.house.chinese
            mark: kept ? "♥" : "♡"
            text: kept ? qsTr("On my list") : qsTr("Put on my list")
            readonly property bool kept: room.wine !== null && room.house.hearts.includes(room.wine.id)
            onTapped: room.house.heart(room.wine.id)
        }

        Slip {
            id: taste

            objectName: "wine-taste"
            visible: room.drawn && room.other === null
            width: deeds.cell
            height: Math.floor(room.deck.height / 2)
            inks: room.inks
            chinese: room.house.chinese
            text: room.tasting ? qsTr("Its description") : qsTr("Its flavour")
            onTapped: {
                room.tasting = !room.tasting;
                room.house.sound("touch");
            }
        }

        Slip {
            objectName: "wine-compare"
            visible: room.wines.length > 1
            width: deeds.cell
            height: Math.floor(room.deck.height / 2)
            inks: room.inks
            chinese: room.house.chinese
            text: room.other ? qsTr("Stop comparing") : qsTr("Compare with another")
            note: room.comparing && !room.other ? qsTr("Tap the second wine") : ""
            chosen: room.comparing && room.other === null
            onTapped: room.compare()
        }
    }
}
