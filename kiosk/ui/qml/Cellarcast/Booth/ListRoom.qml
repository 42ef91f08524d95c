pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// What the visitor keeps.
Room {
    id: room

    readonly property list<var> kept: house.hearts
        .map(id => house.wines.find(wine => wine.id === id)).filter(wine => wine !== undefined)

    Title {
        x: room.leaf.x
        y: room.leaf.y
        width: room.leaf.width
        inks: room.inks
        chinese: room.house.chinese
        text: qsTr("My list")
        line: room.kept.length > 0 ? room.kept.map(wine => wine.name).join("\n")
            : qsTr("Nothing on it yet. In the wines, tap the heart.")
    }

    ListView {
        id: list

        objectName: "kept"
        x: room.deck.x
        y: room.deck.y
        width: room.deck.width
        height: room.deck.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: room.kept

        delegate: Slip {
            required property var modelData

            objectName: "kept-" + modelData.id
            width: list.width
            height: Theme.touch
            inks: room.inks
            chinese: room.house.chineseWords
            mark: "♥"
            text: modelData.name
            note: qsTr("Tap to take it off")
            onTapped: room.house.heart(modelData.id)
        }
    }
}
