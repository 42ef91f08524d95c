pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// A paper tag on a stick, as they stand among vines: in a panorama it names what is told there, or
// where the way goes on. Its foot stands at `foot`.
Item {
    id: tag

    required property Inks inks
    required property string text
    required property string does            // for those who hear it: what a tap does
    required property point foot
    property bool chinese: false
    property bool chosen: false
    property bool leads: false               // on to another stop: already soaked, a tag of the way
    readonly property bool soaked: tap.pressed || chosen
    readonly property real stick: 40 * Theme.unit

    signal tapped

    x: Math.round(foot.x - width / 2)
    y: Math.round(foot.y - stick - height + (height - paper.height) / 2)
    width: Math.max(Theme.touch, paper.width)
    height: Theme.touch

    Accessible.role: Accessible.Button
    Accessible.name: does
    Accessible.checked: chosen
    Accessible.onPressAction: tapped()

    Rectangle {
        id: paper

        anchors.centerIn: parent
        width: words.width + 36 * Theme.unit
        height: Math.max(62 * Theme.unit, words.implicitHeight + 16 * Theme.unit)
        color: tag.soaked !== tag.leads ? tag.inks.wine : tag.inks.paper

        Words {
            id: words

            anchors.centerIn: parent
            width: Math.min(implicitWidth, 400 * Theme.unit)
            text: tag.text
            chinese: tag.chinese
            size: Theme.body
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            color: tag.soaked !== tag.leads ? tag.inks.paper : tag.inks.ink
        }
    }

    Rectangle {
        anchors { top: paper.bottom; horizontalCenter: parent.horizontalCenter }
        width: 3 * Theme.unit
        height: tag.stick
        color: paper.color
    }

    TapHandler {
        id: tap

        // A finger that begins here may as well turn the view: a tap is one that stays.
        gesturePolicy: TapHandler.DragThreshold
        longPressThreshold: 0
        onTapped: tag.tapped()
    }
}
