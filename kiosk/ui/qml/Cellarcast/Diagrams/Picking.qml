import QtQuick

// A berry ripens: sugar rises, acidity falls, colour comes into the skin; then the bunch is cut.
Diagram {
    id: d

    readonly property real ripe: between(0.08, 0.5, phase) * (1 - between(0.96, 1, phase))
    readonly property real fall: Math.pow(Math.max(0, Math.min(1, (phase - 0.62) / 0.12)), 2)
    readonly property real cut: between(0.5, 0.58, phase) * (1 - between(0.66, 0.74, phase))

    still: 0.56
    marks: [
        Mark { wide: Qt.point(150, 96); tall: Qt.point(164, 92); level: 130 },
        Mark { wide: Qt.point(70, 520); tall: Qt.point(150, 560); below: true },
        Mark { wide: Qt.point(558, 170); tall: Qt.point(470, 86); right: true },
        Mark { wide: Qt.point(486, 480); tall: Qt.point(450, 548); right: true; below: true }
    ]

    Plate { on: d; name: "picking-back" }
    Grain { on: d; name: "bunch-green"; wide: 230; cx: 165; cy: 226; visible: d.ripe < 0.99 && (d.phase < 0.6 || d.phase > 0.96) }
    Grain {
        on: d
        name: "bunch-ripe"
        wide: 230
        cx: 165
        cy: 226 + 286 * d.fall
        opacity: d.ripe
        visible: opacity > 0.01
    }
    Grain { on: d; name: "ring"; wide: 264; cx: 440; cy: 210; opacity: d.ripe; visible: opacity > 0.01 }
    Swarm {
        on: d
        name: "sugar"
        wide: 13
        amount: 18
        together: true
        path: (index, time) => {
            const turn = index * 2.4;
            const far = 62 + 42 * d.chance(index, 1);
            return [440 + far * Math.cos(turn), 210 + far * Math.sin(turn),
                d.between(0.08 + index * 0.02, 0.16 + index * 0.02, time) * (1 - d.between(0.95, 1, time))];
        }
    }
    Liquid { on: d; start: 396; end: 418; floor: 552; level: 520 - 96 * d.ripe }
    Liquid { on: d; start: 476; end: 498; floor: 552; level: 424 + 84 * d.ripe; color: d.scene.theme.light; opacity: 0.75 }
    Plate { on: d; name: "picking-front" }
    Grain {
        on: d
        name: d.phase > 0.6 && d.phase < 0.68 ? "shears-shut" : "shears-open"
        wide: 120
        cx: 20 + 86 * d.cut
        cy: 94
        opacity: d.between(0.5, 0.53, d.phase) * (1 - d.between(0.71, 0.74, d.phase))
        visible: opacity > 0.01
    }
}
