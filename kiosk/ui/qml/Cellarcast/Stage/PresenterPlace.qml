pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Where the presenter stands: at the right, on the stage's lower edge; on upright screens above
// the type, fading into the picture's dark. Comes and goes like light, never by a jump.
Item {
    id: place

    objectName: "presenter"

    required property PresenterPicture controller
    required property bool upright
    property bool aside: false           // what there is to see needs all the room
    // Whole pixels: what is neither scaled nor between two of them is laid on at a third of the cost.
    readonly property int step: Math.floor(parent.height * (upright ? 0.4 : 0.81) / 4)

    width: 3 * step
    height: 4 * step
    x: Math.round(parent.width - width + (upright ? 70 : 24) * Theme.unit)
    y: Math.round(parent.height * (upright ? 0.545 : 1) - height)
    opacity: controller.present && !aside ? 1 : 0

    onWidthChanged: controller.place(width, upright)
    onUprightChanged: controller.place(width, upright)
    onAsideChanged: controller.stepAside(opacity === 0 && aside)
    Component.onCompleted: controller.place(width, upright)
    onOpacityChanged: {
        if (opacity === 0)
            controller.swap();
        controller.stepAside(opacity === 0 && aside);
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.settle
            easing.type: Easing.InOutQuad
        }
    }

    Connections {
        target: place.controller

        function onPresentChanged(): void {
            // One who was called off before any of her was seen has no fade that could end.
            if (place.opacity === 0)
                place.controller.swap();
        }
    }

    PresenterPainter {
        anchors.fill: parent
        controller: place.controller
    }
}
