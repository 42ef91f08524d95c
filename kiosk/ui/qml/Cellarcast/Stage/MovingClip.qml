pragma ComponentBehavior: Bound
import QtQuick
import QtMultimedia

// A silent clip over its picture. The picture is its first frame and stays wherever the clip fails:
// nothing here can leave the stage empty.
Item {
    id: clip

    required property url source
    property bool started: false
    signal failed(reason: string)

    readonly property int limit: 4000   // ms to the first frame; field reports call later than that dead

    Component.onCompleted: player.play()

    MediaPlayer {
        id: player

        source: clip.source
        loops: MediaPlayer.Infinite
        videoOutput: output
        onErrorOccurred: (error, text) => clip.failed(text)
    }

    VideoOutput {
        id: output

        anchors.fill: parent
        fillMode: VideoOutput.PreserveAspectCrop
        visible: clip.started
    }

    Connections {
        target: output.videoSink

        function onVideoFrameChanged(): void {
            clip.started = true;
            patience.stop();
        }
    }

    Timer {
        id: patience

        running: true
        interval: clip.limit
        onTriggered: {
            player.stop();
            clip.failed("no first frame within 4 s");
        }
    }
}
