pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast.Bridge

// Shade in the winery's own dark where type stands, shaped by the layout so that the subject stays
// in the light.
Image {
    required property SceneView scene
    required property bool upright

    readonly property string layout: upright ? "upright" : scene.kind === "wine" ? "wine" : "wide"

    source: "image://scrim/" + layout + "/" + scene.theme.ground.toString().slice(-6)
    smooth: true
}
