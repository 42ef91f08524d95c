pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// What is being said, and the same in a second language where the booth asks for it.
Column {
    id: captions

    required property SceneView scene
    required property string caption
    required property string second
    property real size: Theme.text

    spacing: 8 * Theme.unit

    Text {
        width: captions.width
        height: captions.size * 1.36 * 2
        verticalAlignment: Text.AlignBottom
        text: captions.caption
        textFormat: Text.PlainText
        color: captions.scene.theme.light
        font.family: Theme.chineseText
        font.weight: Font.Medium
        font.pixelSize: captions.size
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.ceil(34.6 * Theme.unit)
        lineHeight: 1.36 * captions.size
        lineHeightMode: Text.FixedHeight
        wrapMode: Text.NoWrap
        maximumLineCount: 2
        renderType: Text.NativeRendering
    }

    Text {
        width: captions.width
        visible: captions.second.length > 0
        text: captions.second
        textFormat: Text.PlainText
        color: captions.scene.theme.light
        opacity: 0.82
        font.family: Theme.chineseText
        font.weight: Font.Medium
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.ceil(24 * Theme.unit)
        elide: Text.ElideRight
        maximumLineCount: 1
        renderType: Text.NativeRendering
    }
}
