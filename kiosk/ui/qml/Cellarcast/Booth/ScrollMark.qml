import QtQuick
import Cellarcast

// At the right of a list that goes on: which part of it is seen.
Item {
    id: mark

    required property Flickable list
    required property Inks inks
    readonly property real share: Math.min(1, list.height / Math.max(1, list.contentHeight))

    x: list.x + list.width + 10 * Theme.unit
    y: list.y
    width: 4 * Theme.unit
    height: list.height
    visible: share < 1

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.hairline
        height: parent.height
        color: mark.inks.ink
        opacity: mark.inks.hairline
    }

    Rectangle {
        y: mark.list.visibleArea.yPosition * mark.height
        width: parent.width
        height: mark.share * mark.height
        color: mark.inks.wine
    }
}
