pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// What is always within reach: back to the contents, language, display, list, the end.
Row {
    id: bar

    required property HouseController house
    required property Inks inks
    required property string sheet
    readonly property int count: 5

    signal sheetAsked(name: string)

    component Entry: Slip {
        width: Math.floor(bar.width / bar.count)
        height: Theme.touch
        inks: bar.inks
        chinese: bar.house.chinese
        size: Theme.small
    }

    Entry {
        objectName: "bar-contents"
        text: qsTr("Contents")
        chosen: bar.house.place === "contents" && bar.sheet === ""
        onTapped: {
            bar.sheetAsked("");
            bar.house.enter("contents");
        }
    }

    Entry {
        objectName: "bar-language"
        text: bar.house.languageName
        note: qsTr("Language")
        chosen: bar.sheet === "language"
        onTapped: bar.sheetAsked("language")
    }

    Entry {
        objectName: "bar-display"
        text: qsTr("Display")
        note: qsTr("Text, sound")
        chosen: bar.sheet === "display"
        onTapped: bar.sheetAsked("display")
    }

    Entry {
        objectName: "bar-list"
        text: qsTr("My list")
        note: qsTr("%n wine(s)", "", bar.house.hearts.length)
        chosen: bar.house.place === "list" && bar.sheet === ""
        onTapped: {
            bar.sheetAsked("");
            bar.house.enter("list");
        }
    }

    Entry {
        objectName: "bar-finish"
        text: qsTr("Finish")
        onTapped: bar.house.finish()
    }
}
