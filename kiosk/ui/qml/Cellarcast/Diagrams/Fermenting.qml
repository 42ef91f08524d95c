import QtQuick

// Yeast eats sugar and gives alcohol and gas; the gas lifts the skins into a cap, over which wine
// from below is pumped.
Diagram {
    id: d

    // The pipe from the tank's foot to the rose above the cap.
    function pipe(time: real): var {
        const way = time * 520;
        if (way < 40)
            return [390 + way, 506];
        if (way < 370)
            return [430, 506 - (way - 40) * 1.03];
        return [430 - (way - 370) * 0.8, 158];
    }

    still: 0.4
    marks: [
        Mark { wide: Qt.point(250, 60); tall: Qt.point(250, 58); level: 60 },
        Mark { wide: Qt.point(150, 250); tall: Qt.point(190, 268); below: true },
        Mark { wide: Qt.point(430, 200); tall: Qt.point(410, 158); right: true; level: 150 },
        Mark { wide: Qt.point(520, 390); tall: Qt.point(510, 400); right: true; below: true; level: 500 }
    ]

    Plate { on: d; name: "fermenting-back" }
    Liquid { on: d; start: 118; end: 382; floor: 532; level: 246 }
    Swarm {
        on: d
        name: "bubble"
        wide: 14
        amount: 22
        laps: 3
        path: (index, time) => [140 + 220 * d.chance(index, 1) + 5 * Math.sin(time * 18 + index), 524 - 236 * time,
            d.between(0, 0.08, time) * (1 - d.between(0.94, 1, time))]
    }
    Swarm {   // above the cap the gas leaves by the vent
        on: d
        name: "bubble"
        wide: 18
        amount: 6
        laps: 3
        path: (index, time) => {
            const start = 150 + 150 * d.chance(index, 2);
            return [start + (250 - start) * d.between(0, 0.55, time), 206 - 206 * time, 0.9 * d.between(0, 0.12, time) * (1 - d.between(0.82, 1, time))];
        }
    }
    Swarm {
        on: d
        name: "drop"
        wide: 12
        amount: 20
        laps: 6
        path: (index, time) => [286 - 80 * time * (0.3 + d.chance(index, 3)), 152 + 30 * d.chance(index, 4) + 62 * time * time,
            d.between(0, 0.06, time) * (1 - d.between(0.9, 1, time))]
    }
    Swarm {
        on: d
        name: "drop"
        wide: 12
        amount: 22
        laps: 3
        path: (index, time) => {
            const place = d.pipe(time);
            return [place[0], place[1], 1];
        }
    }
    Plate { on: d; name: "fermenting-front" }
    Grain { on: d; name: "vane"; wide: 34; cx: 430; cy: 500; rotation: 360 * 6 * d.phase }
    Swarm {   // under the lens: sugar goes in,
        on: d
        name: "sugar"
        wide: 15
        amount: 5
        laps: 3
        path: (index, time) => [432 + 54 * time, 372 + (index - 2) * 15 * (1 - time), d.between(0, 0.15, time) * (1 - d.between(0.75, 1, time))]
    }
    Swarm {   // gas bubbles off,
        on: d
        name: "bubble"
        wide: 15
        amount: 4
        laps: 3
        path: (index, time) => [500 + 8 * Math.sin(time * 9 + index), 344 - 50 * time, d.between(0, 0.2, time) * (1 - d.between(0.75, 1, time))]
    }
    Swarm {   // and alcohol leaves on the other side.
        on: d
        name: "drop"
        wide: 14
        amount: 4
        laps: 3
        path: (index, time) => [540 + 36 * time, 386 + 26 * time, d.between(0, 0.2, time) * (1 - d.between(0.75, 1, time))]
    }
}
