pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// One scene in one of the stage's two places: picture, scrims and everything set in type.
// The incoming slot lies over the outgoing one and fades in, or is laid bare by the wine.
Item {
    id: slot

    required property SceneView scene
    required property bool moving
    property bool onStage: false
    property real revealed: 1            // share of the stage, from below, in which it is seen
    property string caption: ""
    property string secondCaption: ""
    property real pace: 1
    property bool explored: false        // a visitor has it: the house sets the words and the label
    property real dim: 0                 // how far its picture recedes behind what is read
    property real lens: 1                // how much closer its picture is, and where its corner is
    property point lensAt
    property rect leaf                   // where the house leaves room for a drawing then

    readonly property bool upright: height > width
    readonly property bool sideTitle: scene.chinese && !upright && scene.kind !== "wine" && !promo
    readonly property real typeTop: notes.visible ? notes.y : foot.y   // of what is set at its foot
    readonly property bool promo: scene.kind === "promo"
    signal ready
    signal failed
    signal clipFailed(reason: string)
    signal layersFailed

    // Say how the picture fares, from now on and at once where it is there already.
    function watch(): void {
        slot.report();
        picture.statusChanged.connect(slot.report);
    }

    function report(): void {
        if (picture.status === Image.Ready)
            slot.ready();
        else if (picture.status === Image.Error)
            slot.failed();
    }

    Item {
        anchors.bottom: parent.bottom
        width: slot.width
        height: slot.height * slot.revealed
        clip: slot.revealed < 1

        Item {
            anchors.bottom: parent.bottom
            width: slot.width
            height: slot.height

            Rectangle {
                anchors.fill: parent
                color: slot.scene.theme.ground
                visible: picture.status !== Image.Ready || picture.y < 0
            }

            MovingPicture {
                id: picture

                // A bottle stands higher on upright screens, where its notes are set below it, and
                // on wide ones further to the right and closer: they stand at its left.
                readonly property real enlarged: !slot.upright && slot.scene.kind === "wine" ? 1.08 : 1

                y: slot.scene.kind === "wine" ? -slot.height * (slot.upright ? 0.085 : 0.02) : 0
                width: slot.width * enlarged
                height: slot.height * enlarged
                source: slot.upright ? slot.scene.portraitPicture : slot.scene.picture
                subject: slot.upright ? slot.scene.portraitSubject : slot.scene.subject
                seconds: slot.scene.seconds + 2
                moving: slot.onStage && slot.moving && !explanation.covers && !slot.explored && !motion.plays
                living: motion.plays ? [] : slot.upright ? slot.scene.portraitLiving : slot.scene.living
                light: slot.scene.theme.light
                depth: slot.upright ? slot.scene.portraitDepth : slot.scene.depth
                deep: slot.moving && !slot.explored && !motion.plays
                alone: slot.opacity === 1
                onLayersFailed: slot.layersFailed()
                visible: !explanation.covers
                transform: [
                    Scale {
                        xScale: slot.lens
                        yScale: slot.lens
                    },
                    Translate {
                        x: slot.lensAt.x
                        y: slot.lensAt.y
                    }
                ]
            }

            Loader {   // by its file: it needs a type that is there when the scene opened its clip
                id: motion

                transform: [
                    Scale {
                        xScale: slot.lens
                        yScale: slot.lens
                    },
                    Translate {
                        x: slot.lensAt.x
                        y: slot.lensAt.y
                    }
                ]

                readonly property string film: slot.upright ? slot.scene.portraitClip : slot.scene.clip
                readonly property bool wanted: slot.onStage && slot.moving && film !== ""
                property bool broken: false
                readonly property bool plays: wanted && !broken   // what is below it rests

                anchors.fill: parent
                onWantedChanged: {
                    if (!wanted)
                        source = "";
                }

                Timer {   // once the scene stands and speaks: the first clip brings multimedia along
                    interval: 1500 / slot.pace
                    running: motion.plays && motion.item === null
                    onTriggered: {
                        slot.scene.openClip();
                        motion.setSource("MovingClip.qml", { "source": motion.film });
                    }
                }

                Connections {
                    target: motion.item
                    ignoreUnknownSignals: true

                    function onFailed(reason: string): void {
                        motion.broken = true;
                        slot.clipFailed(reason);
                    }
                }
            }

            Scrims {
                anchors.fill: parent
                visible: !explanation.covers
                scene: slot.scene
                upright: slot.upright
            }

            Explanation {
                id: explanation

                anchors.fill: parent
                scene: slot.scene
                upright: slot.upright
                touchable: slot.explored
                moving: slot.onStage && slot.moving
                pace: slot.pace
                receded: slot.dim > 0
                area: slot.explored ? slot.leaf : slot.upright
                    ? Qt.rect(Theme.margin, letterhead.y + letterhead.height, slot.width * 0.6 - Theme.margin,
                        foot.y - letterhead.y - letterhead.height - 0.4 * Theme.margin)
                    : Qt.rect(explanation.from, Theme.margin, slot.width * 0.705 - explanation.from,
                        foot.y - Theme.margin - (slot.sideTitle ? 0.5 : 0.3) * Theme.margin)

                readonly property real from: label.x + label.width + 0.6 * Theme.gutter
            }

            Rectangle {
                anchors.fill: parent
                visible: opacity > 0
                color: slot.scene.theme.ground
                opacity: slot.dim

                Behavior on opacity {
                    enabled: slot.moving

                    NumberAnimation {
                        duration: Theme.settle
                    }
                }
            }

            Letterhead {
                id: letterhead

                objectName: "letterhead"
                anchors { top: parent.top; right: parent.right; margins: Theme.margin }
                scene: slot.scene
            }

            BackLabel {
                id: label

                objectName: "backLabel"
                visible: !slot.explored
                anchors { left: parent.left; bottom: parent.bottom; margins: Theme.margin }
                scene: slot.scene
                wide: slot.upright
                large: slot.promo
                room: notes.visible && !slot.upright
                    ? slot.height - 2 * Theme.margin - 20 * Theme.unit - notes.height - rest : Infinity
            }

            UprightText {   // the title along the edge, as a Chinese book has it
                id: sideTitle

                visible: slot.sideTitle && !slot.explored
                x: Theme.margin + 108 * Theme.unit
                y: Theme.margin
                text: slot.sideTitle ? slot.scene.title : ""
                size: Math.min(Theme.title, (label.y - y - 12 * Theme.unit) / Math.max(1, text.length) / 1.1)
                color: slot.scene.theme.light
            }

            UprightText {   // its columns go on to the left
                visible: slot.sideTitle && !slot.explored
                anchors { right: sideTitle.left; rightMargin: 22 * Theme.unit; top: sideTitle.top; topMargin: 8 * Theme.unit }
                text: slot.sideTitle ? slot.scene.line : ""
                size: Theme.small
                perColumn: pitch > 0 ? Math.max(4, Math.min(12, Math.floor((label.y - y) / pitch) - 1)) : 12
                color: slot.scene.theme.light
            }

            TastingNotes {
                id: notes

                objectName: "notes"
                visible: slot.scene.kind === "wine" && !slot.explored
                x: Theme.margin
                y: slot.upright ? foot.y - height - 24 * Theme.unit : Theme.margin
                width: (slot.upright ? 860 : 500) * Theme.unit
                nameWidth: 545 * Theme.unit
                nameLines: slot.upright && !slot.scene.chinese ? 3 : 1
                rows: slot.upright || slot.scene.chinese ? 3 : 2
                scene: slot.scene
            }

            Column {
                id: foot

                objectName: "foot"
                visible: !slot.explored
                readonly property real from: slot.upright
                    ? Theme.margin : Theme.margin + label.width + Theme.gutter

                x: from
                width: slot.upright ? slot.width - 2 * Theme.margin
                     : slot.width * Theme.presenterFrom + 150 * Theme.unit - from
                anchors.bottom: parent.bottom
                anchors.bottomMargin: slot.upright
                    ? 2 * Theme.margin + label.height - 14 * Theme.unit : Theme.margin - 8 * Theme.unit
                spacing: 20 * Theme.unit

                Headline {
                    width: slot.upright ? Math.min(parent.width, 760 * Theme.unit) : parent.width
                    visible: slot.scene.kind !== "wine" && !slot.sideTitle
                    scene: slot.scene
                }

                StepRail {
                    visible: slot.scene.kind === "process"
                    scene: slot.scene
                }

                Text {
                    visible: slot.scene.kind === "wine" && notes.rows < 3 && text !== ""
                    width: parent.width
                    text: slot.scene.noteTexts.length > 2
                        ? slot.scene.noteLabels[2] + "    " + slot.scene.noteTexts[2] : ""
                    color: slot.scene.theme.light
                    font.family: slot.scene.chinese ? Theme.chineseText : Theme.latinTitle
                    font.weight: Font.Medium
                    font.pixelSize: slot.scene.chinese ? Theme.small : Theme.small * 1.15
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    renderType: Text.NativeRendering
                }

                FactRail {
                    width: parent.width
                    visible: slot.scene.kind === "wine"
                    scene: slot.scene
                }

                Captions {
                    width: parent.width
                    scene: slot.scene
                    caption: slot.caption
                    second: slot.secondCaption
                    size: slot.upright ? Theme.text * 1.06 : Theme.text * 0.95
                }
            }
        }
    }
}
