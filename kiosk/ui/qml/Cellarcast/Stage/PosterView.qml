pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// What hangs on the wall when nothing can be played: no picture, no network, no pack needed.
Rectangle {
    id: poster

    required property StageController controller

    color: "#17120f"

    Rectangle {   // the neck of a bottle in the dark, one light along it
        x: parent.width * 0.62
        y: parent.height * 0.12
        width: 5 * Theme.unit
        height: parent.height * 0.88
        color: "#6d2a2c"
    }

    Column {
        x: Theme.margin * 2
        y: parent.height * 0.26
        width: parent.width * 0.52
        spacing: 24 * Theme.unit

        Text {
            width: parent.width
            text: poster.controller.posterTitle
            color: "#f3ecdf"
            font.family: Theme.chineseTitle
            font.weight: Font.DemiBold
            font.pixelSize: Theme.title
            wrapMode: Text.Wrap
            renderType: Text.NativeRendering
        }

        Text {
            width: parent.width
            text: poster.controller.posterLine
            color: "#d9cdb9"
            font.family: Theme.chineseText
            font.weight: Font.Medium
            font.pixelSize: Theme.text
            lineHeight: 1.3
            wrapMode: Text.Wrap
            renderType: Text.NativeRendering
        }
    }

    Loader {   // the room can be scanned even now
        anchors { left: parent.left; bottom: parent.bottom; margins: Theme.margin }
        active: poster.controller.posterScene !== null
        sourceComponent: BackLabel {
            scene: poster.controller.posterScene
            wide: true
        }
    }
}
