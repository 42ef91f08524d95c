import QtQuick

// The finder's questions, answers and reasons in words. What is said of a wine is what its winery
// says: figures of its flavour from 1 to 5, dishes, temperature, strength.
QtObject {
    function question(matter: string): string {
        switch (matter) {
        case "sweetness":
            return qsTr("How sweet may it be?");
        case "body":
            return qsTr("How full should it feel?");
        case "character":
            return qsTr("What do you like most in a wine?");
        case "table":
            return qsTr("What will be on the table?");
        case "cool":
            return qsTr("How cool do you drink it?");
        case "strength":
            return qsTr("How strong may it be?");
        default:
            return "";
        }
    }

    function answer(matter: string, key: string): string {
        switch (matter + " " + key) {
        case "sweetness dry":
            return qsTr("Dry");
        case "sweetness hint":
            return qsTr("A hint of sweetness");
        case "sweetness sweet":
            return qsTr("Sweet");
        case "body light":
            return qsTr("Light");
        case "body medium":
            return qsTr("Neither light nor heavy");
        case "body full":
            return qsTr("Full");
        case "character fruity":
            return qsTr("Ripe fruit");
        case "character fresh":
            return qsTr("Freshness");
        case "character soft":
            return qsTr("Softness");
        case "character oaky":
            return qsTr("Oak and spice");
        case "table fish":
            return qsTr("Fish and seafood");
        case "table meat":
            return qsTr("Meat and poultry");
        case "table spicy":
            return qsTr("Something spicy");
        case "table sweet":
            return qsTr("Cakes and sweets");
        case "cool chilled":
            return qsTr("Well chilled");
        case "cool cool":
            return qsTr("Cool");
        case "cool room":
            return qsTr("Hardly chilled");
        case "strength light":
            return qsTr("Light");
        case "strength medium":
            return qsTr("As most wines are");
        case "strength strong":
            return qsTr("Strong");
        default:
            return key;
        }
    }

    // What is true of the wine where one answer is concerned.
    function truth(reason: var, wine: var): string {
        const has = reason.figures;
        switch (reason.matter) {
        case "sweetness":
            return [qsTr("It is dry."), qsTr("It is almost dry."), qsTr("It is a little sweet."),
                qsTr("It is quite sweet."), qsTr("It is sweet.")][Math.round(has.sweetness) - 1];
        case "body":
            return [qsTr("It is very light."), qsTr("It is light."), qsTr("It is neither light nor heavy."),
                qsTr("It is full."), qsTr("It is very full.")][Math.round(has.body) - 1];
        case "character":
            if (reason.answer === "fruity")
                return qsTr("Fruit %1 of 5, oak %2 of 5.").arg(has.fruit).arg(has.oak);
            if (reason.answer === "fresh")
                return qsTr("Acidity %1 of 5.").arg(has.acidity);
            if (reason.answer === "soft")
                return qsTr("Tannin %1 of 5.").arg(has.tannin);
            return qsTr("Oak %1 of 5.").arg(has.oak);
        case "table":
            if (reason.dish !== "")
                return reason.dish;
            return qsTr("The winery pairs it with other dishes.");
        case "cool":
            return wine.serve;
        default:
            return wine.alcohol;
        }
    }

    // Why it fits, in lines.
    function met(reasons: list<var>, wine: var): list<string> {
        const short = reasons.filter(reason => reason.matter === "sweetness" || reason.matter === "body");
        const rest = reasons.filter(reason => !short.includes(reason)).map(reason => {
            const wanted = answer(reason.matter, reason.answer);
            if (reason.matter === "table" && reason.dish === "")
                return qsTr("%1: its taste suits that.").arg(wanted);
            return reason.matter === "character" || reason.matter === "table"
                ? qsTr("%1: %2").arg(wanted).arg(truth(reason, wine)) : truth(reason, wine);
        });
        const line = short.map(reason => truth(reason, wine)).join(qsTr(" ", "between two sentences"));
        return line === "" ? rest : [line, ...rest];
    }

    // Why it does not.
    function missed(reason: var, wine: var): string {
        return qsTr("Not quite “%1”: %2").arg(answer(reason.matter, reason.answer)).arg(truth(reason, wine));
    }

    // Of what the winery says nothing.
    function unknown(reason: var): string {
        switch (reason.matter) {
        case "table":
            return qsTr("dishes");
        case "sweetness":
            return qsTr("sweetness");
        case "body":
            return qsTr("body");
        default:
            return qsTr("taste");
        }
    }
}
