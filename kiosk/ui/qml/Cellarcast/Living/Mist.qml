import QtQuick

// Veils that gather, drift to the right and dissolve.
Living {
    id: l

    seconds: 42

    Flock {
        on: l
        look: "veil"
        largest: 448
        amount: 2
        seeds: 2
        path: (index, time) => {
            const wide = 0.66 * l.area.width;
            return [l.area.x + wide / 2 + (l.area.width - wide) * time,
                l.area.y + l.area.height * (0.5 + 0.06 * Math.sin(2 * Math.PI * time)), wide, l.area.height,
                0.8 * l.strength * Math.sin(Math.PI * time), 0];
        }
    }
}
