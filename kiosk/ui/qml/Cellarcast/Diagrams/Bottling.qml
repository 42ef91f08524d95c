import QtQuick

// A bottle is filled, moves on, is corked, and is laid down with the others.
Diagram {
    id: d

    readonly property real go: between(0.36, 0.46, phase)
    readonly property real press: between(0.5, 0.58, phase) * (1 - between(0.62, 0.68, phase))
    readonly property real lay: between(0.70, 0.88, phase)
    readonly property real gone: 1 - between(0.95, 1, phase)

    still: 0.28
    marks: [
        Mark { wide: Qt.point(112, 330); tall: Qt.point(130, 130); level: 210 },
        Mark { wide: Qt.point(40, 478); tall: Qt.point(60, 486); below: true; level: 440 },
        Mark { wide: Qt.point(318, 108); tall: Qt.point(316, 100); right: true; level: 90 },
        Mark { wide: Qt.point(560, 440); tall: Qt.point(520, 560); right: true; below: true; level: 400 }
    ]

    Plate { on: d; name: "bottling-back" }
    Swarm {   // wine through the nozzle
        on: d
        name: "drop"
        wide: 11
        amount: 8
        laps: 14
        path: (index, time) => [130, 156 + 290 * time * (1 - d.between(0.04, 0.34, d.phase) * 0.75), d.seen(0.03, 0.34, d.phase)]
    }
    Item {   // the bottle on its way, standing and then lying
        id: bottle

        x: (92 + 170 * d.go + 198 * d.lay) * d.unit
        y: (182 - 90 * Math.sin(d.lay * Math.PI) * 0.6 + 32 * d.lay) * d.unit
        width: 76 * d.unit
        height: 290 * d.unit
        rotation: 90 * d.lay
        scale: 1 - 0.25 * d.lay
        opacity: d.gone

        Item {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.round(parent.height * (0.03 + 0.83 * d.between(0.05, 0.33, d.phase)))
            clip: d.lay === 0

            Image {
                anchors.bottom: parent.bottom
                source: d.plates + "bottle-wine"
                sourceSize.width: Math.round(76 * d.unit)
            }
        }
        Grain { on: d; name: "cork"; wide: 20; cx: 38; cy: 6 + 18 * d.between(0.5, 0.58, d.phase); visible: d.phase > 0.44 }
        Grain { on: d; name: "bottle"; wide: 76; cx: 38; cy: 145 }
    }
    Item {   // the next one comes in
        x: (-90 + 182 * d.between(0.6, 0.96, d.phase)) * d.unit
        y: 182 * d.unit
        visible: d.phase > 0.58
        opacity: d.between(0.58, 0.7, d.phase)

        Grain { on: d; name: "bottle"; wide: 76; cx: 38; cy: 145 }
    }
    Grain { on: d; name: "plunger"; wide: 20; cx: 300; cy: 90 + 42 * d.press }
    Plate { on: d; name: "bottling-front" }
}
