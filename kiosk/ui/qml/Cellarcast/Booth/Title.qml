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

    spacing: 10 * Theme.unit

    Words {
        id: large

        width: title.width
        chinese: title.chinese
        size: title.size
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
