pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// One of two wines that are compared: how the web draws it, its name, its facts.
Column {
    id: column

    required property HouseController house
    required property Inks inks
    required property var wine
    property real free: Infinity             // height there is
    property bool alone: false               // no other to be told from
    property bool dashed: false              // drawn in outline, over the other
    property bool brief: false               // no more than its name and style

    spacing: 10 * Theme.unit

    Rectangle {
        visible: !column.alone && !column.dashed && column.wine.flavour.length === 6
        width: 72 * Theme.unit
        height: 24 * Theme.unit
        color: column.inks.wine
        border.color: column.inks.light
        border.width: Math.max(1, 2 * Theme.unit)
    }

    Row {
        visible: column.dashed && column.wine.flavour.length === 6
        height: 24 * Theme.unit
        spacing: 8 * Theme.unit

        Repeater {
            model: 4

            Rectangle {
                y: 10 * Theme.unit
                width: 12 * Theme.unit
                height: 4 * Theme.unit
                color: column.inks.light
            }
        }
    }

    Title {
        width: column.width
        size: Theme.heading * 0.72
        inks: column.inks
        chinese: column.house.chineseWords
        text: column.wine.name
        line: column.wine.style
    }

    Words {   // as many of the facts as find room
        readonly property int lines: Math.floor((column.free - y) / (1.36 * font.pixelSize))

        visible: !column.brief && lines > 0
        width: column.width
        maximumLineCount: Math.max(1, lines)
        elide: Text.ElideRight
        chinese: column.house.chinese
        plain: true
        size: Theme.small
        color: column.inks.light
        text: column.wine.facts.join("\n")
    }
}
