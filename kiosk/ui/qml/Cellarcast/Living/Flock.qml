pragma ComponentBehavior: Bound
import QtQuick

// Many little pictures of one kind. `path` answers for one's number and its time (0 to 1, `laps`
// times in a round, with the lap it is in) where it is, how large and how clearly it is seen:
// [x, y, width, height, opacity, rotation].
Repeater {
    id: flock

    required property Living on
    required property string look
    required property var path
    property real largest: 128            // pixels: no larger than this does one get
    property int seeds: 1                 // how many different ones there are
    property int amount: 8
    property int laps: 1                  // whole, so that it closes

    model: amount

    Speck {
        required property int index

        readonly property real turn: flock.on.phase * flock.laps + index / flock.amount
        readonly property var place: flock.path(index, turn % 1, Math.floor(turn) % flock.laps)

        on: flock.on
        look: flock.look
        seed: 1 + index % flock.seeds
        sourceSize: Qt.size(flock.largest, flock.largest)
        cx: place[0]
        cy: place[1]
        wide: place[2]
        tall: place[3]
        opacity: place[4]
        visible: opacity > 0.01
        rotation: place[5]
    }
}
