pragma ComponentBehavior: Bound
import QtQuick

// A QR code in whole pixels per module, its quiet zone included; an image issued by a platform's
// app (modules = 0) is shown as it is.
Item {
    id: symbol

    required property url source
    required property int modules
    required property real side
    property bool plain: false             // on white, whatever paper it lies on

    readonly property int pixels: modules > 0
        ? Math.max(1, Math.floor(side * Screen.devicePixelRatio / modules)) : 1
    readonly property real drawn: modules > 0
        ? modules * pixels / Screen.devicePixelRatio : side

    objectName: "codeSymbol"
    width: Math.round(side)
    height: Math.round(side)

    Rectangle {
        anchors.fill: parent
        visible: symbol.plain
        color: "#ffffff"
    }

    Image {
        x: Math.round((symbol.width - width) / 2)
        y: Math.round((symbol.height - height) / 2)
        width: symbol.drawn
        height: symbol.drawn
        source: symbol.source
        smooth: symbol.modules === 0
        fillMode: Image.PreserveAspectFit
        cache: false
    }
}
