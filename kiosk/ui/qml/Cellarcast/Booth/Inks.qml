import QtQuick
import Cellarcast.Bridge

// The winery's colours as a visitor wants them: its own, or black and white.
QtObject {
    required property ThemeView theme
    required property bool contrast

    readonly property color ground: contrast ? "#000000" : theme?.ground ?? "#17120f"
    readonly property color light: contrast ? "#ffffff" : theme?.light ?? "#f3ecdf"
    readonly property color paper: contrast ? "#ffffff" : theme?.paper ?? "#efe8da"
    readonly property string paperTile: contrast ? "" : theme?.paperTile ?? ""   // of its material
    readonly property color ink: contrast ? "#000000" : theme?.ink ?? "#241a15"
    readonly property color accent: contrast ? "#000000" : theme?.accent ?? "#9c3b33"
    readonly property color wine: contrast ? "#000000" : theme?.wine ?? "#4a0f1c"
    readonly property real hairline: contrast ? 1 : 0.38     // opacity of rules on paper
}
