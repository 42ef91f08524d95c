pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Stage

// The live-stream rooms: code, state, hours.
Room {
    id: room

    readonly property list<var> rooms: house.rooms
    readonly property int pinned: rooms.findIndex(each => each.wine !== "")
    readonly property int at: {
        const asked = rooms.findIndex(each => each.id === house.detail);
        return Math.max(0, asked < 0 ? pinned : asked);
    }
    readonly property var live: rooms.length > 0 ? rooms[at] : null
    readonly property real side: Math.min(leaf.height, upright ? leaf.width * 0.8 : leaf.width * 0.4)

    Rectangle {
        id: code

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
        x: room.upright ? room.leaf.x : room.leaf.x + (code.visible ? room.side + Theme.gutter : 0)
        y: room.upright ? room.leaf.y + room.side + 20 * Theme.unit : room.leaf.y
        width: room.leaf.width - (x - room.leaf.x)
        spacing: 16 * Theme.unit

        Title {
            width: parent.width
            inks: room.inks
            chinese: room.house.chinese
            text: room.live ? room.live.state : qsTr("No live room yet")
            line: room.live ? room.live.name : ""
        }

        Words {   // the wine that somebody at the booth has pinned
            objectName: "pinnedHere"
            width: parent.width
            visible: text !== ""
            chinese: room.house.chineseWords
            color: room.inks.light
            text: room.live && room.live.wine !== "" ? qsTr("Being shown now: %1").arg(room.live.wine) : ""
        }

        Words {
            width: parent.width
            chinese: room.house.chinese
            plain: true
            color: room.inks.light
            text: room.live ? [room.live.notice, ...room.live.timetable].filter(Boolean).join("\n") : ""
        }
    }

    ListView {
        id: list

        objectName: "rooms"
        x: room.deck.x
        y: room.deck.y
        width: room.deck.width
        height: room.deck.height
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
