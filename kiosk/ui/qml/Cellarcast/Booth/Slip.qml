pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// A line of the counter's paper that answers to a finger: a rule above, words in ink. Under the
// finger, or chosen, the wine soaks it.
Item {
    id: slip

    required property Inks inks
    required property string text
    property string mark: ""                 // before the words: a numeral, a heart
    property bool styled: false              // the words are StyledText, for parts to be underlined
    property string note: ""                 // below them, smaller
    property bool chinese: false
    property bool chosen: false
    property bool ruled: true
    property bool parted: false              // a rule at its left too
    property bool centred: false
    property real size: Theme.body
    readonly property alias held: tap.pressed
    readonly property bool soaked: held || chosen

    signal tapped

    implicitWidth: 240 * Theme.unit
    implicitHeight: Theme.touch

    Accessible.role: Accessible.Button
    Accessible.name: note === "" ? text : text + ", " + note
    Accessible.checked: chosen
    Accessible.onPressAction: tapped()

    Rectangle {
        anchors.fill: parent
        visible: slip.soaked
        color: slip.inks.wine
    }

    Rectangle {
        width: parent.width
        height: Theme.hairline
        visible: slip.ruled && !slip.soaked
        color: slip.inks.ink
        opacity: slip.inks.hairline
    }

    Rectangle {
        width: Theme.hairline
        height: parent.height
        visible: slip.parted && !slip.soaked
        color: slip.inks.ink
        opacity: slip.inks.hairline
    }

    Item {
        id: line

        readonly property real inset: (slip.centred ? 6 : 16) * Theme.unit
        readonly property real from: sign.visible ? 0.95 * slip.size + 8 * Theme.unit : 0

        x: inset
        y: slip.held ? Math.round(2 * Theme.unit) : 0
        width: slip.width - 2 * inset
        height: slip.height

        Words {
            id: sign

            y: words.y
            height: words.height
            verticalAlignment: words.verticalAlignment
            visible: text !== ""
            text: slip.mark
            chinese: slip.chinese
            font.pixelSize: words.fontInfo.pixelSize   // which may have been made to fit
            wrapMode: Text.NoWrap
            color: slip.soaked ? slip.inks.paper : slip.inks.accent
        }

        Words {
            id: words

            x: line.from
            // With a note below, one line of words and the note stand in the middle together.
            y: below.visible ? Math.max(4 * Theme.unit, (line.height - 1.3 * slip.size - below.height) / 2) : 4 * Theme.unit
            width: line.width - line.from
            height: line.height - 2 * y - (below.visible ? below.height : 0)
            horizontalAlignment: slip.centred ? Text.AlignHCenter : Text.AlignLeft
            verticalAlignment: below.visible ? Text.AlignBottom : Text.AlignVCenter
            text: slip.text
            textFormat: slip.styled ? Text.StyledText : Text.PlainText
            chinese: slip.chinese
            size: slip.size
            wrapMode: slip.chinese ? Text.Wrap : Text.WordWrap
            fontSizeMode: Text.Fit
            minimumPixelSize: Math.round(26 * Theme.unit)
            elide: Text.ElideRight
            color: slip.soaked ? slip.inks.paper : slip.inks.ink
        }

        Words {
            id: below

            visible: text !== ""
            x: line.from
            anchors.top: words.bottom
            width: words.width
            horizontalAlignment: words.horizontalAlignment
            text: slip.note
            textFormat: words.textFormat
            chinese: slip.chinese
            plain: true
            size: Theme.small * 0.9
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.round(20 * Theme.unit)
            elide: Text.ElideRight
            color: slip.soaked ? slip.inks.paper : slip.inks.ink
        }
    }

    TapHandler {
        id: tap

        // Held as long as the finger stays, however long: a slow hand is no mistake.
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0
        onTapped: slip.tapped()
    }
}
