pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast.Bridge

// How a visitor wants it: text, contrast, reach, motion, sound.
Grid {
    id: sheet

    required property HouseController house
    required property Inks inks
    required property rect deck

    x: deck.x
    y: deck.y
    columns: 4

    component Choice: Slip {
        width: Math.floor(sheet.deck.width / 4)
        height: Math.floor(sheet.deck.height / 2)
        inks: sheet.inks
        chinese: sheet.house.chinese
        Accessible.checkable: true
    }

    Choice {
        objectName: "display-large"
        text: qsTr("Larger text")
        chosen: sheet.house.large
        onTapped: sheet.house.comfortable("large", !chosen)
    }

    Choice {
        objectName: "display-contrast"
        text: qsTr("More contrast")
        chosen: sheet.house.contrast
        onTapped: sheet.house.comfortable("contrast", !chosen)
    }

    Choice {
        objectName: "display-reach"
        text: qsTr("Lower controls")
        chosen: sheet.house.reach
        onTapped: sheet.house.comfortable("reach", !chosen)
    }

    Choice {
        objectName: "display-still"
        text: qsTr("Less motion")
        chosen: sheet.house.still
        onTapped: sheet.house.comfortable("still", !chosen)
    }

    Choice {
        objectName: "display-softer"
        text: qsTr("Softer")
        onTapped: sheet.house.louder(-1)
    }

    Choice {
        objectName: "display-louder"
        text: qsTr("Louder")
        note: qsTr("Volume %1 %").arg(Math.round(sheet.house.volume * 100))
        onTapped: sheet.house.louder(1)
    }

    Choice {
        objectName: "display-mute"
        text: qsTr("Mute")
        chosen: sheet.house.volume === 0
        onTapped: sheet.house.louder(chosen ? 4 : -4)
    }
}
