pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Nobody has touched the screen for a while: is somebody still there? Any finger says yes.
Rectangle {
    id: countdown

    required property HouseController house
    required property Inks inks
    required property rect deck

    color: inks.paper

    Column {
        x: countdown.deck.x - countdown.x
        y: countdown.deck.y - countdown.y
        width: countdown.deck.width
        spacing: 18 * Theme.unit

        Words {
            objectName: "countdownText"
            width: parent.width
            chinese: countdown.house.chinese
            size: Theme.heading * 0.8
            color: countdown.inks.ink
            text: qsTr("Still here? Everything is reset in %n second(s).", "", countdown.house.remaining)
            maximumLineCount: 2
        }

        Row {
            Slip {
                objectName: "countdown-stay"
                width: Math.floor(countdown.deck.width / 2)
                height: Theme.touch
                inks: countdown.inks
                chinese: countdown.house.chinese
                chosen: true
                centred: true
                text: qsTr("Still here")
                onTapped: countdown.house.touch()
            }

            Slip {
                objectName: "countdown-finish"
                width: Math.floor(countdown.deck.width / 2)
                height: Theme.touch
                inks: countdown.inks
                chinese: countdown.house.chinese
                centred: true
                text: qsTr("Finish now")
                onTapped: countdown.house.finish()
            }
        }
    }
}
