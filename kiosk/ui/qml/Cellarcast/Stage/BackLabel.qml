pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// The back label of a bottle, on the stage: the code with the label's margin as its quiet zone,
// the room and its state, and the legal lines. Black on paper-white; always there.
Rectangle {
    id: label

    required property SceneView scene
    property bool wide: false          // code beside the words instead of above them
    property bool large: false         // live promotion: a bigger code and the room's hours
    property bool flat: false          // on the counter's own paper
    property real measure: (large ? 520 : 500) * Theme.unit   // width of the words, when wide
    property real room: Infinity       // what is free for the code, along the label's height

    // As large as the distance asks for, as far as the layout bears it; at least as it always was.
    readonly property real least: (large ? 400 : wide ? 330 : 280) * Theme.unit
    readonly property real most: (large && !wide ? 460 : 400) * Theme.unit
    property real side: Math.max(least, Math.min(most, room, plain ? most : Theme.code))
    readonly property real rest: words.height + inset   // of the label's height, below a code

    // What was not read in the winery's colours: all of it, for the legal lines stand there too.
    readonly property bool plain: scene.codePlain
    readonly property color ink: plain ? "#000000" : scene.theme.ink
    readonly property color accent: plain ? "#000000" : scene.theme.accent

    readonly property real inset: 24 * Theme.unit
    readonly property bool coded: scene.code !== ""

    width: grid.width + (wide ? inset : 0)
    height: grid.height + inset
    color: plain ? "#ffffff" : flat ? "transparent" : scene.theme.paper

    Image {
        anchors.fill: parent
        visible: !label.plain && !label.flat
        source: label.scene.theme.paperTile
        fillMode: Image.Tile
    }

    Grid {
        id: grid

        // The code brings its own margin; words that are higher than it need one.
        y: !label.coded ? label.inset : label.wide && words.height > label.side ? label.inset / 2 : 0
        columns: label.wide ? 2 : 1
        columnSpacing: 6 * Theme.unit
        verticalItemAlignment: Grid.AlignVCenter

        CodeSymbol {
            visible: label.coded
            source: label.scene.code
            modules: label.scene.codeModules
            side: label.side
            plain: label.plain
        }

        Column {
            id: words

            readonly property real measure: width - leftPadding

            leftPadding: label.inset
            width: label.wide ? label.measure : label.least - label.inset
            spacing: 4 * Theme.unit

            TextMetrics {
                id: smallest

                font: airing.font
                text: label.scene.roomState
            }

            Text {
                id: airing

                // What fits one line when it is set smaller is; a longer day goes on in a second.
                readonly property real least: Math.round(22 * Theme.unit)
                readonly property bool long: smallest.width * least / font.pixelSize > words.measure

                width: words.measure
                visible: label.coded
                text: label.scene.roomState
                color: label.accent
                font.family: label.scene.chinese ? Theme.chineseTitle : Theme.latinTitle
                font.weight: Font.DemiBold
                font.features: { "lnum": 1, "tnum": 1 }
                font.pixelSize: label.scene.chinese ? Theme.small * 1.08 : Theme.small * 1.15
                fontSizeMode: long ? Text.FixedSize : Text.HorizontalFit
                wrapMode: long ? Text.Wrap : Text.NoWrap
                lineHeight: long ? 0.9 : 1
                minimumPixelSize: least
                maximumLineCount: long ? 2 : 1
                renderType: Text.NativeRendering
            }

            Text {
                width: words.measure
                visible: label.coded
                text: label.scene.roomName
                color: label.ink
                font.family: label.scene.chinese ? Theme.chineseText : Theme.latinTitle
                font.weight: Font.Medium
                font.pixelSize: label.scene.chinese ? Theme.small * 0.9 : Theme.small
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.round(20 * Theme.unit)
                maximumLineCount: 1
                elide: Text.ElideRight
                renderType: Text.NativeRendering
            }

            Text {   // which wine the code leads to, while one is pinned
                objectName: "pinnedWine"
                width: words.measure
                visible: label.coded && text !== ""
                text: label.scene.pinnedWine
                color: label.ink
                font.family: label.scene.chinese ? Theme.chineseTitle : Theme.latinTitle
                font.weight: Font.DemiBold
                font.pixelSize: label.scene.chinese ? Theme.small * 0.93 : Theme.small
                lineHeight: label.scene.chinese ? 1.06 : 0.95
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                renderType: Text.NativeRendering
            }

            Text {
                width: words.measure
                visible: label.coded && text !== ""
                text: label.scene.roomNotice
                color: label.ink
                font.family: label.scene.chinese ? Theme.chineseText : Theme.latinTitle
                font.weight: Font.Medium
                font.pixelSize: Theme.small * 0.8
                wrapMode: Text.Wrap
                renderType: Text.NativeRendering
            }

            Repeater {
                model: label.large ? label.scene.timetable : []

                Text {
                    required property string modelData

                    width: words.measure
                    text: modelData
                    color: label.ink
                    font.family: label.scene.chinese ? Theme.chineseText : Theme.latinTitle
                    font.weight: Font.Medium
                    font.features: { "lnum": 1, "tnum": 1 }
                    font.pixelSize: Theme.small
                    wrapMode: Text.Wrap
                    renderType: Text.NativeRendering
                }
            }

            Item {
                width: label.wide ? words.measure : label.side - 2 * label.inset
                height: 16 * Theme.unit

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    height: Theme.hairline
                    color: label.ink
                }
            }

            Repeater {
                model: [label.scene.lawChinese, label.scene.law]

                Text {
                    required property string modelData

                    width: words.measure
                    visible: modelData !== ""
                    text: modelData
                    color: label.ink
                    font.family: Theme.chineseText
                    font.weight: Font.Medium
                    font.pixelSize: (label.scene.chinese ? 28 : 22) * Theme.unit
                    lineHeight: label.scene.chinese ? 1.06 : 0.98
                    wrapMode: Text.Wrap
                    bottomPadding: 3 * Theme.unit
                    renderType: Text.NativeRendering
                }
            }
        }
    }
}
