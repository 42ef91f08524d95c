pragma ComponentBehavior: Bound
import QtQuick

// A picture in two: what is behind, and over it what stands in front and comes closer than it.
// Unmoved, both together are the picture.
Item {
    id: layers

    required property var depth          // far, near, area, hinge: see SceneView.depth
    required property size decoded       // at what size the whole picture is
    property real closer: 1              // how much larger what stands in front is by now
    readonly property int status: far.status === Image.Error || near.status === Image.Error ? Image.Error
        : far.status !== Image.Ready || near.status !== Image.Ready ? Image.Loading
        : far.fits && near.fits ? Image.Ready : Image.Error

    component Layer: Image {
        property size place              // of the decoded picture, in pixels
        // Other proportions than its place has: it would be bent.
        readonly property bool fits: Math.abs(implicitWidth * place.height - implicitHeight * place.width)
            < Math.max(0.02 * implicitWidth * place.height, 2 * (place.width + place.height))

        asynchronous: true
        cache: false
        sourceSize: Qt.size(0, Math.round(place.height))   // as the still's: only ever magnified
    }

    Layer {
        id: far

        objectName: "far"
        width: layers.width
        height: layers.height
        place: layers.decoded
        source: layers.depth.far
    }

    Layer {
        id: near

        readonly property rect area: layers.depth.area

        objectName: "near"
        x: area.x * layers.width
        y: area.y * layers.height
        width: area.width * layers.width
        height: area.height * layers.height
        place: Qt.size(area.width * layers.decoded.width, area.height * layers.decoded.height)
        source: layers.depth.near
        transform: Scale {
            origin.x: layers.depth.hinge.x * layers.width - near.x
            origin.y: layers.depth.hinge.y * layers.height - near.y
            xScale: layers.closer
            yScale: layers.closer
        }
    }
}
