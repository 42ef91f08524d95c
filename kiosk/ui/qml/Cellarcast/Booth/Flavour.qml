pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Cellarcast

// A wine's flavour on six axes, 1 to 5, as a web; a second wine is drawn over it in outline.
Item {
    id: flavour

    required property Inks inks
    required property bool chinese
    required property list<int> values
    property list<int> others
    readonly property list<string> names: [
        qsTr("Fruit"), qsTr("Acidity"), qsTr("Sweetness"), qsTr("Tannin"), qsTr("Body"), qsTr("Oak")
    ]
    readonly property point middle: Qt.point(width / 2, height / 2)
    readonly property real reach: Math.min(width / 2 - 110 * Theme.unit, height / 2 - 44 * Theme.unit)

    function at(axis: int, value: real): point {
        const angle = Math.PI * (axis / 3 - 0.5);
        const far = reach * value / 5;
        return Qt.point(middle.x + far * Math.cos(angle), middle.y + far * Math.sin(angle));
    }

    function web(values: list<int>): var {
        const points = values.map((value, axis) => at(axis, value));
        return points.length > 0 ? [...points, points[0]] : [];
    }

    Accessible.role: Accessible.Graphic
    Accessible.name: names.map((name, axis) => name + " " + values[axis] + "/5").join(", ")

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.GeometryRenderer

        ShapePath {
            strokeColor: flavour.inks.light
            strokeWidth: Theme.hairline
            fillColor: "transparent"

            PathPolyline {
                path: flavour.web([5, 5, 5, 5, 5, 5])
            }
        }

        ShapePath {
            strokeColor: flavour.inks.light
            strokeWidth: 3 * Theme.unit
            fillColor: Qt.alpha(flavour.inks.wine, 0.92)

            PathPolyline {
                path: flavour.web(flavour.values)
            }
        }

        ShapePath {
            strokeColor: flavour.inks.light
            strokeWidth: 3 * Theme.unit
            strokeStyle: ShapePath.DashLine
            fillColor: "transparent"

            PathPolyline {
                path: flavour.web(flavour.others)
            }
        }
    }

    Repeater {
        model: flavour.names

        Words {
            required property int index
            required property string modelData
            readonly property point place: flavour.at(index, 5)

            x: place.x - (index === 0 || index === 3 ? width / 2
                : index > 3 ? width + 12 * Theme.unit : -12 * Theme.unit)
            y: place.y - (index === 0 ? height + 4 * Theme.unit : index === 3 ? -4 * Theme.unit : height / 2)
            text: modelData
            chinese: flavour.chinese
            plain: true
            size: Theme.small
            wrapMode: Text.NoWrap
            color: flavour.inks.light
        }
    }
}
