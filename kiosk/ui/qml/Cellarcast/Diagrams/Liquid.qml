import QtQuick

// Wine in a vessel, up to a level, with the light along its surface; in units of the drawing.
Rectangle {
    id: liquid

    required property Diagram on
    property real start: 0
    property real end: 600
    property real level: 300
    property real floor: 600

    x: Math.round(start * on.unit)
    width: Math.round(end * on.unit) - x
    y: Math.round(level * on.unit)
    height: Math.max(0, Math.round(floor * on.unit) - y)
    color: on.must
    visible: height > 0

    Rectangle {
        width: parent.width
        height: Math.max(1, Math.round(2 * liquid.on.unit))
        color: Qt.lighter(liquid.color, 1.55)
    }
}
