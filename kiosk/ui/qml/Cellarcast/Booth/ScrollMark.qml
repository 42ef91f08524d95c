import QtQuick
import Cellarcast

// At the right of what goes on: which part of it is seen.
Item {
    id: mark

    required property Flickable of
    required property Inks inks
    property color tone: inks.ink
    property color thumb: inks.wine
    readonly property real share: Math.min(1, of.height / Math.max(1, of.contentHeight))

    x: of.x + of.width + 10 * Theme.unit
    y: of.y
    width: 4 * Theme.unit
    height: of.height
    visible: share < 1

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.hairline
        height: parent.height
        color: mark.tone
        opacity: mark.inks.hairline
    }

    Rectangle {
        y: mark.of.visibleArea.yPosition * mark.height
        width: parent.width
        height: mark.share * mark.height
        color: mark.thumb
    }
}
