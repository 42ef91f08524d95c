pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// A wine's name and what the taster noted, set like the columns of a cellar book.
Column {
    id: notes

    required property SceneView scene
    property int rows: 3               // the last, what to eat with it, can stand elsewhere
    property real nameWidth: width     // what the presenter leaves free beside the name
    property int nameLines: 1

    spacing: 10 * Theme.unit

    Text {
        width: notes.nameWidth
        text: notes.scene.title
        color: notes.scene.theme.light
        font.family: notes.scene.chinese ? Theme.chineseTitle : Theme.latinTitle
        font.weight: Font.DemiBold
        font.pixelSize: Theme.seal * (notes.scene.chinese ? 1.05 : notes.nameLines > 1 ? 1.0 : 1.25)
        fontSizeMode: notes.nameLines > 1 ? Text.FixedSize : Text.HorizontalFit
        minimumPixelSize: Math.round(40 * Theme.unit)
        wrapMode: notes.nameLines > 1 ? Text.Wrap : Text.NoWrap
        maximumLineCount: notes.nameLines
        lineHeight: 0.9
        renderType: Text.NativeRendering
    }

    Text {
        width: notes.width
        text: notes.scene.line
        color: notes.scene.theme.light
        font.family: notes.scene.chinese ? Theme.chineseTitle : Theme.latinTitle
        font.weight: notes.scene.chinese ? Font.DemiBold : Font.Medium
        font.features: { "onum": 1 }
        font.pixelSize: notes.scene.chinese ? Theme.small : Theme.small * 1.2
        wrapMode: Text.Wrap
        maximumLineCount: 2
        bottomPadding: 6 * Theme.unit
        renderType: Text.NativeRendering
    }

    Repeater {
        model: notes.scene.noteLabels.slice(0, notes.rows)

        Row {
            id: row

            required property int index
            required property string modelData

            spacing: 20 * Theme.unit

            Text {
                id: label

                width: (notes.scene.chinese ? 74 : 118) * Theme.unit
                text: row.modelData
                color: notes.scene.theme.light
                opacity: 0.75
                font.family: notes.scene.chinese ? Theme.chineseText : Theme.latinTitle
                font.weight: Font.Medium
                font.features: notes.scene.chinese ? {} : { "smcp": 1 }
                font.pixelSize: notes.scene.chinese ? Theme.small * 0.93 : Theme.small
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.round(22 * Theme.unit)
                renderType: Text.NativeRendering
            }

            Text {
                width: notes.width - label.width - row.spacing
                text: notes.scene.noteTexts[row.index]
                color: notes.scene.theme.light
                font.family: notes.scene.chinese ? Theme.chineseText : Theme.latinTitle
                font.weight: Font.Medium
                font.features: { "onum": 1 }
                font.pixelSize: notes.scene.chinese ? Theme.small * 0.93 : Theme.small * 0.97
                lineHeight: 1.04
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
                renderType: Text.NativeRendering
            }
        }
    }
}
