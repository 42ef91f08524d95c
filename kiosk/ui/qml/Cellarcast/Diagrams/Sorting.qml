import QtQuick

// Bunches go along the table; leaves and spoilt berries are taken out on the way.
Diagram {
    id: d

    // The way of what is sound: down the chute, along the table, into the tank.
    function sound(time: real): var {
        if (time < 0.16)
            return [30 + 440 * time, 156 + 500 * time, between(0, 0.05, time), 24];
        if (time < 0.8)
            return [100 + (time - 0.16) * 594, 252, 1, 0];
        const drop = (time - 0.8) / 0.2;
        return [480 + 66 * Math.min(1, drop * 1.6), 252 + 270 * drop * drop, 1, 60 * drop];
    }

    // And of what is not: off the table and into the tub.
    function spoilt(time: real): var {
        if (time < 0.5)
            return sound(time);
        const way = Math.min(1, (time - 0.5) / 0.22);
        return [302 - 30 * way, 252 - 330 * way * (0.45 - way) + 100 * way * way, 1 - between(0.92, 1, way), 200 * way];
    }

    still: 0.3
    marks: [
        Mark { wide: Qt.point(62, 208); tall: Qt.point(62, 182); level: 150 },
        Mark { wide: Qt.point(222, 530); tall: Qt.point(240, 566); below: true },
        Mark { wide: Qt.point(404, 312); tall: Qt.point(404, 312); right: true; level: 200 },
        Mark { wide: Qt.point(560, 520); tall: Qt.point(545, 566); right: true; below: true }
    ]

    Plate { on: d; name: "sorting-back" }
    Swarm { on: d; name: "small-bunch"; wide: 84; amount: 5; path: (index, time) => d.sound(time) }
    Swarm { on: d; name: "leaf"; wide: 58; amount: 2; path: (index, time) => d.spoilt((time + 0.1) % 1) }
    Swarm { on: d; name: "raisin"; wide: 50; amount: 3; path: (index, time) => {
        const way = d.spoilt((time + 0.27) % 1);
        return [way[0], way[1] + 26, way[2], way[3]];
    } }
    Plate { on: d; name: "sorting-front" }
}
