pragma ComponentBehavior: Bound
import QtQuick
import QtMultimedia

// A silent clip over its picture. The picture is its first frame and stays wherever the clip fails:
// nothing here can leave the stage empty.
Item {
    id: motion

    required property url source
    property bool started: false
    signal failed(reason: string)

    readonly property int limit: 4000   // ms to the first frame; field reports call later than that dead

    Component.onCompleted: player.play()

    MediaPlayer {
        id: player

        source: motion.source
        loops: MediaPlayer.Infinite
        videoOutput: output
        onErrorOccurred: (error, text) => motion.failed(text)
    }

    VideoOutput {
        id: output

        anchors.fill: parent
        fillMode: VideoOutput.PreserveAspectCrop
        visible: motion.started
    }

    Connections {
        target: output.videoSink

        function onVideoFrameChanged(): void {
            motion.started = true;
            patience.stop();
        }
    }

    Timer {
        id: patience

        running: true
        interval: motion.limit
        onTriggered: {
            player.stop();
            motion.failed("no first frame within 4 s");
        }
    }
}
