pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Five taps to a wine: one question at a time, then the wine that fits best, and why.
Room {
    id: room

    readonly property FinderView finding: house.finding
    readonly property list<var> suggestions: finding.suggestions
    property int front: 0                    // which suggestion is before the visitor
    readonly property var wine: suggestions.length > front ? suggestions[front] : null
    readonly property var other: suggestions.length > 1 ? suggestions[1 - front] : null
    readonly property list<string> reasons: wine ? why(wine) : []
    readonly property bool kept: wine !== null && house.hearts.includes(wine.id)

    function why(wine: var): list<string> {
        const missed = wine.differs.slice(0, 2).map(reason => words.missed(reason, wine));
        const met = words.met(wine.meets, wine).slice(0, 4 - missed.length);
        const unknown = [...new Set(wine.unknown.map(reason => words.unknown(reason)))];
        const silent = unknown.length > 0
            ? [qsTr("The winery does not say: %1.").arg(unknown.join(house.chinese ? "、" : ", "))] : [];
        return [...met, ...missed, ...silent];
    }

    function back(): void {
        front = 0;
        finding.back();
        house.sound("back");
    }

    function again(): void {
        front = 0;
        finding.again();
        house.sound("back");
    }

    Component.onCompleted: finding.again()

    FinderWords {
        id: words
    }

    // What is read

    Column {   // a question
        visible: !room.finding.done
        x: room.leaf.x
        y: room.leaf.y + room.leaf.height - height
        width: room.leaf.width
        spacing: 22 * Theme.unit

        Row {
            spacing: 10 * Theme.unit

            Repeater {
                model: room.finding.steps

                Rectangle {
                    required property int index

                    y: Math.round((6 * Theme.unit - height) / 2)
                    width: 64 * Theme.unit
                    height: index <= room.finding.step ? Math.round(6 * Theme.unit) : Theme.hairline
                    color: room.inks.light
                }
            }
        }

        Words {
            objectName: "progress"
            chinese: room.house.chinese
            plain: true
            color: room.inks.light
            text: qsTr("%1 of %2").arg(room.finding.step + 1).arg(room.finding.steps)
        }

        Title {
            objectName: "enquiry"
            width: parent.width
            inks: room.inks
            chinese: room.house.chinese
            text: words.question(room.finding.matter)
            line: room.finding.tastes || room.finding.step > 0 ? ""
                : qsTr("The winery does not say how its wines taste: fewer questions, and a rougher answer.")
        }
    }

    Flickable {   // the wine
        visible: room.wine !== null
        x: room.leaf.x
        y: room.leaf.y
        width: room.leaf.width
        height: room.leaf.height + (room.house.telling ? 0 : room.captions)
        contentHeight: told.height
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: told

            width: parent.width
            spacing: 16 * Theme.unit

            Words {
                objectName: "verdict"
                width: parent.width
                chinese: room.house.chinese
                plain: true
                color: room.inks.light
                text: room.front > 0 ? qsTr("The next best")
                    : room.wine?.fits ? qsTr("Your wine") : qsTr("Nothing fits all of it. This comes closest:")
            }

            Title {
                objectName: "found"
                width: parent.width
                size: Theme.heading * (room.upright ? 0.8 : 1)
                inks: room.inks
                chinese: room.house.chineseWords
                text: room.wine?.name ?? ""
                line: room.wine?.style ?? ""
            }

            Item {
                width: 1
                height: 4 * Theme.unit
            }

            Repeater {
                model: room.reasons

                Words {
                    required property int index
                    required property string modelData

                    objectName: "reason-" + index
                    width: room.leaf.width
                    chinese: room.house.chinese
                    plain: true
                    color: room.inks.light
                    text: modelData
                }
            }
        }
    }

    // What is touched

    Grid {   // answers
        id: answers

        readonly property int count: room.finding.answers.length
        readonly property int across: room.upright && count > 3 ? 2 : Math.max(1, count)
        readonly property int lines: Math.ceil(count / across)
        readonly property real free: room.deck.height - Theme.touch

        visible: !room.finding.done
        x: room.deck.x
        y: room.deck.y
        columns: across

        Repeater {
            model: room.finding.answers

            Slip {
                required property int index
                required property string modelData

                objectName: "answer-" + modelData
                width: Math.floor(room.deck.width / answers.across)
                height: Math.floor(answers.free / answers.lines)
                parted: index % answers.across > 0
                inks: room.inks
                chinese: room.house.chinese
                text: words.answer(room.finding.matter, modelData)
                onTapped: {
                    room.finding.answer(modelData);
                    room.house.sound(room.finding.done ? "found" : "touch");
                }
            }
        }
    }

    Slip {
        objectName: "finder-back"
        visible: !room.finding.done && room.finding.step > 0
        x: room.deck.x
        y: room.deck.y + room.deck.height - height
        width: room.deck.width
        height: Theme.touch
        inks: room.inks
        chinese: room.house.chinese
        text: qsTr("One question back")
        onTapped: room.back()
    }

    Grid {   // what to do with the wine
        id: deeds

        readonly property real cell: Math.floor(room.deck.width / 2)
        readonly property real line: Math.floor(room.deck.height / 2)

        visible: room.wine !== null
        x: room.deck.x
        y: room.deck.y
        columns: 2

        Slip {
            objectName: "finder-tell"
            width: deeds.cell
            height: deeds.line
            inks: room.inks
            chinese: room.house.chinese
            text: qsTr("Hear it told")
            chosen: room.house.telling
            onTapped: {
                if (room.wine.scene !== "")
                    room.house.tell(room.wine.scene, room.wine.id);
            }
        }

        Slip {
            objectName: "finder-heart"
            width: deeds.cell
            height: deeds.line
            inks: room.inks
            chinese: room.house.chinese
            mark: room.kept ? "♥" : "♡"
            text: room.kept ? qsTr("On my list") : qsTr("Put on my list")
            onTapped: room.house.heart(room.wine.id)
        }

        Slip {
            objectName: "finder-other"
            visible: room.other !== null
            width: deeds.cell
            height: deeds.line
            inks: room.inks
            chinese: room.house.chineseWords
            text: room.other?.name ?? ""
            note: room.front > 0 ? qsTr("The best") : qsTr("The next best")
            onTapped: {
                room.front = 1 - room.front;
                room.house.hush();
            }
        }

        Row {
            Slip {
                objectName: "finder-last"
                width: Math.floor(deeds.cell / 2)
                height: deeds.line
                inks: room.inks
                chinese: room.house.chinese
                text: qsTr("One question back")
                size: Theme.small
                onTapped: room.back()
            }

            Slip {
                objectName: "finder-again"
                width: Math.floor(deeds.cell / 2)
                height: deeds.line
                inks: room.inks
                chinese: room.house.chinese
                text: qsTr("Start again")
                size: Theme.small
                onTapped: room.again()
            }
        }
    }
}
