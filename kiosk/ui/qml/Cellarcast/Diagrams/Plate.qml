import QtQuick

// A layer of line work over the whole drawing.
Image {
    required property Diagram on
    required property string name

    source: on.plates + name
    sourceSize.width: Math.round(600 * on.unit)
}
