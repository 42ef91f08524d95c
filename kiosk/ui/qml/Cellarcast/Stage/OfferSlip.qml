pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// In a broadcast: the wine that is to be had in this live room, on a slip of label paper. It comes
// and goes like light, and keeps to its corner.
Rectangle {
    id: slip

    required property SceneView scene
    property real measure: 480 * Theme.unit          // the widest it becomes

    readonly property real inset: 22 * Theme.unit
    readonly property bool wanted: scene.offerName !== ""
    readonly property real room: measure - 2 * inset
    property string told                             // kept while it fades
    property string year

    width: Math.round(Math.max(words.implicitWidth, name.paintedWidth, vintage.implicitWidth) + 2 * inset)
    height: Math.round(lines.height + 1.5 * inset)
    color: scene.theme.paper
    opacity: wanted ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.settle
            easing.type: Easing.InOutQuad
        }
    }

    Binding on told {
        when: slip.wanted
        value: slip.scene.offerName
        restoreMode: Binding.RestoreNone
    }

    Binding on year {
        when: slip.wanted
        value: slip.scene.offerVintage
        restoreMode: Binding.RestoreNone
    }

    Rectangle {
        width: parent.width
        height: 4 * Theme.unit
        color: slip.scene.theme.wine
    }

    Column {
        id: lines

        x: slip.inset
        y: Math.round(0.9 * slip.inset)
        spacing: 2 * Theme.unit

        Text {
            id: words

            text: slip.scene.offerWords
            color: slip.scene.theme.accent
            font.family: slip.scene.chinese ? Theme.chineseText : Theme.latinTitle
            font.weight: Font.DemiBold
            font.pixelSize: slip.scene.chinese ? Theme.small * 0.9 : Theme.small
            renderType: Text.NativeRendering
        }

        Text {
            id: name

            // No character of a Chinese name is left alone on a second line.
            readonly property real whole: slip.room / (1.02 * Math.max(1, text.length))

            objectName: "offerName"
            width: slip.room
            text: slip.told
            textFormat: Text.PlainText
            color: slip.scene.theme.ink
            font.family: slip.scene.chinese ? Theme.chineseTitle : Theme.latinTitle
            font.weight: Font.DemiBold
            font.pixelSize: slip.scene.chinese ? (whole > 0.7 * Theme.text ? Math.min(Theme.text, whole) : Theme.text)
                : Theme.text * 1.1
            lineHeight: slip.scene.chinese ? 1.1 : 0.95
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            renderType: Text.NativeRendering
        }

        Text {
            id: vintage

            visible: text !== ""
            text: slip.year
            color: slip.scene.theme.ink
            font.family: slip.scene.chinese ? Theme.chineseText : Theme.latinTitle
            font.weight: Font.Medium
            font.features: { "lnum": 1 }
            font.pixelSize: slip.scene.chinese ? Theme.small * 0.9 : Theme.small
            renderType: Text.NativeRendering
        }
    }
}
