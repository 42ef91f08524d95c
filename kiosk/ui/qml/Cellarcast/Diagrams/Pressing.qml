import QtQuick

// The screw brings the plate down on the skins; wine leaves between the staves, in drops.
Diagram {
    id: d

    readonly property real down: between(0.06, 0.86, phase) * (1 - between(0.9, 1, phase))
    readonly property real flow: between(0.1, 0.2, phase) * (1 - between(0.82, 0.92, phase))

    still: 0.7
    marks: [
        Mark { wide: Qt.point(290, 90); tall: Qt.point(300, 30); level: 90 },
        Mark { wide: Qt.point(150, 350); tall: Qt.point(150, 440); below: true; level: 350 },
        Mark { wide: Qt.point(390, 370); tall: Qt.point(390, 380); right: true; level: 330 },
        Mark { wide: Qt.point(546, 566); tall: Qt.point(546, 566); right: true; below: true; level: 540 }
    ]

    Plate { on: d; name: "pressing-back" }
    Item {   // what the plate has passed is empty now
        x: 186 * d.unit
        width: 228 * d.unit
        y: 190 * d.unit
        height: Math.max(0, (64 * d.down + 8) * d.unit)

        Rectangle {
            anchors.fill: parent
            color: d.scene.theme.ground
        }
    }
    Grain { on: d; name: "screw"; wide: 40; cx: 300; cy: 172 }
    Grain { on: d; name: "press-head"; wide: 226; cx: 300; cy: 100 + 64 * d.down }
    Item {   // the bar, turned by hand: foreshortened as it goes round
        x: 300 * d.unit - width / 2
        y: (58 + 64 * d.down) * d.unit
        width: (60 + 250 * Math.abs(Math.cos(d.down * Math.PI * 5))) * d.unit
        height: 13 * d.unit

        Rectangle {
            anchors.fill: parent
            radius: height / 2
            color: d.scene.theme.ground
            border.color: d.scene.theme.light
            border.width: Math.max(1, 2.2 * d.unit)
            antialiasing: true
        }
    }
    Swarm {   // to the left of the basket
        on: d
        name: "drop"
        wide: 13
        amount: 16
        laps: 5
        path: (index, time) => [158 - 12 * d.between(0, 0.3, time), 282 + (index % 6) * 33 + (186 - (index % 6) * 33) * time * time,
            d.flow * d.between(0, 0.1, time) * (1 - d.between(0.92, 1, time))]
    }
    Swarm {   // and to its right
        on: d
        name: "drop"
        wide: 13
        amount: 16
        laps: 5
        path: (index, time) => [442 + 12 * d.between(0, 0.3, time), 282 + (index % 6) * 33 + (186 - (index % 6) * 33) * time * time,
            d.flow * d.between(0, 0.1, time) * (1 - d.between(0.92, 1, time))]
    }
    Liquid { on: d; start: 124; end: 476; level: 474 - 12 * d.flow; floor: 474 }
    Liquid { on: d; start: 500; end: 588; floor: 574; level: 570 - 46 * d.between(0.16, 0.9, d.phase) * (1 - d.between(0.93, 1, d.phase)) }
    Swarm {
        on: d
        name: "drop"
        wide: 15
        amount: 12
        laps: 8
        path: (index, time) => [540 + 5 * time, 494 + 66 * time * time, d.flow * (1 - d.between(0.9, 1, time))]
    }
    Plate { on: d; name: "pressing-front" }
}
