import QtQuick

// Now and then a leaf comes off and falls, turning, a little to the right.
Living {
    id: l

    seconds: 26

    Flock {
        on: l
        look: "leaf"
        largest: 96
        amount: 4
        seeds: 4
        path: (index, time) => {
            const fallen = Math.min(1, time / 0.42);
            const sway = Math.sin(2 * Math.PI * (1.6 * fallen + l.chance(index, 1)));
            const wide = (62 + 30 * l.chance(index, 2)) * l.unit;
            return [l.area.x + l.area.width * (0.08 + 0.5 * l.chance(index, 3) + 0.3 * fallen + 0.07 * sway),
                l.area.y + l.area.height * fallen, wide * (0.35 + 0.65 * Math.abs(Math.cos(3.1 * fallen * (1 + l.chance(index, 4))))),
                wide, l.strength * l.between(0, 0.06, fallen) * (1 - l.between(0.85, 1, fallen)),
                50 * sway + 140 * l.chance(index, 5) * fallen];
        }
    }
}
