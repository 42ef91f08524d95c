import QtQuick

// One little picture, its middle at (cx, cy).
Image {
    required property Living on
    required property string look
    property color colour: on.colour
    property int seed: 0
    property real cx: 0
    property real cy: 0
    property real wide: 10
    property real tall: wide

    source: "image://living/" + look + "/" + colour.toString().slice(-6) + "/" + seed
    x: cx - wide / 2
    y: cy - tall / 2
    width: wide
    height: tall
}
