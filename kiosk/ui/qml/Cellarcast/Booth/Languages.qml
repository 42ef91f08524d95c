pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Every language under its own name.
Row {
    id: row

    required property HouseController house
    required property Inks inks

    Repeater {
        model: row.house.languages

        Slip {
            required property var modelData

            objectName: "language-" + modelData.code
            width: Math.floor(row.width / row.house.languages.length)
            inks: row.inks
            chinese: modelData.code === "zh-CN"
            text: modelData.name
            centred: true
            ruled: false
            size: Math.min(Theme.small, width / 4.9)
            chosen: modelData.code === row.house.language
            onTapped: row.house.speak(modelData.code)
        }
    }
}
