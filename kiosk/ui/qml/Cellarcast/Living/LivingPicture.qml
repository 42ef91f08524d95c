pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// What moves in a picture, laid over it and held by the same camera. Nothing is made before the
// picture is on the stage, nothing is left when it stands still.
Item {
    id: picture

    required property list<var> things
    required property color light        // the colour of what has none of its own
    required property bool alive
    property real closer: 1              // how much larger what stands in front is by now
    property point hinge                 // and from where, in fractions

    opacity: alive ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        enabled: picture.alive

        NumberAnimation {
            duration: Theme.settle
        }
    }

    Repeater {
        model: picture.visible ? picture.things : []

        Loader {
            id: thing

            required property var modelData

            transform: Scale {
                readonly property real held: thing.modelData.near ? picture.closer : 1

                origin.x: picture.hinge.x * picture.width
                origin.y: picture.hinge.y * picture.height
                xScale: held
                yScale: held
            }

            Component.onCompleted: setSource(modelData.kind + ".qml", {
                "area": Qt.binding(() => Qt.rect(modelData.area.x * picture.width, modelData.area.y * picture.height,
                    modelData.area.width * picture.width, modelData.area.height * picture.height)),
                "colour": modelData.colour !== "" ? modelData.colour : picture.light,
                "strength": modelData.strength,
                "mirrored": modelData.mirrored,
                "unit": Qt.binding(() => Math.min(picture.width, picture.height) / 1000),
                "moving": Qt.binding(() => picture.alive)
            })
        }
    }
}
