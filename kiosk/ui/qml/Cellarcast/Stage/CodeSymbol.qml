pragma ComponentBehavior: Bound
import QtQuick

// A QR code in whole pixels per module, its quiet zone included; an image issued by a platform's
// app (modules = 0) is shown as it is.
Item {
    id: symbol

    required property url source
    required property int modules
    required property real side

    readonly property int pixels: modules > 0
        ? Math.max(1, Math.floor(side * Screen.devicePixelRatio / modules)) : 1
    readonly property real drawn: modules > 0
        ? modules * pixels / Screen.devicePixelRatio : side

    width: Math.round(side)
    height: Math.round(side)

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
