pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// One of the family: a square drawing in which things move, and labels with leaders around it.
// Everything that moves is a function of `phase`, so a diagram closes without a seam and any of
// its moments can be shown as a still.
Item {
    id: diagram

    required property SceneView scene
    required property bool upright
    property bool moving: false
    property bool touchable: false      // a finger brings a label to the front
    property real still: 0.5            // the telling moment
    property real phase: still
    property real seconds: 13
    property list<Mark> marks
    default property alias parts: drawing.data

    readonly property real side: upright
        ? Math.min(width, height - 2 * Math.min(230 * Theme.unit, height * 0.26))
        : Math.min(height, width - 430 * Theme.unit)
    readonly property real unit: Math.max(1, side) / 600
    readonly property color must: Qt.hsla(Math.max(0, scene.theme.wine.hslHue),
        Math.max(0.55, scene.theme.wine.hslSaturation), Math.max(0.36, scene.theme.wine.hslLightness), 1)
    readonly property string plates: "image://plate/" + scene.theme.light.toString().slice(-6) + "/"
        + scene.theme.wine.toString().slice(-6) + "/" + scene.theme.ground.toString().slice(-6) + "/"

    // From 0 to 1 between two moments, smoothly.
    function between(start: real, end: real, now: real): real {
        const share = Math.max(0, Math.min(1, (now - start) / (end - start)));
        return share * share * (3 - 2 * share);
    }

    // Seen from `start` to `end`, coming and going softly.
    function seen(start: real, end: real, now: real): real {
        return between(start, start + 0.04, now) * (1 - between(end - 0.04, end, now));
    }

    // The same number between 0 and 1 for the same index, as if by chance.
    function chance(index: int, which: int): real {
        const value = Math.sin(index * 12.9898 + which * 78.233) * 43758.5453;
        return value - Math.floor(value);
    }

    NumberAnimation on phase {
        running: diagram.moving
        from: 0
        to: 1
        duration: diagram.seconds * 1000
        loops: Animation.Infinite
    }

    Item {
        id: drawing

        x: Math.round((diagram.width - diagram.side) / 2)
        y: Math.round((diagram.height - diagram.side) / 2)
        width: diagram.side
        height: diagram.side
    }

    Repeater {
        model: diagram.marks

        Label {
            required property Mark modelData
            required property int index

            on: diagram
            at: index
            mark: modelData
            text: index < diagram.scene.diagramLabels.length ? diagram.scene.diagramLabels[index] : ""
            origin: Qt.point(drawing.x, drawing.y)
        }
    }
}
