pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast.Bridge

// A silent clip over its picture. The picture is its first frame and stays wherever the clip fails:
// nothing here can leave the stage empty.
Item {
    id: motion

    required property string source
    signal failed(reason: string)

    Component.onCompleted: painter.play(source)
    Component.onDestruction: painter.close()   // here: items that Python makes are not told of theirs

    ClipPainter {
        id: painter

        anchors.fill: parent
        onFailed: reason => motion.failed(reason)
    }
}
