pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast.Bridge
import Cellarcast.Stage

// The booth's window. One rotation for everything: pictures, type and touches alike.
Window {
    id: window

    required property StageController controller
    required property HouseController house
    property int turn: 0                     // degrees clockwise: 0, 90, 180 or 270
    readonly property bool across: turn % 180 !== 0

    color: "#17120f"
    title: "Cellarcast"

    Item {
        anchors.centerIn: parent
        width: window.across ? window.height : window.width
        height: window.across ? window.width : window.height
        rotation: window.turn

        StageView {
            id: stageView

            anchors.fill: parent
            controller: window.controller
            dim: houseView.dim
            backing: houseView.room?.backing ?? null
            leaf: houseView.plan.leaf
            covered: houseView.room?.covering ?? false
            lens: houseView.room?.lens ?? 1
            lensAt: houseView.room?.lensAt ?? Qt.point(0, 0)
        }

        HouseView {
            id: houseView

            anchors.fill: parent
            controller: window.house
            stage: stageView
        }
    }
}
