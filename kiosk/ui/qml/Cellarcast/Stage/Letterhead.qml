pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Whose story this is: the winery and its place, and the AI seal beside it.
Row {
    id: head

    required property SceneView scene

    layoutDirection: Qt.RightToLeft
    spacing: 26 * Theme.unit

    Seal {
        scene: head.scene
    }

    Column {
        spacing: 2 * Theme.unit

        Text {
            anchors.right: parent.right
            text: head.scene.winery
            color: head.scene.theme.light
            font.family: head.scene.chinese ? Theme.chineseTitle : Theme.latinTitle
            font.weight: Font.DemiBold
            font.pixelSize: head.scene.chinese ? Theme.text : Theme.text * 1.12
            renderType: Text.NativeRendering
        }

        Text {
            anchors.right: parent.right
            text: head.scene.place
            color: head.scene.theme.light
            font.family: head.scene.chinese ? Theme.chineseText : Theme.latinTitle
            font.weight: Font.Medium
            font.pixelSize: head.scene.chinese ? Theme.small * 0.93 : Theme.small * 1.05
            renderType: Text.NativeRendering
        }

        Text {
            anchors.right: parent.right
            visible: text.length > 0
            text: head.scene.aiLabel
            color: head.scene.theme.light
            font.family: Theme.latinTitle
            font.weight: Font.Medium
            font.pixelSize: Theme.small * 1.05
            renderType: Text.NativeRendering
        }
    }
}
