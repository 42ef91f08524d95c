pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// A wine's figures in a row: vintage, alcohol, temperature.
Flow {
    id: rail

    required property SceneView scene

    spacing: 30 * Theme.unit

    Repeater {
        model: rail.scene.facts

        Text {
            required property string modelData

            text: modelData
            color: rail.scene.theme.light
            font.family: rail.scene.chinese ? Theme.chineseText : Theme.latinTitle
            font.weight: Font.Medium
            font.features: { "lnum": 1 }
            font.pixelSize: rail.scene.chinese ? Theme.small : Theme.small * 1.15
            renderType: Text.NativeRendering
        }
    }
}
