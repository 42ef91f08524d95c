import QtQuick
import Cellarcast

// Slips side by side, sharing the width while it lasts; more of them are pushed sideways. The
// current one stays in sight.
ListView {
    id: row

    property real least: 230 * Theme.unit    // of a slip's width
    property int current: -1
    readonly property int fitting: Math.max(1, Math.floor(width / least))
    readonly property real part: Math.floor(count > fitting ? width / (fitting - 0.4) : width / Math.max(1, count))

    orientation: ListView.Horizontal
    boundsBehavior: Flickable.StopAtBounds
    clip: contentWidth > width
    onCurrentChanged: {
        if (current >= 0)
            positionViewAtIndex(current, ListView.Contain);
    }
}
