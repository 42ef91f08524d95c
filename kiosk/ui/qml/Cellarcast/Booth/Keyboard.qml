pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// Letters to type with, four rows. They are enough for every language: what is typed is compared
// without accents, and in Chinese with pinyin.
Item {
    id: keyboard

    required property Inks inks
    required property bool chinese
    readonly property real part: width / 10
    readonly property real row: height / 4

    signal typed(letter: string)
    signal erased
    signal cleared
    signal closed

    component Key: Slip {
        id: key

        property real from: 0                // in keys from the left
        property real span: 1                // keys
        property bool last: false            // of its row

        x: Math.round(from * keyboard.part)
        width: Math.round((from + span) * keyboard.part) - x
        height: Math.floor(keyboard.row)
        inks: keyboard.inks
        parted: true
        centred: true

        Rectangle {
            x: key.width
            width: Theme.hairline
            height: key.height
            visible: key.last
            color: keyboard.inks.ink
            opacity: keyboard.inks.hairline
        }
    }

    component Letters: Repeater {
        id: letters

        required property string row
        required property int line
        property real from: 0

        model: row.length

        Key {
            required property int index

            objectName: "key-" + letter
            readonly property string letter: letters.row.charAt(index)

            from: letters.from + index
            y: Math.floor(keyboard.row) * letters.line
            last: index === letters.row.length - 1 && from + span !== 8
            text: letter.toUpperCase()
            Accessible.name: qsTr("Letter %1").arg(text)
            onTapped: keyboard.typed(letter)
        }
    }

    Letters {
        row: "qwertyuiop"
        line: 0
    }

    Letters {
        row: "asdfghjkl"
        line: 1
        from: 0.5
    }

    Letters {
        row: "zxcvbnm"
        line: 2
        from: 1
    }

    Key {
        objectName: "key-erase"
        from: 8
        span: 2
        last: true
        y: 2 * Math.floor(keyboard.row)
        chinese: keyboard.chinese
        size: Theme.small
        text: qsTr("Delete")
        Accessible.name: qsTr("Delete the last letter")
        onTapped: keyboard.erased()
    }

    Key {
        objectName: "key-clear"
        span: 2.5
        y: 3 * Math.floor(keyboard.row)
        chinese: keyboard.chinese
        size: Theme.small
        text: qsTr("Clear")
        Accessible.name: qsTr("Delete everything typed")
        onTapped: keyboard.cleared()
    }

    Key {
        objectName: "key-space"
        from: 2.5
        span: 5
        y: 3 * Math.floor(keyboard.row)
        chinese: keyboard.chinese
        size: Theme.small
        text: qsTr("Space")
        onTapped: keyboard.typed(" ")
    }

    Key {
        objectName: "key-close"
        from: 7.5
        span: 2.5
        last: true
        y: 3 * Math.floor(keyboard.row)
        chinese: keyboard.chinese
        size: Theme.small
        text: qsTr("Close")
        Accessible.name: qsTr("Close the keys")
        onTapped: keyboard.closed()
    }
}
