import QtQuick
import Cellarcast.Bridge

// A room of the house: what is read stands in the leaf, above the counter; what is touched lies in
// the deck, on it.
Item {
    id: room

    required property Plan plan
    property real dim: 0.66                  // how far the picture recedes behind the leaf
    property Component backing: null         // drawn over the picture, behind the presenter
    property bool covers: false              // it hides the letterhead, which is set anew over it
    property bool covering: false            // nothing of the stage's picture is seen any more
    property real lens: 1                    // how much closer the stage's picture is
    property point lensAt                    // where its corner is then
    property int keyRows: 0                  // rows of keys in the place of deck and bar

    readonly property HouseController house: plan.house
    readonly property Inks inks: plan.inks
    readonly property SceneView scene: plan.scene
    readonly property rect leaf: plan.leaf
    readonly property rect deck: plan.deck
    readonly property bool upright: plan.upright
    readonly property real captions: plan.captions

    anchors.fill: parent
}
