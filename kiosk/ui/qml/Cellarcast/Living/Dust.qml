import QtQuick

// Motes that float where light falls: seen while they catch it.
Living {
    id: l

    seconds: 32

    Flock {
        on: l
        look: "mote"
        largest: 24
        amount: 34
        path: (index, time) => {
            const glint = 0.5 + 0.5 * l.wave(2 + index % 3, l.chance(index, 1));
            const wide = (5 + 7 * l.chance(index, 2)) * l.unit;
            return [l.area.x + l.area.width * (0.06 + 0.88 * l.chance(index, 3) + 0.06 * l.wave(1 + index % 2, l.chance(index, 4))),
                l.area.y + l.area.height * (0.04 + 0.92 * time), wide, wide,
                l.strength * 0.9 * glint * l.between(0, 0.15, time) * (1 - l.between(0.85, 1, time)), 0];
        }
    }
}
