import QtQuick

// Light running down a stream, and rings where it meets what is below.
Living {
    id: l

    readonly property real thick: Math.min(0.11 * area.height, 16 * unit)

    // The stream leaves with some speed to the side and falls ever faster.
    function fall(time: real): point {
        return Qt.point(area.x + area.width * time, area.y + area.height * (0.25 * time + 0.75 * time * time));
    }

    seconds: 6

    Flock {
        on: l
        look: "ring"
        largest: 128
        amount: 3
        laps: 3
        path: (index, time) => {
            const wide = l.thick * (1.5 + 8 * time);
            return [l.area.x + l.area.width, l.area.y + l.area.height, wide, 0.36 * wide,
                l.strength * 0.4 * l.between(0, 0.1, time) * (1 - time) ** 1.5, 0];
        }
    }
    Flock {
        on: l
        look: "streak"
        largest: 96
        amount: 5
        laps: 8
        path: (index, time, lap) => {
            const key = index + 7 * lap;
            const here = l.fall(time), next = l.fall(time + 0.02);
            const turn = Math.atan2(next.y - here.y, next.x - here.x) * 180 / Math.PI - 90;
            const tall = l.area.height * (0.16 + 0.2 * time);
            return [here.x + l.thick * 0.3 * (l.chance(key, 1) - 0.5), here.y, l.thick * (0.35 + 0.3 * l.chance(key, 2)), tall,
                l.strength * 0.75 * l.between(0.05, 0.25, time) * (1 - l.between(0.8, 0.95, time)), turn];
        }
    }
}
