pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

// Every size, duration and face of the stage. Lengths are in design units: the short side of the
// stage is 1080 of them (`unit` is one of them in pixels, set by the stage).
QtObject {
    property real unit: 1

    // One scale, ratio 4:3, anchored where the law is: 54 units are the 5 % of the short side
    // that GB 45438-2025 asks of an AI label.
    readonly property real small: 30 * unit
    readonly property real text: 38 * unit
    readonly property real seal: 54 * unit
    readonly property real title: 92 * unit

    // A visitor stands 60 cm away: capitals of 7.3 mm, targets of 20 mm (EN 301 549; field notes),
    // within what the layout bears. `millimetre` is one in pixels, 0 where the screen is not known.
    property real millimetre: 0
    property bool large: false
    readonly property real body: Math.max(34 * unit, Math.min(46 * unit, 11 * millimetre)) * (large ? 1.22 : 1)
    readonly property real heading: 64 * unit
    property bool low: false                      // three rows must lie within a wide screen's lower third
    readonly property real touch: Math.max(86 * unit, Math.min((low ? 101 : 118) * unit, 20 * millimetre))

    // How wide a code is to be, in pixels, for the distance it is scanned from; 0: not known.
    property real code: 0

    // Thumb and forefinger of one hand, spread: fingers further apart are two people's.
    readonly property real hand: millimetre > 0 ? 190 * millimetre : 480 * unit

    readonly property real margin: 54 * unit      // 5 % of the short side
    readonly property real gutter: 46 * unit
    readonly property real hairline: Math.max(1, Math.round(1.5 * unit))
    readonly property real labelWidth: 336 * unit

    // Milliseconds, before the stage's pace
    readonly property int dissolve: 1150
    readonly property int tide: 2300
    readonly property int settle: 700

    readonly property real zoom: 0.07             // how far the camera comes closer in a scene

    readonly property real closer: 0.03           // how much further what stands in front comes

    readonly property string chineseTitle: "Noto Serif SC"
    readonly property string chineseText: "Noto Sans SC"
    readonly property string latinTitle: "EB Garamond"

    // Where the presenter stands: columns 8 to 12 of 12, or the right of the picture's foot.
    readonly property real presenterFrom: 7 / 12
}
