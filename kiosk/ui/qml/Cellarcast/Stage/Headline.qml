pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Title and line, set across: Latin everywhere, Chinese on upright screens.
Column {
    id: headline

    required property SceneView scene

    spacing: 14 * Theme.unit

    Text {
        width: headline.width
        text: headline.scene.title
        color: headline.scene.theme.light
        font.family: headline.scene.chinese ? Theme.chineseTitle : Theme.latinTitle
        font.weight: Font.DemiBold
        font.pixelSize: headline.scene.chinese ? Theme.title * 0.92 : Theme.title * 1.08
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.round(65 * Theme.unit)
        maximumLineCount: 1
        renderType: Text.NativeRendering
    }

    Text {
        width: headline.width
        visible: text.length > 0
        text: headline.scene.line
        color: headline.scene.theme.light
        font.family: headline.scene.chinese ? Theme.chineseTitle : Theme.latinTitle
        font.weight: headline.scene.chinese ? Font.DemiBold : Font.Medium
        font.features: { "onum": 1 }
        font.pixelSize: headline.scene.chinese ? Theme.text : Theme.text * 1.12
        wrapMode: Text.Wrap
        maximumLineCount: 2
        renderType: Text.NativeRendering
    }
}
