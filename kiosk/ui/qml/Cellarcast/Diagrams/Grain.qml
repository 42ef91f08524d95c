import QtQuick

// One drawing, or one of the little things over it: its middle at (cx, cy), in units.
Image {
    required property Diagram on
    required property string name
    property real cx: 300
    property real cy: 300
    property real wide: 600

    source: on.plates + name
    sourceSize.width: Math.round(wide * on.unit)
    x: cx * on.unit - width / 2
    y: cy * on.unit - height / 2
}
