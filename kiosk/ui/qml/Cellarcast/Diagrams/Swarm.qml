pragma ComponentBehavior: Bound
import QtQuick

// Many little things on one way, one after the other: drops, bubbles, grains. `path` answers for
// the thing's number and its time (0 to 1) where it is and how clearly it is seen:
// [x, y, opacity] or [x, y, opacity, rotation], in units of the drawing.
Repeater {
    id: swarm

    required property Diagram on
    required property string name
    required property real wide
    required property var path
    property int amount: 8
    property int laps: 1              // turns of each thing in a turn of the diagram; whole, so that it closes
    property bool together: false     // all at one time, each with its own place

    model: amount

    Grain {
        required property int index

        readonly property real time: swarm.together ? swarm.on.phase
            : (swarm.on.phase * swarm.laps + index / swarm.amount) % 1
        readonly property var place: swarm.path(index, time)

        on: swarm.on
        name: swarm.name
        wide: swarm.wide
        cx: place[0]
        cy: place[1]
        opacity: place[2]
        visible: opacity > 0.01
        rotation: place.length > 3 ? place[3] : 0
    }
}
