import QtQuick
import Cellarcast
import Cellarcast.Bridge

// The plan of what a visitor has before them: where the counter, its deck and the leaf above it lie
// on a screen of this size, and what every room is given to work with.
QtObject {
    required property HouseController house
    required property Inks inks
    required property real width             // of the screen
    required property real height
    required property rect label             // the back label's place on the counter
    property SceneView scene: null           // what is on the stage
    property string caption: ""              // what is being said
    property rect standing                   // where the presenter stands, empty while she is not seen
    property int keyRows: 0                  // rows of keys in the place of deck and bar

    readonly property bool upright: height > width
    readonly property real gap: 18 * Theme.unit
    readonly property real captions: 2 * 1.36 * Theme.text    // height of their place below the leaf

    readonly property real deckHeight: upright
        ? 3 * Theme.touch + 12 * Theme.unit
        : (house.reach ? 2 : 3) * Theme.touch + (house.reach ? 0 : 12 * Theme.unit)
    // Keys take the place of deck and bar, and more of the picture's if they must; in reach they
    // stay within the lower third where 20 mm allow it.
    readonly property real table: deckHeight + gap + Theme.touch
    readonly property real keyRow: house.reach
        ? Math.max(20 * Theme.millimetre, Math.min(Theme.touch, (height / 3 - 2 * gap) / Math.max(1, keyRows)))
        : Math.max(Theme.touch, table / Math.max(1, keyRows))
    readonly property real board: keyRows > 0 ? Math.floor(keyRow) * keyRows : table

    readonly property real counterHeight: board + 2 * gap + (upright ? label.height + gap : 0)
    readonly property real counterTop: height - counterHeight
    readonly property real deckLeft: upright ? Theme.margin : label.x + label.width + Theme.gutter
    readonly property rect deck: Qt.rect(deckLeft, height - gap - board,
        width - Theme.margin - deckLeft, keyRows > 0 ? board : deckHeight)
    readonly property rect bar: Qt.rect(deckLeft, height - gap - Theme.touch, deck.width, Theme.touch)

    readonly property rect sight: Qt.rect(0, 0, width, counterTop)    // what is above the counter
    readonly property real leafTop: upright ? 230 * Theme.unit : Theme.margin
    readonly property rect leaf: Qt.rect(Theme.margin, leafTop,
        upright ? width * 0.5 - Theme.margin : width * 0.65 - Theme.margin,
        counterTop - leafTop - captions - 2 * gap)
}
