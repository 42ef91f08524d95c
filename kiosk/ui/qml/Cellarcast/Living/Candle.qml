import QtQuick

// A flame over the picture's own, and its light on what stands around: never faster than a breath
// of air, and never dark.
Living {
    id: l

    readonly property real breath: 0.5 * wave(3, 0) + 0.3 * wave(7, 0.3) + 0.2 * wave(11, 0.7)
    readonly property real lean: 0.6 * wave(2, 0.1) + 0.4 * wave(5, 0.55)

    seconds: 8

    Speck {
        on: l
        look: "glow"
        colour: "#ffb052"
        cx: l.area.x + l.area.width / 2
        cy: l.area.y + l.area.height * 0.4
        wide: 7 * l.area.height
        opacity: l.strength * (0.24 + 0.09 * l.breath)
    }
    Speck {
        on: l
        look: "flame"
        wide: l.area.width
        tall: l.area.height * (0.98 + 0.09 * l.breath)
        cx: l.area.x + l.area.width / 2
        cy: l.area.y + l.area.height - tall / 2
        transformOrigin: Item.Bottom
        rotation: 3 * l.lean
        opacity: 0.6 + 0.4 * l.strength
    }
}
