pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge
import Cellarcast.Stage

// What a visitor touches: the counter with the back label, the deck and the bar; above it, on the
// stage's picture, the leaf of the room they are in. The first touch anywhere raises it.
Item {
    id: view

    required property HouseController controller
    required property StageView stage
    readonly property SceneView scene: stage.scene
    readonly property bool open: controller.open && scene !== null
    readonly property Room room: open ? place.item as Room : null    // null: nobody is there
    readonly property Plan plan: Plan {
        house: view.controller
        inks: colours
        width: view.width
        height: view.height
        label: Qt.rect(labelPlace.x, 0, labelPlace.width, labelPlace.height)
        scene: view.scene
        caption: view.stage.controller.caption
        standing: view.stage.standing
        keyRows: view.room?.keyRows ?? 0
    }
    readonly property real dim: !room ? 0 : controller.contrast ? 1 : room.dim
    property string sheet: ""

    function unfold(name: string): void {
        sheet = sheet === name ? "" : name;
    }

    onOpenChanged: sheet = ""

    PointHandler {   // sees every finger, whoever takes it
        onActiveChanged: if (active) view.controller.touch()
    }

    Binding {
        target: Theme
        property: "millimetre"
        value: view.controller.millimetre
    }

    Binding {
        target: Theme
        property: "code"
        value: view.controller.codeWidth
    }

    Binding {
        target: Theme
        property: "low"
        value: view.controller.reach && !view.plan.upright
    }

    Binding {
        target: Theme
        property: "large"
        value: view.controller.large
    }

    property real raised: open ? 1 : 0

    Behavior on raised {
        enabled: !view.controller.still

        NumberAnimation {
            duration: Theme.settle
            easing.type: Easing.OutCubic
        }
    }

    Inks {
        id: colours

        theme: view.scene?.theme ?? null
        contrast: view.controller.contrast
    }

    Item {
        y: (1 - view.raised) * view.plan.counterHeight
        width: view.width
        height: view.height
        visible: view.raised > 0

        Loader {   // over a backing, whose story it is and the AI seal are set anew
            active: view.room?.covers ?? false
            anchors { top: parent.top; right: parent.right; margins: Theme.margin }
            sourceComponent: Letterhead {
                objectName: "coverLetterhead"
                scene: view.scene
            }
        }

        Rectangle {
            id: counter

            y: view.plan.counterTop
            width: view.width
            height: view.plan.counterHeight
            color: colours.paper

            Image {
                anchors.fill: parent
                source: colours.paperTile
                fillMode: Image.Tile
            }

            Rectangle {
                width: parent.width
                height: 4 * Theme.unit
                color: colours.wine
            }
        }

        Loader {
            id: labelPlace

            active: view.scene !== null
            x: Theme.margin
            y: view.plan.upright ? view.plan.counterTop + view.plan.gap
                : view.plan.counterTop + Math.round((view.plan.counterHeight - height) / 2)
            sourceComponent: BackLabel {
                objectName: "counterLabel"
                scene: view.scene
                wide: true
                flat: true
                side: (view.plan.upright ? 270 : 250) * Theme.unit
                measure: (view.plan.upright ? 560 : 270) * Theme.unit
            }
        }

        Bar {
            visible: view.plan.keyRows === 0
            x: view.plan.bar.x
            y: view.plan.bar.y
            width: view.plan.bar.width
            house: view.controller
            inks: colours
            sheet: view.sheet
            onSheetAsked: name => view.unfold(name)
        }

        Loader {   // by its file: a room is what its place is called
            id: place

            readonly property string name: view.open ? view.controller.place : ""

            function furnish(): void {
                if (name === "")
                    source = "";
                else
                    setSource(name[0].toUpperCase() + name.slice(1) + "Room.qml", { "plan": view.plan });
            }

            anchors.fill: parent
            visible: view.sheet === ""
            onNameChanged: furnish()
        }

        Loader {
            active: view.sheet === "language"
            x: view.plan.deck.x
            y: view.plan.deck.y
            sourceComponent: Languages {
                width: view.plan.deck.width
                house: view.controller
                inks: colours
            }
        }

        Loader {
            active: view.sheet === "display"
            anchors.fill: parent
            sourceComponent: DisplaySheet {
                house: view.controller
                inks: colours
                deck: view.plan.deck
            }
        }

        Title {
            visible: view.sheet !== ""
            x: view.plan.leaf.x
            y: view.plan.leaf.y + view.plan.leaf.height - height
            width: view.plan.leaf.width
            inks: colours
            chinese: view.controller.chinese
            text: view.sheet === "language" ? qsTr("Your language") : qsTr("As it suits you")
            line: qsTr("It stays so until you finish.")
        }

        Loader {
            active: view.open
            x: view.plan.leaf.x
            y: view.plan.counterTop - view.plan.gap - height
            width: view.plan.upright ? view.width - 2 * Theme.margin : view.plan.leaf.width
            sourceComponent: Captions {
                scene: view.scene
                caption: view.plan.caption
                second: ""
                size: Theme.text
            }
        }

        Countdown {
            visible: view.controller.warning
            y: view.plan.counterTop
            width: view.width
            height: view.plan.counterHeight
            house: view.controller
            inks: colours
            deck: view.plan.deck
        }
    }

    MultiPointTouchArea {   // until a visitor is there, the whole screen is one button
        property bool held: false

        objectName: "firstTouch"
        anchors.fill: parent
        enabled: !view.controller.open || held
        mouseEnabled: true
        onPressed: {
            held = true;
            view.controller.begin();
        }
        onReleased: held = false
        onCanceled: held = false
    }
}
