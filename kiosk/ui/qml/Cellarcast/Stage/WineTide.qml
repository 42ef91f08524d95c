pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// The wipe between two wineries: wine rises over the stage and goes on rising, and what it leaves
// behind is the next winery. `revealed` is the share of the stage, from below, already given free.
Item {
    id: tide

    property color wine
    property real level: 0        // 0 to 1: the surface, from the foot to the head of the stage
    property real revealed: 0     // 0 to 1: the lower edge
    property int length: Theme.tide
    readonly property bool running: move.running
    signal risen

    function rise(colour: color): void {
        wine = colour;
        move.restart();
    }

    // Be done with a wipe at once, when the next scene is already called for.
    function finish(): void {
        if (move.running) {
            move.complete();
        }
    }

    visible: move.running

    Rectangle {
        y: Math.round(tide.height * (1 - tide.level))
        width: tide.width
        height: Math.max(0, Math.round(tide.height * (1 - tide.revealed)) - y)
        color: tide.wine

        Rectangle {   // the meniscus: light caught along the surface
            width: parent.width
            height: Math.max(2, 4 * Theme.unit)
            color: Qt.lighter(tide.wine, 2.1)
        }

        Rectangle {   // the thin edge of the wine, where the glass shows through
            y: parent.height - height
            width: parent.width
            height: Math.max(2, 10 * Theme.unit)
            color: Qt.lighter(tide.wine, 1.45)
        }
    }

    ParallelAnimation {
        id: move

        onFinished: tide.risen()

        NumberAnimation {
            target: tide
            property: "level"
            from: 0
            to: 1.02
            duration: tide.length * 0.62
            easing.type: Easing.InOutCubic
        }

        SequentialAnimation {
            PropertyAction { target: tide; property: "revealed"; value: 0 }
            PauseAnimation { duration: tide.length * 0.38 }
            NumberAnimation {
                target: tide
                property: "revealed"
                to: 1
                duration: tide.length * 0.62
                easing.type: Easing.InOutCubic
            }
        }
    }
}
