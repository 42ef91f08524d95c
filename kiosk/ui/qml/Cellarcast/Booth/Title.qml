import QtQuick
import Cellarcast

// A heading in the leaf, and the sentence under it.
Column {
    id: title

    required property Inks inks
    required property bool chinese
    property alias text: large.text
    property alias line: small.text
    property real size: Theme.heading
    // No character of a short Chinese title is left alone on a second line.
    readonly property real whole: chinese ? width / (0.95 * Math.max(1, text.length)) : size
    readonly property real fitting: whole < size && whole > 0.7 * size ? whole : size

    spacing: 10 * Theme.unit

    Words {
        id: large

        width: title.width
        chinese: title.chinese
        size: title.fitting
        color: title.inks.light
        wrapMode: Text.WordWrap
        maximumLineCount: 3
        elide: Text.ElideRight
    }

    Words {
        id: small

        visible: text !== ""
        width: title.width
        chinese: title.chinese
        plain: true
        color: title.inks.light
    }
}
