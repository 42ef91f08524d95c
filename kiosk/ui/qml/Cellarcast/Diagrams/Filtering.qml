import QtQuick

// In the cold the haze sinks; then the wine goes through one sheet, which holds what is left.
Diagram {
    id: d

    readonly property real settled: between(0.04, 0.5, phase)
    readonly property real run: between(0.5, 0.9, phase)
    readonly property real rest: 1 - between(0.95, 1, phase)

    still: 0.72
    marks: [
        Mark { wide: Qt.point(46, 232); tall: Qt.point(46, 120); level: 200 },
        Mark { wide: Qt.point(110, 496); tall: Qt.point(130, 500); below: true },
        Mark { wide: Qt.point(396, 330); tall: Qt.point(396, 322); right: true; level: 230 },
        Mark { wide: Qt.point(540, 550); tall: Qt.point(520, 552); right: true; below: true; level: 530 }
    ]

    Plate { on: d; name: "filtering-back" }
    Liquid { on: d; start: 56; end: 268; floor: 510; level: 150 + 120 * d.run * d.rest }
    Rectangle {   // haze lies in the wine like milk, and leaves it
        x: Math.round(56 * d.unit)
        width: Math.round(212 * d.unit)
        y: Math.round((154 + 120 * d.run * d.rest + 130 * d.settled) * d.unit)
        height: Math.max(0, Math.round(510 * d.unit) - y)
        color: d.scene.theme.light
        opacity: 0.30 * (1 - d.settled * d.rest)
        visible: opacity > 0.01
    }
    Swarm {
        on: d
        name: "haze"
        wide: 13
        amount: 44
        together: true
        path: (index, time) => {
            const late = d.chance(index, 1) * 0.2;
            const down = d.between(0.02 + late, 0.3 + late, time);
            const start = 170 + 300 * d.chance(index, 3);
            return [72 + 180 * d.chance(index, 2) + 4 * Math.sin(time * 25 + index) * (1 - down), start + (502 - start) * down, d.rest * d.between(0, 0.04, time)];
        }
    }
    Rectangle {
        x: Math.round(58 * d.unit)
        width: Math.round(208 * d.unit)
        y: Math.round((510 - 16 * d.settled * d.rest) * d.unit)
        height: Math.round(510 * d.unit) - y
        color: d.scene.theme.light
        opacity: 0.8
    }
    Liquid { on: d; start: 353; end: 388; floor: 478; level: 478 - 148 * d.between(0.5, 0.58, d.phase) * d.rest }
    Liquid { on: d; start: 404; end: 439; floor: 478; level: 478 - 148 * d.between(0.54, 0.62, d.phase) * d.rest }
    Swarm {
        on: d
        name: "drop"
        wide: 13
        amount: 8
        laps: 6
        path: (index, time) => [296 + 54 * time, 400, d.seen(0.48, 0.93, d.phase), -90]
    }
    Swarm {   // a few flakes come along, and stay before the sheet
        on: d
        name: "haze"
        wide: 11
        amount: 9
        together: true
        path: (index, time) => [296 + (84 - 6 * (index % 2)) * d.between(0.5 + index * 0.03, 0.6 + index * 0.03, time), 400 + (index - 4) * 15 * d.between(0.54 + index * 0.03, 0.6 + index * 0.03, time),
            d.between(0.5 + index * 0.03, 0.52 + index * 0.03, time) * d.rest]
    }
    Swarm {
        on: d
        name: "drop"
        wide: 13
        amount: 8
        laps: 6
        path: (index, time) => [442 + 76 * Math.min(1, time * 1.6), 400 + Math.max(0, time - 0.6) * 330, d.seen(0.56, 0.94, d.phase)]
    }
    Liquid { on: d; start: 463; end: 577; floor: 572; level: 572 - 100 * d.between(0.58, 0.94, d.phase) * d.rest }
    Plate { on: d; name: "filtering-front" }
}
