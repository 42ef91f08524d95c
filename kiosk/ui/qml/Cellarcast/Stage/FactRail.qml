pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// A wine's figures in a row: vintage, alcohol, temperature.
Row {
    id: rail

    required property SceneView scene

    spacing: 26 * Theme.unit

    Repeater {
        model: rail.scene.facts

        Row {
            id: fact

            required property int index
            required property string modelData

            spacing: rail.spacing

            Rectangle {
                visible: fact.index > 0
                anchors.verticalCenter: figure.verticalCenter
                width: Theme.hairline
                height: figure.height * 0.7
                color: rail.scene.theme.light
                opacity: 0.5
            }

            Text {
                id: figure

                text: fact.modelData
                color: rail.scene.theme.light
                font.family: rail.scene.chinese ? Theme.chineseText : Theme.latinTitle
                font.weight: Font.Medium
                font.features: { "lnum": 1 }
                font.pixelSize: rail.scene.chinese ? Theme.small : Theme.small * 1.15
                renderType: Text.NativeRendering
            }
        }
    }
}
