pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// The walk: one stands in the winery and looks around. Fingers turn the view and bring it closer;
// tags tell what is there, or lead on; the deck has all of it too.
Room {
    id: room

    readonly property rect sight: plan.sight
    readonly property Walk walk: house.walk
    readonly property int at: walk.stops.findIndex(each => each.id === walk.stop)
    readonly property list<var> spots: at < 0 ? [] : walk.stops[at].spots
    readonly property bool telling: house.telling
    readonly property bool here: walk.sight !== "" && walk.sight === walk.stop
    property string told: ""                 // the scene that is being told

    function go(stop: string): void {
        house.sound("open");
        walk.go(stop);
    }

    function touched(spot: var): void {
        if (spot.to !== "") {
            go(spot.to);
            return;
        }
        told = spot.scene;
        house.tell(spot.scene, "");
    }

    function hidden(foot: point): bool {   // behind who stands there and tells
        const who = plan.standing;
        return foot.x > who.x + 0.12 * who.width && foot.x < who.x + who.width && foot.y > who.y;
    }

    function does(spot: var): string {
        return spot.to !== "" ? qsTr("Walk on: %1").arg(spot.name) : qsTr("Hear about: %1").arg(spot.name);
    }

    dim: 0

    onTellingChanged: {
        if (!telling)
            told = "";
    }

    backing: Component {
        Item {   // as large as the stage
            Item {
                id: view

                width: room.sight.width
                height: room.sight.height
                opacity: room.walk.sight !== "" ? 1 : 0
                visible: opacity > 0

                Behavior on opacity {
                    enabled: !room.house.still

                    NumberAnimation {
                        duration: Theme.settle
                    }
                }

                Binding {
                    room.covers: view.opacity > 0
                    room.covering: view.opacity === 1
                }

                PanoramaPainter {
                    function measure(): void {
                        room.walk.resize(width, height, Theme.hand);
                    }

                    objectName: "panorama"
                    anchors.fill: parent
                    walk: room.walk
                    onWidthChanged: measure()
                    onHeightChanged: measure()
                    Component.onCompleted: measure()

                    NumberAnimation on fading {
                        id: dissolve

                        running: false
                        from: 1
                        to: 0
                        duration: Theme.dissolve
                        easing.type: Easing.InOutQuad
                        onFinished: room.walk.settle()
                    }
                }

                Connections {
                    target: room.walk

                    function onArrived(): void {
                        if (room.house.still)
                            room.walk.settle();
                        else
                            dissolve.restart();
                    }
                }

                Image {   // the letterhead's ground
                    anchors { top: parent.top; right: parent.right }
                    width: Math.min(parent.width, 1100 * Theme.unit)
                    height: 480 * Theme.unit
                    source: "image://scrim/corner/" + room.inks.ground.toString().slice(-6)
                    smooth: true
                }

                Rectangle {   // the captions'
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: 230 * Theme.unit
                    visible: room.plan.caption !== ""
                    gradient: Gradient {
                        GradientStop { position: 0; color: Qt.alpha(room.inks.ground, 0) }
                        GradientStop { position: 0.45; color: Qt.alpha(room.inks.ground, room.house.contrast ? 1 : 0.66) }
                        GradientStop { position: 1; color: Qt.alpha(room.inks.ground, room.house.contrast ? 1 : 0.88) }
                    }
                }
            }
        }
    }

    MultiPointTouchArea {
        objectName: "lookout"
        x: room.sight.x
        y: room.sight.y
        width: room.sight.width
        height: room.sight.height
        mouseEnabled: true
        onPressed: touchPoints => touchPoints.forEach(point => room.walk.press(point.pointId, point.x, point.y))
        onUpdated: touchPoints => touchPoints.forEach(point => room.walk.drag(point.pointId, point.x, point.y))
        onReleased: touchPoints => touchPoints.forEach(point => room.walk.lift(point.pointId))
        onCanceled: touchPoints => touchPoints.forEach(point => room.walk.lift(point.pointId))
    }

    Item {
        x: room.sight.x
        y: room.sight.y
        width: room.sight.width
        height: room.sight.height
        clip: true
        visible: room.here

        Repeater {
            model: room.spots

            SpotTag {
                required property int index
                required property var modelData

                objectName: "tag-" + index
                inks: room.inks
                chinese: room.house.chineseWords
                text: modelData.name
                does: room.does(modelData)
                leads: modelData.to !== ""
                chosen: modelData.scene !== "" && modelData.scene === room.told
                foot: room.walk.place(modelData.right, modelData.up, room.walk.heading, room.walk.pitch, room.walk.field)
                visible: x + width > 0 && x < room.sight.width && y + height > 0 && y < room.sight.height
                    && !room.hidden(foot)
                onTapped: room.touched(modelData)
            }
        }
    }

    Title {
        visible: !room.here
        x: room.leaf.x
        y: room.leaf.y + room.leaf.height - height
        width: room.leaf.width
        inks: room.inks
        chinese: room.house.chineseWords
        text: room.at < 0 ? "" : room.walk.stops[room.at].title
        line: ""
    }

    // The deck: the stops, what is here, and turning for those who cannot drag.

    readonly property int rows: upright ? 3 : 2
    readonly property real rowHeight: Math.floor(deck.height / rows)
    readonly property real turnWidth: upright ? Math.floor(deck.width / 2) : Math.floor(deck.width * 0.17)

    SlipRow {
        id: stops

        objectName: "stops"
        x: room.deck.x
        y: room.deck.y
        width: room.deck.width
        height: room.rowHeight
        model: room.walk.stops
        current: room.at

        delegate: Slip {
            required property int index
            required property var modelData

            objectName: "stop-" + modelData.id
            width: stops.part
            height: room.rowHeight
            inks: room.inks
            chinese: room.house.chineseWords
            mark: modelData.mark
            text: modelData.title
            chosen: modelData.id === room.walk.stop
            onTapped: room.go(modelData.id)
        }
    }

    SlipRow {
        id: here

        objectName: "spots"
        x: room.deck.x + (room.upright ? 0 : room.turnWidth)
        y: room.deck.y + room.rowHeight
        width: room.deck.width - (room.upright ? 0 : 2 * room.turnWidth)
        height: room.rowHeight
        model: room.spots

        delegate: Slip {
            required property int index
            required property var modelData

            objectName: "spot-" + index
            Accessible.name: room.does(modelData)
            width: here.part
            height: room.rowHeight
            inks: room.inks
            chinese: room.house.chineseWords
            text: modelData.name
            note: modelData.to !== "" ? qsTr("Walk on") : qsTr("Hear it told")
            chosen: modelData.scene !== "" && modelData.scene === room.told
            onTapped: room.touched(modelData)
        }
    }

    Slip {
        objectName: "turn-left"
        x: room.deck.x
        y: room.deck.y + (room.rows - 1) * room.rowHeight
        width: room.turnWidth
        height: room.rowHeight
        inks: room.inks
        chinese: room.house.chinese
        text: qsTr("Turn left")
        onTapped: {
            room.house.sound("touch");
            room.walk.turn(-45);
        }
    }

    Slip {
        objectName: "turn-right"
        x: room.deck.x + room.deck.width - width
        y: room.deck.y + (room.rows - 1) * room.rowHeight
        width: room.turnWidth
        height: room.rowHeight
        inks: room.inks
        chinese: room.house.chinese
        text: qsTr("Turn right")
        onTapped: {
            room.house.sound("touch");
            room.walk.turn(45);
        }
    }
}
