import QtQuick
import Cellarcast.Bridge

// A room of the house: what is read stands in the leaf, above the counter; what is touched lies in
// the deck, on it.
Item {
    id: room

    required property HouseController house
    required property Inks inks
    required property rect leaf
    required property rect deck
    required property bool upright
    property SceneView scene: null           // what is on the stage
    property real dim: 0.66                  // how far the picture recedes behind the leaf
    property Component backdrop: null        // drawn in the picture's place, behind the presenter

    anchors.fill: parent
}
