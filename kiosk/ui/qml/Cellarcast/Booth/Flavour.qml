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
    // Names stand over the upper corners and under the lower ones, clear of the edges.
    readonly property real aside: 0.65       // of a name's width that is outside its corner
    readonly property real reach: Math.max(0, Math.min(
        (width / 2 - aside * longest.width) / Math.cos(Math.PI / 6), height / 2 - 50 * Theme.unit))

    function at(axis: int, value: real): point {
        const angle = Math.PI * (axis / 3 - 0.5);
        const far = reach * value / 5;
        return Qt.point(middle.x + far * Math.cos(angle), middle.y + far * Math.sin(angle));
    }

    function web(values: list<int>): var {
        const points = values.map((value, axis) => at(axis, value));
        return points.length > 0 ? [...points, points[0]] : [];
    }

    function told(values: list<int>): string {
        return names.map((name, axis) => name + " " + values[axis] + "/5").join(", ");
    }

    Accessible.role: Accessible.Graphic
    Accessible.name: others.length > 0 ? told(values) + "; " + told(others) : told(values)

    TextMetrics {
        id: longest

        font: metrics.font
        text: flavour.names.reduce((one, other) => one.length >= other.length ? one : other)
    }

    Words {
        id: metrics

        visible: false
        chinese: flavour.chinese
        plain: true
        size: Theme.small
    }

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

        ShapePath {   // the rings between, fainter
            strokeColor: Qt.alpha(flavour.inks.light, 0.35)
            strokeWidth: Theme.hairline
            fillColor: "transparent"

            PathMultiline {
                paths: [1, 2, 3, 4].map(ring => flavour.web([ring, ring, ring, ring, ring, ring]))
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
            strokeColor: flavour.others.length > 0 ? flavour.inks.light : "transparent"
            strokeWidth: 4 * Theme.unit
            strokeStyle: ShapePath.DashLine
            dashPattern: [4, 3]
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

            readonly property real off: (index % 3 === 0 ? 4 : 12) * Theme.unit

            x: place.x - width * (index % 3 === 0 ? 0.5 : index < 3 ? 1 - flavour.aside : flavour.aside)
            y: place.y + (index < 2 || index === 5 ? -height - off : off)
            text: modelData
            chinese: flavour.chinese
            plain: true
            size: Theme.small
            wrapMode: Text.NoWrap
            color: flavour.inks.light
        }
    }
}
