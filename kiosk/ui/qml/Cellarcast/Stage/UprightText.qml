pragma ComponentBehavior: Bound
import QtQuick
import Cellarcast

// Chinese set upright: characters top to bottom, columns from the right to the left.
Row {
    id: upright

    required property string text
    required property real size
    required property color color
    property string family: Theme.chineseTitle
    property int perColumn: 12

    readonly property list<string> columns: upright.cut(upright.text)
    readonly property real pitch: size * 1.1

    // Columns of about the same height, parted after punctuation where there is some. No column
    // begins with a mark.
    function cut(whole: string): list<string> {
        const marks = "，。、；：！？,.;:!?";
        const count = Math.ceil(whole.length / Math.max(1, upright.perColumn));
        const columns = [];
        let rest = whole;
        for (let left = count; left > 1; --left) {
            const fair = Math.ceil(rest.length / left);
            let at = fair;
            for (let shift = 0; shift <= 3; ++shift) {
                const near = [fair - shift, fair + shift].find(
                    place => place > 1 && place <= upright.perColumn + 1 && marks.includes(rest[place - 1]));
                if (near !== undefined) {
                    at = near;
                    break;
                }
            }
            while (at < rest.length && marks.includes(rest[at]))
                ++at;
            columns.push(rest.slice(0, at));
            rest = rest.slice(at);
        }
        columns.push(rest);
        return columns;
    }

    layoutDirection: Qt.RightToLeft
    spacing: size * 0.5

    Repeater {
        model: upright.columns

        Column {
            id: column

            required property string modelData

            Repeater {
                model: Array.from(column.modelData)

                Text {
                    required property string modelData

                    // Full stops and commas sit in the upper right of their square in upright text.
                    readonly property bool mark: "，。、,.".includes(modelData)

                    width: upright.size
                    height: mark ? upright.pitch * 0.5 : upright.pitch
                    leftPadding: mark ? upright.size * 0.5 : 0
                    topPadding: mark ? -upright.size * 0.5 : 0
                    horizontalAlignment: mark ? Text.AlignLeft : Text.AlignHCenter
                    verticalAlignment: mark ? Text.AlignTop : Text.AlignVCenter
                    text: modelData
                    color: upright.color
                    font.family: upright.family
                    font.weight: upright.family === Theme.chineseTitle ? Font.DemiBold : Font.Medium
                    font.pixelSize: upright.size
                    renderType: Text.NativeRendering
                }
            }
        }
    }
}
