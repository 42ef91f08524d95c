pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// One scene at a time, exactly as the stage sets it, for pictures drawn off screen.
Window {
    id: window

    required property PreviewController controller
    required property PresenterPicture presenter
    property SceneSlot slot: null

    function drawScene(view: SceneView, caption: string): void {
        if (slot)
            slot.destroy();
        Theme.unit = Math.min(width, height) / 1080;
        slot = slotComponent.createObject(contentItem, {
            "scene": view,
            "caption": caption
        }) as SceneSlot;
        slot.watch();
    }

    color: "#17120f"

    Component {
        id: slotComponent

        SceneSlot {
            anchors.fill: parent
            moving: false
            onReady: window.controller.sceneReady()
            onFailed: window.controller.sceneFailed()
        }
    }

    PresenterPlace {
        z: 1
        controller: window.presenter
        upright: window.height > window.width
    }

    Connections {
        target: window.controller

        function onDrawScene(view: SceneView, caption: string): void {
            window.drawScene(view, caption);
        }
    }
}
