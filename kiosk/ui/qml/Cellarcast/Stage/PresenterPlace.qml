pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Where the presenter stands: at the right, on the stage's lower edge; on upright screens above
// the type, fading into the picture's dark. Comes and goes like light, never by a jump.
Item {
    id: place

    objectName: "presenter"

    required property PresenterController controller
    required property bool upright
    readonly property real high: upright ? parent.height * 0.43 : parent.height * 0.84

    width: high * 3 / 4
    height: high
    x: parent.width - width + (upright ? 70 : 24) * Theme.unit
    y: upright ? parent.height * 0.6 - high : parent.height - high
    opacity: controller.present ? 1 : 0

    onWidthChanged: controller.place(width, upright)
    onUprightChanged: controller.place(width, upright)
    Component.onCompleted: controller.place(width, upright)
    onOpacityChanged: {
        if (opacity === 0)
            controller.swap();
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.settle
            easing.type: Easing.InOutQuad
        }
    }

    PresenterPainter {
        anchors.fill: parent
        controller: place.controller
    }
}
