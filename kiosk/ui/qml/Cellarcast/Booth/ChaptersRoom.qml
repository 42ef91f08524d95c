pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// Scenes told one after the other: the story's chapters, the making's steps. A tap tells one, a
// swipe over the picture goes to the one before or after it.
Room {
    id: chapters

    required property list<var> rows
    property bool numbered: false
    property bool swipes: true               // a swipe turns the page
    readonly property int at: Math.max(0, rows.findIndex(row => row.scene === house.detail))
    readonly property var row: rows.length > at ? rows[at] : null

    readonly property int parts: scene !== null && scene.diagram !== "" ? scene.diagramLabels.length : 0

    function go(index: int): void {
        if (index >= 0 && index < rows.length)
            house.tell(rows[index].scene, rows[index].scene);
    }

    dim: 0
    backing: numbered ? null : shade

    Component {
        id: shade

        Item {
            Rectangle {   // 0.66 of the wall's dark under type: 4.5:1 over any picture
                id: ground

                y: chapters.leaf.y + chapters.leaf.height - title.height - 90 * Theme.unit
                width: parent.width
                height: chapters.deck.y - y

                gradient: Gradient {
                    GradientStop {
                        position: 0
                        color: Qt.alpha(chapters.inks.ground, 0)
                    }
                    GradientStop {
                        position: 90 * Theme.unit / ground.height
                        color: Qt.alpha(chapters.inks.ground, 0.66)
                    }
                    GradientStop {
                        position: 1
                        color: Qt.alpha(chapters.inks.ground, 0.78)
                    }
                }
            }
        }
    }

    Component.onCompleted: {
        if (house.detail === "")
            go(0);
    }

    Item {   // the swipe: over everything that is not the counter
        width: chapters.width
        height: chapters.deck.y - 20 * Theme.unit

        DragHandler {
            id: swipe

            readonly property real far: 90 * Theme.unit

            enabled: chapters.swipes
            target: null
            xAxis.enabled: true
            yAxis.enabled: false
            grabPermissions: PointerHandler.CanTakeOverFromAnything
            property real last: 0
            onActiveTranslationChanged: if (active) last = activeTranslation.x
            onActiveChanged: {
                if (active)
                    last = 0;
                else if (Math.abs(last) > far)
                    chapters.go(chapters.at + (last < 0 ? 1 : -1));
            }
        }
    }

    Title {
        id: title

        visible: !chapters.numbered
        x: chapters.leaf.x
        y: chapters.leaf.y + chapters.leaf.height - height
        width: chapters.leaf.width
        inks: chapters.inks
        chinese: chapters.house.chineseWords
        text: chapters.row ? chapters.row.title : ""
        line: chapters.row ? chapters.row.line : ""
    }

    Flickable {
        id: list

        readonly property int columns: Math.max(upright ? 3 : 4, Math.ceil((chapters.rows.length + (chapters.numbered ? 1 : 0)) / lines))
        readonly property int lines: upright ? 3 : 2
        readonly property bool upright: chapters.upright
        readonly property real part: Math.max(Math.floor(width / columns), 200 * Theme.unit)

        // The chosen one stays in sight.
        readonly property real chosenAt: (chapters.at % columns) * part

        objectName: "chapters"
        x: chapters.deck.x
        y: chapters.deck.y
        width: chapters.deck.width
        height: chapters.deck.height
        clip: contentWidth > width
        contentWidth: columns * part
        contentX: Math.max(0, Math.min(contentWidth - width, chosenAt - (width - part) / 2))
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.HorizontalFlick

        Grid {
            columns: list.columns

            Repeater {
                model: chapters.rows

                Slip {
                    required property int index
                    required property var modelData

                    objectName: "chapter-" + modelData.scene
                    width: list.part
                    height: Math.floor(list.height / list.lines)
                    inks: chapters.inks
                    chinese: chapters.house.chineseWords
                    mark: modelData.mark
                    text: modelData.title
                    chosen: modelData.scene === chapters.house.detail
                    onTapped: chapters.go(index)
                }
            }

            Slip {   // the drawing's parts one after the other, for who does not reach up to them
                objectName: "chapter-part"
                visible: chapters.numbered && chapters.parts > 0
                width: list.part
                height: Math.floor(list.height / list.lines)
                inks: chapters.inks
                chinese: chapters.house.chinese
                text: qsTr("Next part")
                chosen: chapters.scene !== null && chapters.scene.part >= 0
                onTapped: chapters.scene.pick(chapters.scene.part + 1 < chapters.parts ? chapters.scene.part + 1 : 0)
            }
        }
    }
}
