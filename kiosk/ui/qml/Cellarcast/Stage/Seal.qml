pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// The AI label, cut like a Qingtian stone seal. Always on the stage; its characters are 5 % of the
// short side high (GB 45438-2025).
Item {
    id: seal

    required property SceneView scene

    width: 138 * Theme.unit
    height: 138 * Theme.unit

    Rectangle {
        anchors.fill: parent
        color: seal.scene.theme.accent
        radius: 7 * Theme.unit
        antialiasing: true
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: 7 * Theme.unit
        color: "transparent"
        border.color: seal.scene.theme.paper
        border.width: Theme.hairline
        radius: 4 * Theme.unit
        antialiasing: true
    }

    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -1 * Theme.unit
        spacing: -9 * Theme.unit

        Repeater {
            model: ["AI", "生成"]

            Text {
                required property string modelData

                width: 112 * Theme.unit
                height: Theme.seal * 1.16
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: modelData
                color: seal.scene.theme.paper
                font.family: Theme.chineseTitle
                font.weight: Font.DemiBold
                font.pixelSize: Theme.seal
                renderType: Text.NativeRendering
            }
        }
    }
}
