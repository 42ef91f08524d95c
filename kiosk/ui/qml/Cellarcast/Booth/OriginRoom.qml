pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Where it grows: the origin in its country, and its way to Qingtian.
Room {
    id: room

    readonly property ChartView charts: house.charts
    readonly property bool far: house.detail === "way"
    readonly property real below: leaf.y + title.height + 24 * Theme.unit
    readonly property rect frame: upright
        ? Qt.rect(leaf.x, below, 0.54 * width, leaf.y + leaf.height - below)
        : far ? Qt.rect(leaf.x + 0.34 * leaf.width, leaf.y, 0.64 * leaf.width, leaf.height)
              : Qt.rect(leaf.x + 0.38 * leaf.width, leaf.y, 0.6 * leaf.width, leaf.height + 60 * Theme.unit)

    function draw(): void {
        charts.draw(far, width, height, frame, inks.ground, inks.light, house.contrast ? inks.light : inks.accent);
    }

    dim: 1
    backdrop: Component {
        Item {
            Image {
                anchors.fill: parent
                source: room.charts.source
                cache: false
                opacity: source.toString() === "" ? 0 : 1

                Behavior on opacity {
                    enabled: !room.house.still

                    NumberAnimation {
                        duration: Theme.settle
                    }
                }
            }
        }
    }

    Component.onCompleted: draw()
    onFarChanged: draw()
    onFrameChanged: draw()

    component Named: Item {
        id: named

        required property point at
        required property string name
        property bool chinese: false
        property bool leftwards: false

        visible: room.charts.source !== "" && at.x > 0 && at.x < room.width && at.y > 0 && at.y < room.deck.y

        Rectangle {
            x: named.at.x - width / 2
            y: named.at.y - height / 2
            width: 18 * Theme.unit
            height: width
            radius: width / 2
            antialiasing: true
            color: room.inks.light
            border.width: 4 * Theme.unit
            border.color: room.inks.wine
        }

        Words {
            x: named.leftwards ? named.at.x - width - 20 * Theme.unit : named.at.x + 20 * Theme.unit
            y: named.at.y - height / 2
            text: named.name
            chinese: named.chinese
            wrapMode: Text.NoWrap
            color: room.inks.light
        }
    }

    Named {
        at: room.charts.here
        name: room.house.where
        chinese: room.house.chineseWords
        leftwards: room.upright ? at.x > room.width * 0.3 && room.far : at.x > room.leaf.x + room.leaf.width * 0.62
    }

    Named {
        at: room.charts.there
        name: qsTr("Qingtian")
        chinese: room.house.chinese
        leftwards: at.x > room.width * 0.5
    }

    Title {
        id: title

        x: room.leaf.x
        y: room.leaf.y
        width: room.upright ? room.leaf.width : room.leaf.width * 0.36
        inks: room.inks
        chinese: room.house.chinese
        size: Theme.heading * (room.upright ? 0.72 : 0.9)
        text: room.charts.kilometres < 20 ? qsTr("Right here") : qsTr("%1 km to Qingtian").arg(
            Number(Math.round(room.charts.kilometres / 10) * 10).toLocaleString(Qt.locale(room.house.language), "f", 0))
        visible: room.charts.kilometres > 0
    }

    Row {
        x: room.deck.x
        y: room.deck.y

        Slip {
            objectName: "origin-near"
            width: Math.floor(room.deck.width / 2)
            height: Theme.touch
            inks: room.inks
            chinese: room.house.chinese
            text: qsTr("In its country")
            chosen: !room.far
            onTapped: room.house.show("")
        }

        Slip {
            objectName: "origin-way"
            visible: room.charts.kilometres > 600
            width: Math.floor(room.deck.width / 2)
            height: Theme.touch
            inks: room.inks
            chinese: room.house.chinese
            text: qsTr("The way to Qingtian")
            chosen: room.far
            onTapped: room.house.show("way")
        }
    }

    Slip {
        readonly property var land: room.house.story.length > 0 ? room.house.story[0] : null

        objectName: "origin-told"
        visible: land !== null
        x: room.deck.x
        y: room.deck.y + Theme.touch + 6 * Theme.unit
        width: room.deck.width
        inks: room.inks
        chinese: room.house.chineseWords
        text: land ? land.title : ""
        note: land ? land.line : ""
        onTapped: room.house.tell(land.scene, room.house.detail)
    }
}
