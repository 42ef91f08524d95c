pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Living

// A picture filling the stage, with a camera that slowly comes closer to its subject.
Item {
    id: picture

    required property url source
    required property point subject
    property real seconds: 12
    property bool moving: false
    property list<var> living            // what moves in it
    property color light
    readonly property alias status: image.status

    Image {
        id: image

        // Cover the stage and hold the subject where the picture has it.
        readonly property real cover: implicitWidth > 0
            ? Math.max(picture.width / implicitWidth, picture.height / implicitHeight) : 1

        asynchronous: true
        cache: false
        source: picture.source
        // Decoded at the size it covers before the camera moves: from then on it is only ever
        // magnified, which software OpenGL does in half the time that shrinking takes.
        sourceSize: Qt.size(0, Math.ceil(picture.height))
        width: implicitWidth * cover
        height: implicitHeight * cover
        x: (picture.width - width) * picture.subject.x
        y: (picture.height - height) * picture.subject.y
        transformOrigin: Item.TopLeft
        transform: Scale {
            id: camera

            origin.x: picture.subject.x * image.width
            origin.y: picture.subject.y * image.height
        }

        LivingPicture {
            anchors.fill: parent
            things: picture.living
            light: picture.light
            alive: picture.moving && image.status === Image.Ready
        }
    }

    ParallelAnimation {
        running: picture.moving

        NumberAnimation {
            target: camera
            properties: "xScale,yScale"
            from: 1
            to: 1 + Theme.zoom
            duration: picture.seconds * 1000
            easing.type: Easing.InOutSine
        }
    }
}
