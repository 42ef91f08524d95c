pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Everything that is known of one wine.
Flickable {
    id: leaf

    required property HouseController house
    required property Inks inks
    required property var wine
    property bool narrow: false

    clip: true
    contentHeight: words.height
    boundsBehavior: Flickable.StopAtBounds

    Column {
        id: words

        width: leaf.width
        spacing: 14 * Theme.unit

        Title {
            width: parent.width
            size: Theme.heading * (leaf.narrow ? 0.72 : 0.9)
            inks: leaf.inks
            chinese: leaf.house.chineseWords
            text: leaf.wine.name
            line: leaf.wine.style
        }

        Words {
            width: parent.width
            chinese: leaf.house.chinese
            plain: true
            size: leaf.narrow ? Theme.small : Theme.body
            color: leaf.inks.light
            text: leaf.wine.facts.join(leaf.narrow ? "\n" : "  ·  ")
        }

        Repeater {
            model: [
                { "label": qsTr("Nose"), "text": leaf.wine.nose },
                { "label": qsTr("Palate"), "text": leaf.wine.palate },
                { "label": qsTr("Pair with"), "text": leaf.wine.pairing.join(leaf.house.chineseWords ? "、" : ", ") }
            ]

            Row {
                id: note

                required property var modelData

                spacing: 20 * Theme.unit

                Words {
                    id: label

                    width: 130 * Theme.unit
                    chinese: leaf.house.chinese
                    size: Theme.small
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Math.round(22 * Theme.unit)
                    maximumLineCount: 1
                    color: leaf.inks.light
                    opacity: 0.8
                    text: note.modelData.label
                }

                Words {
                    width: words.width - label.width - note.spacing
                    chinese: leaf.house.chineseWords
                    plain: true
                    color: leaf.inks.light
                    text: note.modelData.text
                }
            }
        }
    }
}
