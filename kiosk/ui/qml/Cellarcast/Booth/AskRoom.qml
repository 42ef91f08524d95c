pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast
import Cellarcast.Bridge

// Prepared questions: by topic, or by typing a word of them. A tap has the answer told.
Room {
    id: room

    readonly property AskView asking: house.asking
    readonly property list<var> topics: asking.topics
    property string topic: ""                // whose questions are on the deck
    property bool typing: false
    property string typed: ""
    readonly property list<var> found: typing && asking.ready && typed !== "" ? asking.find(typed) : []
    readonly property bool lost: typing && asking.ready && typed.trim() !== "" && found.length === 0
    readonly property var questions: topics.find(each => each.topic === topic)?.questions ?? []
    readonly property var asked: holding(house.detail)?.questions.find(each => each.id === house.detail) ?? null
    // Matches stand beside keys of a finger's width, or above them. (Not asked of the deck: its
    // height is a matter of this.)
    readonly property bool beside: !upright && width - 10 * Theme.touch >= 1000 * Theme.unit
    readonly property bool low: house.reach && 6 * 20 * Theme.millimetre + 36 * Theme.unit > height / 3
    readonly property int longest: 40        // letters that can be typed

    function name(topic: string): string {
        switch (topic) {
        case "land":
            return qsTr("Land and vines");
        case "making":
            return qsTr("How it is made");
        case "wines":
            return qsTr("About the wines");
        case "table":
            return qsTr("At the table");
        case "house":
            return qsTr("The house");
        default:
            return qsTr("Buying");
        }
    }

    function holding(question: string): var {
        return topics.find(each => each.questions.some(one => one.id === question));
    }

    function answer(question: string): void {
        typing = false;
        typed = "";
        topic = holding(question).topic;
        house.ask(question);
    }

    function type(letters: string): void {
        if (typed.length < longest)
            typed = (typed + letters).replace(/^ +| +(?= )/g, "");
        house.sound("touch");
    }

    function open(): void {
        typed = "";
        typing = true;
        house.hush();
    }

    keyRows: !typing ? 0 : beside ? 4 : upright && !low ? 6 : 5

    Component.onCompleted: asking.prepare()

    // What is read

    Column {
        x: room.leaf.x
        y: room.leaf.y + Math.max(0, room.leaf.height - height)
        width: room.leaf.width
        spacing: 20 * Theme.unit

        Title {
            objectName: "question"
            visible: !room.typing
            width: parent.width
            inks: room.inks
            chinese: room.asked ? room.house.chineseWords : room.house.chinese
            size: Theme.heading * (room.upright ? 0.8 : 1)
            text: room.asked ? room.asked.question
                : room.topic !== "" ? room.name(room.topic) : qsTr("What would you like to know?")
            line: room.asked ? "" : room.topic !== "" ? qsTr("Tap a question to hear the answer.")
                : qsTr("Choose what it is about, or type a word of your question.")
        }

        Words {   // once it has been told, it can be read
            objectName: "answer"
            visible: !room.typing && room.asked !== null && !room.house.telling
            width: parent.width
            height: Math.min(implicitHeight, room.leaf.height * 0.62)
            chinese: room.house.chineseWords
            plain: true
            fontSizeMode: Text.Fit
            minimumPixelSize: Math.round(26 * Theme.unit)
            elide: Text.ElideRight
            color: room.inks.light
            text: room.asked ? room.asked.answer : ""
        }

        Words {
            objectName: "typed"
            visible: room.typing
            width: parent.width
            size: Theme.heading
            color: room.inks.light
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 2
            text: room.typed + "|"
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Typed: %1").arg(room.typed)
        }

        Words {
            objectName: "typedHint"
            visible: room.typing
            width: parent.width
            chinese: room.house.chinese
            plain: true
            color: room.inks.light
            //: In Chinese, say that the letters of pinyin are enough.
            text: room.lost ? qsTr("I do not know. Ask my colleague here.")
                : room.typed === "" ? qsTr("A word of your question is enough, without accents.")
                : qsTr("Tap the question you mean.")
        }
    }

    // What is touched

    Grid {   // topics
        id: subjects

        readonly property int across: room.upright ? 3 : 4

        visible: !room.typing && room.topic === ""
        x: room.deck.x
        y: room.deck.y
        columns: across

        Slip {
            objectName: "ask-type"
            width: Math.floor(room.deck.width / subjects.across)
            height: Math.floor(room.deck.height / Math.ceil((room.topics.length + 1) / subjects.across))
            inks: room.inks
            chinese: room.house.chinese
            text: qsTr("Type a word")
            note: qsTr("Open the keys")
            onTapped: room.open()
        }

        Repeater {
            model: room.topics

            Slip {
                required property var modelData

                objectName: "topic-" + modelData.topic
                width: Math.floor(room.deck.width / subjects.across)
                height: Math.floor(room.deck.height / Math.ceil((room.topics.length + 1) / subjects.across))
                inks: room.inks
                chinese: room.house.chinese
                text: room.name(modelData.topic)
                note: qsTr("%n question(s)", "", modelData.questions.length)
                onTapped: {
                    room.topic = modelData.topic;
                    room.house.sound("open");
                }
            }
        }
    }

    Column {   // the way back from a topic's questions
        id: aside

        visible: !room.typing && room.topic !== ""
        x: room.deck.x
        y: room.deck.y
        width: Math.floor(room.deck.width * (room.upright ? 0.3 : 0.26))

        Slip {
            objectName: "ask-topics"
            width: aside.width
            height: Math.floor(room.deck.height / 2)
            inks: room.inks
            chinese: room.house.chinese
            text: qsTr("All topics")
            note: room.name(room.topic)
            onTapped: {
                room.topic = "";
                room.house.sound("back");
            }
        }

        Slip {
            objectName: "ask-type-too"
            width: aside.width
            height: Math.floor(room.deck.height / 2)
            inks: room.inks
            chinese: room.house.chinese
            text: qsTr("Type a word")
            onTapped: room.open()
        }
    }

    ListView {
        id: list

        objectName: "questions"
        visible: aside.visible
        x: room.deck.x + aside.width + 24 * Theme.unit
        y: room.deck.y
        width: room.deck.width - aside.width - 48 * Theme.unit
        height: room.deck.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: room.questions
        currentIndex: room.questions.findIndex(each => each.id === room.house.detail)
        highlightFollowsCurrentItem: true
        highlightMoveDuration: 0

        delegate: Slip {
            required property var modelData

            objectName: "question-" + modelData.id
            width: list.width
            height: Theme.touch
            inks: room.inks
            chinese: room.house.chineseWords
            text: modelData.question
            chosen: modelData.id === room.house.detail
            onTapped: room.answer(modelData.id)
        }
    }

    ScrollMark {
        visible: aside.visible && share < 1
        of: list
        inks: room.inks
    }

    Grid {   // what fits what is typed
        id: matches

        readonly property real side: room.deck.width - (room.beside ? keys.width + 24 * Theme.unit : 0)
        readonly property real row: room.deck.height / Math.max(1, room.keyRows)

        visible: room.typing
        x: room.deck.x + room.deck.width - side
        y: room.deck.y
        columns: room.beside ? 1 : 2

        Repeater {
            model: room.found.slice(0, room.beside ? 4 : 2 * (room.keyRows - 4))

            Slip {
                required property var modelData

                objectName: "found-" + modelData.id
                width: Math.floor(matches.side / matches.columns)
                height: Math.floor(matches.row)
                inks: room.inks
                chinese: room.house.chineseWords
                styled: true
                text: modelData.marked
                note: modelData.passage
                size: Theme.body * 0.92
                Accessible.name: modelData.question
                onTapped: room.answer(modelData.id)
            }
        }
    }

    Loader {
        id: keys

        active: room.typing
        x: room.deck.x
        y: room.deck.y + room.deck.height - height
        width: room.beside ? Math.floor(10 * Math.max(Theme.touch, Math.min(room.deck.height / 4, room.deck.width * 0.066)))
            : room.deck.width
        height: room.keyRows > 0 ? Math.floor(4 * room.deck.height / room.keyRows) : 0
        sourceComponent: Keyboard {
            inks: room.inks
            chinese: room.house.chinese
            onTyped: letter => room.type(letter)
            onErased: {
                room.typed = room.typed.slice(0, -1);
                room.house.sound("touch");
            }
            onCleared: {
                room.typed = "";
                room.house.sound("touch");
            }
            onClosed: {
                room.typing = false;
                room.house.sound("back");
            }
        }
    }
}
