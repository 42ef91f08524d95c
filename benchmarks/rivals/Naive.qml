import QtQuick

Window {
    id: window

    required property list<url> pictures
    property int turn: 0

    width: 1920
    height: 1080
    visible: true
    color: "black"

    Repeater {
        model: window.pictures

        Image {
            required property int index
            required property url modelData

            anchors.fill: parent
            source: modelData
            fillMode: Image.PreserveAspectCrop
            opacity: window.turn % 2 === index ? 1 : 0
            Behavior on opacity { NumberAnimation { duration: 1200 } }
            NumberAnimation on scale { from: 1; to: 1.08; duration: 12000; loops: Animation.Infinite }
        }
    }

    Timer { interval: 12000; running: true; repeat: true; onTriggered: window.turn++ }
    Text { x: 96; y: 120; text: "Rioja Alta"; color: "#f4ece0"; font.pixelSize: 96 }
    Text { x: 96; y: 260; text: "One sentence to remember."; color: "#f4ece0"; font.pixelSize: 40 }
    Text {
        property int said: 0

        x: 96
        y: 885
        text: "The mountain stops the rain.\nThe clay keeps it. " + said
        color: "#f4ece0"
        font.pixelSize: 36
        Timer { interval: 3000; running: true; repeat: true; onTriggered: parent.said++ }
    }
}
