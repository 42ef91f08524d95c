pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// The chapters. Two fingers bring the picture closer, then one moves it; a double tap puts it back.
ChaptersRoom {
    id: room

    rows: house.story
    swipes: !glass.near
    lens: glass.scale
    lensAt: Qt.point(glass.left, glass.top)

    onAtChanged: glass.back()

    Lens {
        id: glass
    }

    MultiPointTouchArea {
        function measure(): void {
            glass.resize(width, room.height, height, Theme.hand);
        }

        objectName: "magnifier"
        width: room.width
        height: room.deck.y - 20 * Theme.unit
        mouseEnabled: false
        onWidthChanged: measure()
        onHeightChanged: measure()
        Component.onCompleted: measure()
        onPressed: touchPoints => touchPoints.forEach(point => glass.press(point.pointId, point.x, point.y))
        onUpdated: touchPoints => touchPoints.forEach(point => glass.drag(point.pointId, point.x, point.y))
        onReleased: touchPoints => touchPoints.forEach(point => glass.lift(point.pointId))
        onCanceled: touchPoints => touchPoints.forEach(point => glass.lift(point.pointId))

        TapHandler {
            gesturePolicy: TapHandler.DragThreshold
            onDoubleTapped: glass.back()
        }
    }
}
