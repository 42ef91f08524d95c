import QtQuick

// A little air comes in through the oak, a little wine leaves as vapour, and the lees go down.
Diagram {
    id: d

    // Starts outside the staves, above, below and at both ends, and goes in.
    function breath(index: int, time: real): var {
        const clear = between(0, 0.15, time) * (1 - between(0.7, 1, time));
        const from = (index * 5) % 8;
        if (from < 3)
            return [130 + from * 60, 104 + 92 * time, clear, 90];
        if (from === 3)
            return [6 + 96 * time, 300, clear, 0];
        if (from === 4)
            return [594 - 96 * time, 300, clear, 180];
        return [150 + (from - 5) * 150, 506 - 92 * time, clear, -90];
    }

    readonly property real gone: between(0, 0.88, phase) * (1 - between(0.92, 1, phase))

    still: 0.6
    marks: [
        Mark { wide: Qt.point(128, 158); tall: Qt.point(128, 156); level: 120 },
        Mark { wide: Qt.point(210, 330); tall: Qt.point(210, 330); below: true; level: 390 },
        Mark { wide: Qt.point(346, 84); tall: Qt.point(372, 80); right: true; level: 60 },
        Mark { wide: Qt.point(440, 432); tall: Qt.point(440, 434); right: true; below: true; level: 500 }
    ]

    Plate { on: d; name: "ageing-back" }
    Liquid { on: d; start: 76; end: 524; level: 150; floor: 178 + 32 * d.gone; color: d.scene.theme.ground }
    Rectangle {   // the surface
        x: 76 * d.unit
        width: 448 * d.unit
        y: Math.round((178 + 32 * d.gone) * d.unit)
        height: Math.max(1, Math.round(2 * d.unit))
        color: Qt.lighter(d.must, 1.55)
    }
    Swarm {   // tannin: single grains find each other
        on: d
        name: "haze"
        wide: 8
        amount: 22
        together: true
        path: (index, time) => {
            const group = index % 5;
            const joined = d.between(0.15, 0.75, time) * (1 - d.between(0.94, 1, time));
            const wide = 34 * (1 - joined) + 6;
            return [150 + group * 76 + wide * Math.cos(index * 2.3 + time * 6.283), 290 + (group % 2) * 54 + wide * Math.sin(index * 2.3 + time * 6.283), 0.85];
        }
    }
    Swarm {
        on: d
        name: "haze"
        wide: 10
        amount: 26
        path: (index, time) => [110 + 380 * d.chance(index, 1) + 6 * Math.sin(time * 9 + index), 236 + 196 * time,
            0.8 * d.between(0, 0.1, time) * (1 - d.between(0.94, 1, time))]
    }
    Plate { on: d; name: "ageing-front" }
    Swarm { on: d; name: "air"; wide: 36; amount: 16; laps: 2; path: (index, time) => d.breath(index, time) }
    Swarm {
        on: d
        name: "vapour"
        wide: 22
        amount: 9
        laps: 2
        path: (index, time) => [270 + 30 * ((index * 4) % 9 - 1) * 0.7 + 6 * Math.sin(time * 7 + index), 118 - 104 * time,
            0.9 * d.between(0, 0.2, time) * (1 - d.between(0.55, 1, time))]
    }
}
