pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// A picture filling the stage, with a camera that slowly comes closer to its subject.
Item {
    id: picture

    required property url source
    required property point subject
    property real seconds: 12
    property bool moving: false
    readonly property alias status: image.status

    Image {
        id: image

        // Cover the stage and hold the subject where the picture has it.
        readonly property real cover: implicitWidth > 0
            ? Math.max(picture.width / implicitWidth, picture.height / implicitHeight) : 1

        asynchronous: true
        cache: false
        source: picture.source
        // Never decode more than the stage can show at the end of the move.
        sourceSize: picture.width >= picture.height
            ? Qt.size(0, Math.ceil(picture.height * (1 + Theme.zoom)))
            : Qt.size(0, Math.ceil(picture.height * (1 + Theme.zoom)))
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
