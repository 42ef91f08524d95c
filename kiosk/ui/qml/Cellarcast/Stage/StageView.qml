pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// The stage: two places for scenes, of which one is seen and the other gets ready. What is on it
// is decided by the controller; the stage only says when a scene can be shown and lets go of old
// ones. It is never empty: the old scene stays until the new one covers it.
Item {
    id: stage

    required property StageController controller
    readonly property SceneView scene: shown?.scene ?? null
    property SceneSlot shown: null
    property SceneSlot leaving: null
    property SceneSlot waiting: null
    readonly property real pace: controller.pace
    property Component backing: null     // what the house puts over the picture
    property real dim: 0                 // how far the picture recedes behind what a visitor reads
    property rect leaf                   // the house's, for drawings
    property real lens: 1                // how much closer a visitor has the picture
    property point lensAt                // where its corner is then
    property bool selling: false         // in a broadcast: the wine that is to be had is said too
    property bool covered: false         // nothing of the scenes is seen behind it
    // Where she stands, while she is seen.
    readonly property rect standing: presenterPlace.visible && presenterPlace.opacity > 0
        ? Qt.rect(presenterPlace.x, presenterPlace.y, presenterPlace.width, presenterPlace.height) : Qt.rect(0, 0, 0, 0)

    function letGo(slot: SceneSlot): void {
        if (!slot)
            return;
        const number = slot.scene.number;
        slot.destroy();
        stage.controller.sceneGone(number);
    }

    function prepare(view: SceneView): void {
        fade.complete();
        tide.finish();
        stage.letGo(stage.waiting);
        stage.waiting = slotComponent.createObject(places, {
            "scene": view,
            "visible": false
        }) as SceneSlot;
        stage.waiting.watch();
    }

    function show(view: SceneView, transition: string): void {
        const slot = stage.waiting;
        stage.waiting = null;
        stage.leaving = stage.shown;
        stage.shown = slot;
        slot.visible = true;
        slot.onStage = true;
        if (transition === "cut" || stage.leaving === null) {
            stage.settled();
        } else if (transition === "wine" && !stage.controller.reducedMotion) {
            slot.revealed = 0;
            tide.rise(slot.scene.theme.wine);
        } else {
            slot.opacity = 0;
            fade.target = slot;
            fade.restart();
        }
    }

    function settled(): void {
        if (stage.shown)
            stage.shown.revealed = 1;
        stage.letGo(stage.leaving);
        stage.leaving = null;
    }

    onWidthChanged: Theme.unit = Math.min(width, height) / 1080
    onHeightChanged: Theme.unit = Math.min(width, height) / 1080

    Component {
        id: slotComponent

        SceneSlot {
            id: slot

            anchors.fill: parent
            moving: !stage.controller.reducedMotion
            pace: stage.pace
            caption: slot === stage.shown ? stage.controller.caption : ""
            secondCaption: slot === stage.shown ? stage.controller.secondCaption : ""
            explored: stage.controller.exploring
            leaf: stage.leaf
            lens: slot === stage.shown ? stage.lens : 1
            lensAt: slot === stage.shown ? stage.lensAt : Qt.point(0, 0)
            dim: stage.dim
            onReady: stage.controller.sceneReady(scene.number)
            onClipFailed: reason => stage.controller.clipFailed(scene.number, reason)
            onLayersFailed: stage.controller.layersFailed(scene.number)
            onFailed: stage.controller.sceneFailed(scene.number, "the picture cannot be decoded")
        }
    }

    Item {
        id: places

        objectName: "places"
        anchors.fill: parent
        visible: !stage.covered
    }

    Binding {
        target: stage.shown
        when: tide.running
        property: "revealed"
        value: tide.revealed
        restoreMode: Binding.RestoreNone
    }

    Loader {
        anchors.fill: parent
        sourceComponent: stage.backing
    }

    PresenterPlace {
        id: presenterPlace

        z: 1
        visible: stage.controller.poster === ""
        controller: stage.controller.presenter
        aside: stage.covered && !stage.controller.telling
        upright: stage.height > stage.width
    }

    Loader {   // before the presenter, as a lower third: clear of label, seal and captions
        id: offer

        readonly property bool upright: stage.height > stage.width
        readonly property real foot: upright
            ? Math.min(0.545 * stage.height, (stage.shown?.typeTop ?? stage.height) - 0.3 * Theme.margin)
            : stage.height - Theme.margin

        objectName: "offer"
        active: stage.selling && stage.scene !== null && stage.controller.poster === ""
        z: 1
        x: stage.width - width - Theme.margin
        y: Math.round(foot - height)
        sourceComponent: OfferSlip {
            scene: stage.scene
        }
    }

    WineTide {
        id: tide

        anchors.fill: parent
        z: 2
        length: Theme.tide / stage.pace
        onRisen: stage.settled()
    }

    NumberAnimation {
        id: fade

        property: "opacity"
        from: 0
        to: 1
        duration: Theme.dissolve / stage.pace
        easing.type: Easing.InOutQuad
        onFinished: stage.settled()
    }

    Loader {
        anchors.fill: parent
        z: 3
        active: stage.controller.poster !== ""
        sourceComponent: PosterView {
            controller: stage.controller
        }
    }

    Connections {
        target: stage.controller

        function onPrepareScene(view: SceneView): void {
            stage.prepare(view);
        }

        function onShowScene(view: SceneView, transition: string): void {
            stage.show(view, transition);
        }
    }
}
