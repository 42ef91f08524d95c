import QtQuick
import Cellarcast

// Words a visitor reads, set as their language asks for.
Text {
    property bool chinese: false
    property bool plain: false              // running text and figures: the text face in Chinese

    textFormat: Text.PlainText
    font.family: chinese ? (plain ? Theme.chineseText : Theme.chineseTitle) : Theme.latinTitle
    font.weight: chinese && !plain ? Font.DemiBold : Font.Medium
    font.features: { "lnum": 1 }
    font.pixelSize: size * (chinese ? 0.92 : 1.08)
    property real size: Theme.body
    wrapMode: Text.Wrap
    lineHeight: chinese ? 1.16 : 0.98
    renderType: Text.NativeRendering
}
