pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Living

// A picture filling the stage, with a camera that slowly comes closer to its subject. Where it has
// layers, what stands in front comes closer than what is behind.
Item {
    id: picture

    required property url source
    required property point subject
    property real seconds: 12
    property bool moving: false
    property list<var> living            // what moves in it
    property color light
    property var depth: ({})             // its layers, if any: see SceneView.depth
    property bool deep: false            // whether they are wanted, now or soon
    property bool alone: false           // nothing shines through it: layers would, in a dissolve
    readonly property alias status: image.status
    signal layersFailed

    Item {
        id: frame

        // Cover the stage and hold the subject where the picture has it.
        readonly property real cover: image.implicitWidth > 0
            ? Math.max(picture.width / image.implicitWidth, picture.height / image.implicitHeight) : 1
        readonly property real closer: layers.share > 0
            ? 1 + layers.share * Theme.closer * Math.max(0, camera.xScale - layers.from) / Theme.zoom : 1

        width: image.implicitWidth * cover
        height: image.implicitHeight * cover
        x: (picture.width - width) * picture.subject.x
        y: (picture.height - height) * picture.subject.y
        transform: Scale {
            id: camera

            origin.x: picture.subject.x * frame.width
            origin.y: picture.subject.y * frame.height
        }

        Image {
            id: image

            anchors.fill: parent
            asynchronous: true
            cache: false
            source: picture.source
            // Decoded at the size it covers before the camera moves: from then on it is only ever
            // magnified, which software OpenGL does in half the time that shrinking takes.
            sourceSize: Qt.size(0, Math.ceil(picture.height))
            visible: !layers.covering
        }

        Loader {
            id: layers

            // How far the layers are parted. They take the still's place unmoved, wherever the
            // camera is by then, and give it back unmoved.
            property real share: 0
            property real from: 1
            property bool hopeless: false
            readonly property bool wanted: picture.deep && image.status === Image.Ready && !hopeless
                && picture.depth.near !== undefined
            readonly property bool prepared: (item as PictureLayers)?.status === Image.Ready
            readonly property bool shown: wanted && prepared && picture.alone && picture.moving
            readonly property bool broken: (item as PictureLayers)?.status === Image.Error
            readonly property bool covering: share > 0 && prepared

            function giveUp(): void {
                layers.hopeless = true;
                picture.layersFailed();
            }

            anchors.fill: parent
            active: wanted || share > 0
            visible: covering
            onWantedChanged: {
                if (wanted && !item)
                    setSource("PictureLayers.qml", {
                        "depth": picture.depth,
                        "decoded": Qt.size(image.implicitWidth, image.implicitHeight),
                        "closer": Qt.binding(() => frame.closer)
                    });
                else if (!wanted && image.status === Image.Ready)
                    back.start();
                else if (!wanted)
                    share = 0;   // another picture is on its way
            }
            onShownChanged: {
                if (shown) {
                    back.stop();
                    from = share > 0 ? from : camera.xScale;
                    share = 1;
                }
            }
            onBrokenChanged: {
                if (broken)
                    Qt.callLater(layers.giveUp);
            }

            NumberAnimation {
                id: back

                target: layers
                property: "share"
                to: 0
                duration: Theme.settle
                easing.type: Easing.InOutSine
            }
        }

        LivingPicture {
            anchors.fill: parent
            things: picture.living
            light: picture.light
            alive: picture.moving && image.status === Image.Ready
            closer: frame.closer
            hinge: picture.depth.hinge ?? Qt.point(0, 0)
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
