pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// The ground reserved for the presenter: type and labels keep out of it, she keeps inside.
Item {
    required property bool upright

    x: upright ? parent.width * 0.44 : parent.width * Theme.presenterFrom + 130 * Theme.unit
    y: upright ? parent.height * 0.24 : parent.height * 0.17
    width: parent.width - x
    height: (upright ? parent.height * 0.62 : parent.height) - y
}
