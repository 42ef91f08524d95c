pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast.Bridge

// A silent clip over its picture. The picture is its first frame and stays wherever the clip fails:
// nothing here can leave the stage empty.
ClipPainter {
    required property string source

    Component.onCompleted: play(source)
}
