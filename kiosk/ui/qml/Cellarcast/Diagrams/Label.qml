import QtQuick
import Cellarcast

// A label, and its leader: a hairline to the place it names, and a point there.
Item {
    id: label

    required property Diagram on
    required property int at
    required property Mark mark
    required property string text
    required property point origin

    readonly property bool upright: on.upright
    readonly property bool chinese: on.scene.chinese
    readonly property bool picked: on.scene.part === at
    readonly property bool behind: on.scene.part >= 0 && !picked
    readonly property real gap: 14 * Theme.unit
    readonly property point place: Qt.point(
        origin.x + (upright ? mark.tall.x : mark.wide.x) * on.unit,
        origin.y + (upright ? mark.tall.y : mark.wide.y) * on.unit)
    // Where the leader leaves the words.
    readonly property point from: upright
        ? Qt.point(Math.max(words.x + 6 * Theme.unit, Math.min(words.x + words.width - 6 * Theme.unit, place.x)),
            mark.below ? words.y - gap : words.y + words.height + gap)
        : Qt.point(mark.right ? words.x - gap : words.x + words.width + gap, words.y + words.height / 2)
    readonly property real reach: Math.hypot(place.x - from.x, place.y - from.y)

    anchors.fill: parent

    Rectangle {
        x: label.from.x
        y: label.from.y
        width: label.reach
        height: Theme.hairline
        transformOrigin: Item.TopLeft
        rotation: Math.atan2(label.place.y - label.from.y, label.place.x - label.from.x) * 180 / Math.PI
        antialiasing: rotation % 90 !== 0
        color: label.on.scene.theme.light
        opacity: label.behind ? 0.3 : 0.85
    }

    Rectangle {
        x: label.place.x - width / 2
        y: label.place.y - height / 2
        width: (label.picked ? 30 : 11) * Theme.unit
        height: width
        radius: width / 2
        antialiasing: true
        opacity: label.behind ? 0.4 : 1
        color: label.picked ? label.on.scene.theme.wine : label.on.scene.theme.ground
        border.color: label.on.scene.theme.light
        border.width: 2 * Theme.unit
    }

    Text {
        id: words

        objectName: "diagramLabel"

        function chinese(whole: real): real {
            const lines = Math.ceil(whole / column);
            return label.chinese && lines > 1 ? whole / lines + 1.1 * font.pixelSize : whole;
        }

        readonly property real column: label.upright
            ? (label.on.width - 30 * Theme.unit) / 2
            : (label.on.width - label.on.side) / 2 - 2 * label.gap

        // Lines of about the same length: no character is left alone on the last one.
        width: Math.min(column, chinese(implicitWidth))
        x: label.upright ? (label.mark.right ? label.on.width - column : 0)
         : label.mark.right ? label.on.width - column : column - width
        y: label.upright
            ? (label.mark.below ? label.origin.y + label.on.side + 2.4 * label.gap
                                : label.origin.y - height - 2.4 * label.gap)
            : Math.max(0, Math.min(label.on.height - height,
                label.origin.y + label.mark.level * label.on.unit - height / 2))
        text: label.text
        textFormat: Text.PlainText
        horizontalAlignment: label.upright || label.mark.right ? Text.AlignLeft : Text.AlignRight
        color: label.on.scene.theme.light
        font.family: label.chinese ? Theme.chineseText : Theme.latinTitle
        font.weight: Font.Medium
        font.pixelSize: label.chinese ? Theme.small : Theme.small * 1.1
        lineHeight: label.chinese ? 1.12 : 0.94
        wrapMode: label.chinese ? Text.Wrap : Text.WordWrap
        opacity: label.behind ? 0.45 : 1
        renderType: Text.NativeRendering

        TapHandler {
            enabled: label.on.touchable
            margin: Math.max(0, (Theme.touch - words.height) / 2)
            longPressThreshold: 0
            onTapped: label.on.scene.pick(label.at)
        }
    }
}
