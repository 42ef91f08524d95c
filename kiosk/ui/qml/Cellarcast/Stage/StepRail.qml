pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Where in the making we are: tallies like a cellar master's chalk marks on a barrel.
Row {
    id: rail

    required property SceneView scene

    spacing: 28 * Theme.unit

    Text {
        id: words

        text: rail.scene.step
        color: rail.scene.theme.light
        font.family: rail.scene.chinese ? Theme.chineseText : Theme.latinTitle
        font.weight: Font.Medium
        font.features: { "onum": 1 }
        font.pixelSize: rail.scene.chinese ? Theme.small : Theme.small * 1.15
        renderType: Text.NativeRendering
    }

    Row {
        anchors.verticalCenter: words.verticalCenter
        height: 34 * Theme.unit
        spacing: 15 * Theme.unit

        Repeater {
            model: rail.scene.steps

            Rectangle {
                required property int index

                readonly property bool here: index + 1 === rail.scene.stepNumber

                width: Math.round((here ? 5 : 3) * Theme.unit)
                height: Math.round((here ? 34 : 18) * Theme.unit)
                anchors.verticalCenter: parent?.verticalCenter
                color: rail.scene.theme.light
                opacity: index < rail.scene.stepNumber ? 1 : 0.4
                rotation: 6
                antialiasing: true
            }
        }
    }
}
