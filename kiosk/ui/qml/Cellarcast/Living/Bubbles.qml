import QtQuick

// Bubbles come up on a surface seen from above, within the ellipse inside the area, swell and burst.
Living {
    id: l

    seconds: 16

    Flock {
        on: l
        look: "bubble"
        largest: 48
        amount: 26
        laps: 4
        path: (index, time, lap) => {
            const key = index + 31 * lap;
            const out = 0.92 * Math.sqrt(l.chance(key, 1)), angle = 2 * Math.PI * l.chance(key, 2);
            const burst = l.between(0.92, 1, time);
            const wide = (7 + 13 * l.chance(key, 3)) * l.unit * (0.35 + 0.65 * l.between(0, 0.6, time) + 0.3 * burst);
            return [l.area.x + l.area.width / 2 * (1 + out * Math.cos(angle)),
                l.area.y + l.area.height / 2 * (1 + out * Math.sin(angle)), wide, wide * 0.8,
                l.strength * 0.8 * l.between(0, 0.12, time) * (1 - burst), 0];
        }
    }
}
