import QtQuick

// One place a label points to. Wide screens have labels at the sides, upright ones above and below;
// places are in units of the drawing.
QtObject {
    property point wide               // where the leader ends on wide screens
    property point tall: wide         // and on upright ones
    property bool right: false
    property bool below: false
    property real level: wide.y       // where the label stands on wide screens
}
