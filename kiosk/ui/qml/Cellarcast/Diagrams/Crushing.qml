pragma ComponentBehavior: Bound
import QtQuick

// The drum's beaters take the berries off; stems leave at its end, rollers open the skins.
Diagram {
    id: d

    still: 0.62
    marks: [
        Mark { wide: Qt.point(104, 206); tall: Qt.point(150, 160); level: 206 },
        Mark { wide: Qt.point(190, 520); tall: Qt.point(170, 560); below: true },
        Mark { wide: Qt.point(566, 222); tall: Qt.point(560, 196); right: true; level: 150 },
        Mark { wide: Qt.point(372, 376); tall: Qt.point(372, 400); right: true; below: true; level: 376 }
    ]

    Plate { on: d; name: "crushing-back" }
    Repeater {   // beaters turning with the shaft: seen from the side they grow and shrink
        model: 18

        Rectangle {
            required property int index

            readonly property real lift: 44 * Math.sin(d.phase * 2 * Math.PI * 5 + index * 1.05)

            x: (96 + Math.floor(index) * 23.5) * d.unit
            width: 6 * d.unit
            y: (208 + Math.min(0, lift)) * d.unit
            height: Math.abs(lift) * d.unit
            color: d.scene.theme.ground
            border.color: d.scene.theme.light
            border.width: Math.max(1, 1.6 * d.unit)
        }
    }
    Swarm {   // bunches fall in and lose their berries
        on: d
        name: "small-bunch"
        wide: 76
        amount: 3
        laps: 2
        path: (index, time) => [112 + 90 * d.between(0.3, 1, time), 20 + 190 * Math.min(1, time * 1.7),
            d.between(0, 0.08, time) * (1 - d.between(0.6, 0.9, time)), 30 * time]
    }
    Swarm {
        on: d
        name: "stem"
        wide: 62
        amount: 4
        path: (index, time) => [190 + 420 * time, 204 + 14 * Math.sin(time * 24) + 30 * d.between(0.72, 1, time),
            d.between(0.02, 0.1, time) * (1 - d.between(0.93, 1, time)), 40 * Math.sin(time * 20)]
    }
    Swarm {   // berries through the holes, to the rollers
        on: d
        name: "berry"
        wide: 25
        amount: 20
        laps: 3
        path: (index, time) => {
            const start = 120 + 360 * d.chance(index, 2);
            const meet = d.between(0.1, 0.85, time);
            return [start + (300 - start) * meet, 250 + 108 * time * (0.4 + 0.6 * time), d.between(0, 0.1, time) * (1 - d.between(0.93, 1, time))];
        }
    }
    Liquid { on: d; start: 130; end: 470; floor: 568; level: 548 - 62 * d.between(0.02, 0.86, d.phase) * (1 - d.between(0.9, 1, d.phase)) }
    Swarm {
        on: d
        name: "skin"
        wide: 32
        amount: 9
        laps: 2
        path: (index, time) => [300 + (d.chance(index, 3) - 0.5) * 250 * time, 392 + 150 * time * time, d.between(0, 0.06, time) * (1 - d.between(0.9, 1, time)), 160 * time * (index % 2 ? 1 : -1)]
    }
    Swarm {
        on: d
        name: "drop"
        wide: 11
        amount: 14
        laps: 4
        path: (index, time) => [300 + (d.chance(index, 4) - 0.5) * 110 * time, 392 + 130 * time * time, d.between(0, 0.06, time) * (1 - d.between(0.9, 1, time))]
    }
    Swarm {
        on: d
        name: "seed"
        wide: 12
        amount: 10
        laps: 2
        path: (index, time) => [300 + (d.chance(index, 5) - 0.5) * 200 * time, 392 + 164 * time * time, d.between(0, 0.06, time) * (1 - d.between(0.96, 1, time))]
    }
    Grain { on: d; name: "roller"; wide: 84; cx: 256; cy: 374; rotation: 360 * 3 * d.phase }
    Grain { on: d; name: "roller"; wide: 84; cx: 344; cy: 374; rotation: -360 * 3 * d.phase }
    Plate { on: d; name: "crushing-front" }
}
