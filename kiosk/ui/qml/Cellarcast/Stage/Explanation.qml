pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// A step's diagram: gets ready behind the picture, takes its place by the stage's own dissolve
// when the scene says so, and is laid on the winery's dark.
Item {
    id: explanation

    required property SceneView scene
    required property bool upright
    required property bool moving
    required property real pace
    property bool touchable: false
    required property bool receded     // behind what a visitor reads: a drawing is too busy for that
    required property rect area        // what type and presenter leave free

    readonly property bool covers: opacity === 1   // nothing behind it is seen any more

    opacity: scene.explaining && !receded ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.dissolve / explanation.pace
            easing.type: Easing.InOutQuad
        }
    }

    Rectangle {
        anchors.fill: parent
        color: explanation.scene.theme.ground

        Image {
            anchors.fill: parent
            source: explanation.scene.diagram !== "" ? explanation.scene.theme.groundTile : ""
            fillMode: Image.Tile
        }
    }

    Loader {   // by its file: a scene without a diagram loads none
        id: drawing

        x: explanation.area.x
        y: explanation.area.y
        width: explanation.area.width
        height: explanation.area.height

        Component.onCompleted: {
            const name = explanation.scene.diagram;
            if (name !== "")
                setSource("../Diagrams/" + name[0].toUpperCase() + name.slice(1) + ".qml", {
                    "scene": explanation.scene,
                    "touchable": Qt.binding(() => explanation.touchable),
                    "upright": Qt.binding(() => explanation.upright),
                    "moving": Qt.binding(() => explanation.moving && explanation.visible)
                });
        }
    }
}
