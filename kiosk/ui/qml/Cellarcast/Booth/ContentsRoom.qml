pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// The house's table of contents, with the languages above it on the first touch.
Room {
    id: contents

    readonly property list<var> entries: [
        { "place": "story", "name": qsTr("The story"), "does": qsTr("Hear it told") },
        { "place": "making", "name": qsTr("The making"), "does": qsTr("Look inside") },
        { "place": "wines", "name": qsTr("The wines"), "does": qsTr("See and compare") },
        { "place": "origin", "name": qsTr("Where it grows"), "does": qsTr("Open the map") },
        { "place": "walk", "name": qsTr("A walk"), "does": qsTr("Look around") },
        { "place": "finder", "name": qsTr("Find my wine"), "does": qsTr("Five taps") },
        { "place": "ask", "name": qsTr("Questions"), "does": qsTr("Ask anything") },
        { "place": "live", "name": qsTr("Live now"), "does": qsTr("Meet the winery") }
    ].filter(entry => house.places.includes(entry.place))
    readonly property int columns: Math.max(1, Math.ceil(entries.length / rows))
    readonly property int rows: entries.length > 4 ? 2 : 1
    readonly property bool languagesShown: !house.reach || upright

    Title {
        x: contents.leaf.x
        y: contents.leaf.y + contents.leaf.height - height
        width: contents.leaf.width
        inks: contents.inks
        chinese: contents.house.chinese
        text: contents.house.chineseWords === contents.house.chinese ? contents.house.motto : contents.house.winery
        line: qsTr("Where shall we begin?")
    }

    Languages {
        id: languages

        visible: contents.languagesShown
        x: contents.deck.x
        y: contents.deck.y
        width: contents.deck.width
        house: contents.house
        inks: contents.inks
    }

    Grid {
        readonly property real free: contents.deck.height - (contents.languagesShown ? languages.height + 12 * Theme.unit : 0)

        x: contents.deck.x
        y: contents.deck.y + contents.deck.height - free
        columns: contents.columns

        Repeater {
            model: contents.entries

            Slip {
                required property var modelData

                objectName: "contents-" + modelData.place
                width: Math.floor(contents.deck.width / contents.columns)
                height: Math.floor((contents.deck.height - (contents.languagesShown ? languages.height + 12 * Theme.unit : 0)) / contents.rows)
                inks: contents.inks
                chinese: contents.house.chinese
                text: modelData.name
                note: modelData.does
                onTapped: contents.house.enter(modelData.place)
            }
        }
    }
}
