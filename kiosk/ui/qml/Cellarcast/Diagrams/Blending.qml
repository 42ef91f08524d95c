pragma ComponentBehavior: Bound
import QtQuick

// Three wines, each raised apart, run in measured shares into one.
Diagram {
    id: d

    readonly property list<real> opens: [0.06, 0.30, 0.50]
    readonly property list<real> shuts: [0.42, 0.56, 0.62]
    readonly property list<color> wines: [Qt.darker(must, 1.5), must, Qt.lighter(must, 1.4)]
    readonly property real full: 0.52 * given(0) + 0.32 * given(1) + 0.16 * given(2)
    readonly property real rest: 1 - between(0.94, 1, phase)

    function given(index: int): real {
        return between(opens[index], shuts[index], phase);
    }

    function stream(index: int, time: real): var {
        const start = 110 + index * 190;
        const end = 200 + index * 100;
        const bend = between(0, 0.45, time);
        return [start + (end - start) * bend, time < 0.5 ? 244 + 180 * time : 334 + 380 * (time - 0.5) * (1.3 - full * 0.9),
            seen(opens[index], shuts[index] + 0.03, phase) * (1 - between(0.9, 1, time))];
    }

    still: 0.55
    marks: [
        Mark { wide: Qt.point(74, 180); tall: Qt.point(110, 96); level: 150 },
        Mark { wide: Qt.point(170, 530); tall: Qt.point(180, 566); below: true },
        Mark { wide: Qt.point(500, 242); tall: Qt.point(500, 242); right: true; level: 250 },
        Mark { wide: Qt.point(574, 452); tall: Qt.point(556, 566); right: true; below: true; level: 430 }
    ]

    Plate { on: d; name: "blending-back" }
    Repeater {
        model: 3

        Liquid {
            required property int index

            on: d
            start: 52 + index * 190
            end: 168 + index * 190
            floor: 224
            level: 112 + [84, 52, 30][index] * d.given(index) * d.rest
            color: d.wines[index]
        }
    }
    Swarm { on: d; name: "drop"; wide: 14; amount: 12; laps: 10; path: (index, time) => d.stream(0, time) }
    Swarm { on: d; name: "drop"; wide: 14; amount: 12; laps: 10; path: (index, time) => d.stream(1, time) }
    Swarm { on: d; name: "drop"; wide: 14; amount: 12; laps: 10; path: (index, time) => d.stream(2, time) }
    Liquid { on: d; start: 126; end: 474; floor: 566; level: 560 - 150 * d.full * d.rest }
    Repeater {   // what has run in turns about itself until no part is told from the other
        model: 15

        Rectangle {
            required property int index

            readonly property real turn: index * 0.7 + d.phase * 4 * Math.PI

            width: 26 * d.unit
            height: 7 * d.unit
            radius: height / 2
            antialiasing: true
            x: (300 + (40 + index * 7) * Math.cos(turn)) * d.unit - width / 2
            y: (506 + (10 + index * 1.8) * Math.sin(turn)) * d.unit
            color: d.wines[index % 3 === 1 ? 0 : 2]
            opacity: 0.8 * d.between(0.34, 0.5, d.phase) * (1 - d.between(0.66, 0.9, d.phase))
            visible: opacity > 0.01
        }
    }
    Plate { on: d; name: "blending-front" }
}
