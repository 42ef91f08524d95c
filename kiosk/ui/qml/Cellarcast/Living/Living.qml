import QtQuick

// Something that moves in a picture. All of it is a function of `phase`, so it closes without a
// seam, and it is made of little pictures only: a booth without a graphics card draws those fast.
Item {
    id: living

    required property rect area          // where, in the picture's pixels
    required property color colour
    required property real strength      // 0 to 1
    required property real unit          // a thousandth of the picture's shorter side
    property bool mirrored: false        // to the left instead of to the right
    property bool moving: false
    property real seconds: 12
    property real phase: 0

    // From 0 to 1 between two moments, smoothly.
    function between(start: real, end: real, now: real): real {
        const share = Math.max(0, Math.min(1, (now - start) / (end - start)));
        return share * share * (3 - 2 * share);
    }

    // The same number between 0 and 1 for the same index, as if by chance.
    function chance(index: real, which: int): real {
        const value = Math.sin(index * 12.9898 + which * 78.233) * 43758.5453;
        return value - Math.floor(value);
    }

    // A wave of whole turns in a round, -1 to 1.
    function wave(turns: int, shift: real): real {
        return Math.sin(2 * Math.PI * (turns * living.phase + shift));
    }

    transform: Scale {
        origin.x: living.area.x + living.area.width / 2
        xScale: living.mirrored ? -1 : 1
    }

    NumberAnimation on phase {
        running: living.moving
        from: 0
        to: 1
        duration: living.seconds * 1000
        loops: Animation.Infinite
    }
}
