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
    readonly property bool upright: height > width
    readonly property bool open: controller.open && scene !== null
    readonly property real dim: open && room.item ? (controller.contrast ? 1 : (room.item as Room).dim) : 0
    readonly property Component backdrop: open && room.item ? (room.item as Room).backdrop : null
    property string sheet: ""

    readonly property real gap: 18 * Theme.unit
    readonly property real deckHeight: upright
        ? 3 * Theme.touch + 12 * Theme.unit
        : (controller.reach ? 2 : 3) * Theme.touch + (controller.reach ? 0 : 12 * Theme.unit)
    readonly property real counterHeight: deckHeight + Theme.touch + 3 * gap + (upright ? labelPlace.height + gap : 0)
    readonly property real counterTop: height - counterHeight
    readonly property real deckLeft: upright ? Theme.margin : labelPlace.x + labelPlace.width + Theme.gutter
    readonly property rect deck: Qt.rect(deckLeft, height - 2 * gap - Theme.touch - deckHeight,
        width - Theme.margin - deckLeft, deckHeight)
    readonly property real captionHeight: 2 * 1.36 * Theme.text
    readonly property real leafTop: upright ? 230 * Theme.unit : Theme.margin
    readonly property rect leaf: Qt.rect(Theme.margin, leafTop,
        upright ? width * 0.5 - Theme.margin : width * 0.65 - Theme.margin,
        counterTop - leafTop - captionHeight - 2 * gap)

    function ask(name: string): void {
        sheet = sheet === name ? "" : name;
    }

    onOpenChanged: sheet = ""

    PointHandler {   // sees every finger, whoever takes it
        onActiveChanged: if (active) view.controller.touch()
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
        y: (1 - view.raised) * view.counterHeight
        width: view.width
        height: view.height
        visible: view.raised > 0

        Loader {   // over a backdrop, whose story it is and the AI seal are set anew
            active: view.backdrop !== null && view.scene !== null
            anchors { top: parent.top; right: parent.right; margins: Theme.margin }
            sourceComponent: Letterhead {
                scene: view.scene
            }
        }

        Rectangle {
            id: counter

            y: view.counterTop
            width: view.width
            height: view.counterHeight
            color: colours.paper

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
            y: view.upright ? view.counterTop + view.gap
                : view.counterTop + Math.round((view.counterHeight - height) / 2)
            sourceComponent: BackLabel {
                objectName: "counterLabel"
                scene: view.scene
                wide: true
                flat: true
                side: (view.upright ? 270 : 250) * Theme.unit
                measure: (view.upright ? 560 : 270) * Theme.unit
            }
        }

        Bar {
            x: view.deck.x
            y: view.height - view.gap - Theme.touch
            width: view.deck.width
            house: view.controller
            inks: colours
            sheet: view.sheet
            onSheetAsked: name => view.ask(name)
        }

        Loader {
            id: room

            anchors.fill: parent
            active: view.open
            visible: view.sheet === ""
            sourceComponent: {
                switch (view.controller.place) {
                case "story":
                    return story;
                case "making":
                    return making;
                case "wines":
                    return wines;
                case "origin":
                    return origin;
                case "live":
                    return live;
                case "list":
                    return list;
                default:
                    return contents;
                }
            }
        }

        Loader {
            active: view.sheet === "language"
            x: view.deck.x
            y: view.deck.y
            sourceComponent: Languages {
                width: view.deck.width
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
                deck: view.deck
            }
        }

        Title {
            visible: view.sheet !== ""
            x: view.leaf.x
            y: view.leaf.y + view.leaf.height - height
            width: view.leaf.width
            inks: colours
            chinese: view.controller.chinese
            text: view.sheet === "language" ? qsTr("Your language") : qsTr("As it suits you")
            line: qsTr("It stays so until you finish.")
        }

        Loader {
            active: view.open
            x: view.leaf.x
            y: view.counterTop - view.gap - height
            width: view.upright ? view.width - 2 * Theme.margin : view.leaf.width
            sourceComponent: Captions {
                scene: view.scene
                caption: view.stage.controller.caption
                second: ""
                size: Theme.text
            }
        }

        Countdown {
            visible: view.controller.warning
            y: view.counterTop
            width: view.width
            height: view.counterHeight
            house: view.controller
            inks: colours
            deck: view.deck
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

    Component {
        id: contents

        ContentsRoom {
            house: view.controller
            inks: colours
            leaf: view.leaf
            deck: view.deck
            upright: view.upright
        }
    }

    Component {
        id: story

        StoryRoom {
            house: view.controller
            inks: colours
            leaf: view.leaf
            deck: view.deck
            upright: view.upright
        }
    }

    Component {
        id: making

        MakingRoom {
            scene: view.scene
            house: view.controller
            inks: colours
            leaf: view.leaf
            deck: view.deck
            upright: view.upright
        }
    }

    Component {
        id: wines

        WinesRoom {
            house: view.controller
            inks: colours
            leaf: view.leaf
            deck: view.deck
            upright: view.upright
        }
    }

    Component {
        id: origin

        OriginRoom {
            house: view.controller
            inks: colours
            leaf: view.leaf
            deck: view.deck
            upright: view.upright
        }
    }

    Component {
        id: live

        LiveRoom {
            house: view.controller
            inks: colours
            leaf: view.leaf
            deck: view.deck
            upright: view.upright
        }
    }

    Component {
        id: list

        ListRoom {
            house: view.controller
            inks: colours
            leaf: view.leaf
            deck: view.deck
            upright: view.upright
        }
    }
}
