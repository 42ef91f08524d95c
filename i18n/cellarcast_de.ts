<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AskRoom</name>
    <message>
        <source>Land and vines</source>
        <translation>Land und Lage</translation>
    </message>
    <message>
        <source>How it is made</source>
        <translation>Wie Wein entsteht</translation>
    </message>
    <message>
        <source>About the wines</source>
        <translation>Über die Weine</translation>
    </message>
    <message>
        <source>At the table</source>
        <translation>Bei Tisch</translation>
    </message>
    <message>
        <source>The house</source>
        <translation>Das Haus</translation>
    </message>
    <message>
        <source>Buying</source>
        <translation>Kaufen</translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation>Was möchten Sie wissen?</translation>
    </message>
    <message>
        <source>Tap a question to hear the answer.</source>
        <translation>Frage antippen und die Antwort hören.</translation>
    </message>
    <message>
        <source>Choose what it is about, or type a word of your question.</source>
        <translation>Wählen Sie ein Thema oder tippen Sie ein Wort Ihrer Frage.</translation>
    </message>
    <message>
        <source>Typed: %1</source>
        <translation>Eingegeben: %1</translation>
    </message>
    <message>
        <source>I do not know. Ask my colleague here.</source>
        <extracomment>In Chinese, say that the letters of pinyin are enough.</extracomment>
        <translation>Das weiß ich nicht. Fragen Sie bitte hier am Stand.</translation>
    </message>
    <message>
        <source>A word of your question is enough, without accents.</source>
        <translation>Ein Wort Ihrer Frage genügt, auch ohne Umlautpunkte.</translation>
    </message>
    <message>
        <source>Tap the question you mean.</source>
        <translation>Tippen Sie auf Ihre Frage.</translation>
    </message>
    <message>
        <source>Type a word</source>
        <translation>Wort eintippen</translation>
    </message>
    <message>
        <source>Open the keys</source>
        <translation>Tastatur öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n Frage</numerusform>
            <numerusform>%n Fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Alle Themen</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Text, sound</source>
        <translation>Schrift, Ton</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Meine Liste</translation>
    </message>
    <message numerus="yes">
        <source>%n wine(s)</source>
        <translation>
            <numerusform>%n Wein</numerusform>
            <numerusform>%n Weine</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ChaptersRoom</name>
    <message>
        <source>Next part</source>
        <translation>Nächster Teil</translation>
    </message>
</context>
<context>
    <name>ContentsRoom</name>
    <message>
        <source>The story</source>
        <translation>Die Geschichte</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Erzählen lassen</translation>
    </message>
    <message>
        <source>The making</source>
        <translation>Weinbereitung</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Hineinschauen</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>Die Weine</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>Sehen, vergleichen</translation>
    </message>
    <message>
        <source>Where it grows</source>
        <translation>Wo er wächst</translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation>Karte öffnen</translation>
    </message>
    <message>
        <source>A walk</source>
        <translation>Ein Rundgang</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Sich umsehen</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>Wein finden</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>Fünfmal tippen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Fragen Sie ruhig</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>Jetzt live</translation>
    </message>
    <message>
        <source>Meet the winery</source>
        <translation>Das Weingut erleben</translation>
    </message>
    <message>
        <source>Where shall we begin?</source>
        <translation>Womit fangen wir an?</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>Still here? Everything is reset in %n second(s).</source>
        <translation>
            <numerusform>Noch da? In %n Sekunde beginnt alles von vorn.</numerusform>
            <numerusform>Noch da? In %n Sekunden beginnt alles von vorn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>Noch da</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>Jetzt beenden</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mehr Kontrast</translation>
    </message>
    <message>
        <source>Lower controls</source>
        <translation>Bedienung tiefer</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>Lautstärke %1&#xa0;%</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
</context>
<context>
    <name>FinderRoom</name>
    <message>
        <source>The winery does not say: %1.</source>
        <translation>Ohne Angabe des Weinguts: %1.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The winery does not say how its wines taste: fewer questions, and a rougher answer.</source>
        <translation>Wie seine Weine schmecken, sagt das Weingut nicht: weniger Fragen, ungefähre Antwort.</translation>
    </message>
    <message>
        <source>The next best</source>
        <translation>Zweiter Vorschlag</translation>
    </message>
    <message>
        <source>Your wine</source>
        <translation>Ihr Wein</translation>
    </message>
    <message>
        <source>Nothing fits all of it. This comes closest:</source>
        <translation>Keiner passt in allem. Am nächsten kommt:</translation>
    </message>
    <message>
        <source>One question back</source>
        <translation>Eine Frage zurück</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Erzählen lassen</translation>
    </message>
    <message>
        <source>On my list</source>
        <translation>Auf meiner Liste</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Auf die Liste setzen</translation>
    </message>
    <message>
        <source>The best</source>
        <translation>Erster Vorschlag</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
</context>
<context>
    <name>FinderWords</name>
    <message>
        <source>How sweet may it be?</source>
        <translation>Wie süß darf er sein?</translation>
    </message>
    <message>
        <source>How full should it feel?</source>
        <translation>Wie voll soll er schmecken?</translation>
    </message>
    <message>
        <source>What do you like most in a wine?</source>
        <translation>Was mögen Sie an einem Wein am liebsten?</translation>
    </message>
    <message>
        <source>What will be on the table?</source>
        <translation>Was kommt auf den Tisch?</translation>
    </message>
    <message>
        <source>How cool do you drink it?</source>
        <translation>Wie kühl trinken Sie ihn?</translation>
    </message>
    <message>
        <source>How strong may it be?</source>
        <translation>Wie stark darf er sein?</translation>
    </message>
    <message>
        <source>Dry</source>
        <translation>Trocken</translation>
    </message>
    <message>
        <source>A hint of sweetness</source>
        <translation>Ein Hauch Süße</translation>
    </message>
    <message>
        <source>Sweet</source>
        <translation>Süß</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Neither light nor heavy</source>
        <translation>Weder leicht noch schwer</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Vollmundig</translation>
    </message>
    <message>
        <source>Ripe fruit</source>
        <translation>Reife Frucht</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Frische</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>Weichheit</translation>
    </message>
    <message>
        <source>Oak and spice</source>
        <translation>Holz und Würze</translation>
    </message>
    <message>
        <source>Fish and seafood</source>
        <translation>Fisch und Meeresfrüchte</translation>
    </message>
    <message>
        <source>Meat and poultry</source>
        <translation>Fleisch und Geflügel</translation>
    </message>
    <message>
        <source>Something spicy</source>
        <translation>Etwas Scharfes</translation>
    </message>
    <message>
        <source>Cakes and sweets</source>
        <translation>Kuchen und Süßes</translation>
    </message>
    <message>
        <source>Well chilled</source>
        <translation>Gut gekühlt</translation>
    </message>
    <message>
        <source>Cool</source>
        <translation>Kühl</translation>
    </message>
    <message>
        <source>Hardly chilled</source>
        <translation>Kaum gekühlt</translation>
    </message>
    <message>
        <source>As most wines are</source>
        <translation>Wie die meisten Weine</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>It is dry.</source>
        <translation>Er ist trocken.</translation>
    </message>
    <message>
        <source>It is almost dry.</source>
        <translation>Er ist fast trocken.</translation>
    </message>
    <message>
        <source>It is a little sweet.</source>
        <translation>Er ist leicht süß.</translation>
    </message>
    <message>
        <source>It is quite sweet.</source>
        <translation>Er ist recht süß.</translation>
    </message>
    <message>
        <source>It is sweet.</source>
        <translation>Er ist süß.</translation>
    </message>
    <message>
        <source>It is very light.</source>
        <translation>Er ist sehr leicht.</translation>
    </message>
    <message>
        <source>It is light.</source>
        <translation>Er ist leicht.</translation>
    </message>
    <message>
        <source>It is neither light nor heavy.</source>
        <translation>Er ist weder leicht noch schwer.</translation>
    </message>
    <message>
        <source>It is full.</source>
        <translation>Er ist vollmundig.</translation>
    </message>
    <message>
        <source>It is very full.</source>
        <translation>Er ist sehr vollmundig.</translation>
    </message>
    <message>
        <source>Fruit %1 of 5, oak %2 of 5.</source>
        <translation>Frucht %1 von 5, Holz %2 von 5.</translation>
    </message>
    <message>
        <source>Acidity %1 of 5.</source>
        <translation>Säure %1 von 5.</translation>
    </message>
    <message>
        <source>Tannin %1 of 5.</source>
        <translation>Tannin %1 von 5.</translation>
    </message>
    <message>
        <source>Oak %1 of 5.</source>
        <translation>Holz %1 von 5.</translation>
    </message>
    <message>
        <source>The winery pairs it with other dishes.</source>
        <translation>Das Weingut empfiehlt andere Speisen dazu.</translation>
    </message>
    <message>
        <source>%1: its taste suits that.</source>
        <translation>%1: Geschmacklich passt er dazu.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> </source>
        <comment>between two sentences</comment>
        <translation> </translation>
    </message>
    <message>
        <source>Not quite “%1”: %2</source>
        <translation>Nicht ganz „%1“: %2</translation>
    </message>
    <message>
        <source>dishes</source>
        <translation>Speisen</translation>
    </message>
    <message>
        <source>sweetness</source>
        <translation>Süße</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Körper</translation>
    </message>
    <message>
        <source>taste</source>
        <translation>Geschmack</translation>
    </message>
</context>
<context>
    <name>Flavour</name>
    <message>
        <source>Fruit</source>
        <translation>Frucht</translation>
    </message>
    <message>
        <source>Acidity</source>
        <translation>Säure</translation>
    </message>
    <message>
        <source>Sweetness</source>
        <translation>Süße</translation>
    </message>
    <message>
        <source>Tannin</source>
        <translation>Tannin</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Körper</translation>
    </message>
    <message>
        <source>Oak</source>
        <translation>Holz</translation>
    </message>
</context>
<context>
    <name>HouseView</name>
    <message>
        <source>Your language</source>
        <translation>Ihre Sprache</translation>
    </message>
    <message>
        <source>As it suits you</source>
        <translation>Ganz wie Sie mögen</translation>
    </message>
    <message>
        <source>It stays so until you finish.</source>
        <translation>So bleibt es, bis Sie beenden.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Letter %1</source>
        <translation>Buchstabe %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Letzten Buchstaben löschen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Delete everything typed</source>
        <translation>Alles Eingegebene löschen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the keys</source>
        <translation>Tastatur schließen</translation>
    </message>
</context>
<context>
    <name>ListRoom</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>My wines</source>
        <translation>Meine Weine</translation>
    </message>
    <message>
        <source>Code with your list</source>
        <translation>Code mit Ihrer Liste</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Meine Liste</translation>
    </message>
    <message>
        <source>Scan to keep the list on your phone. No app, no account.</source>
        <translation>Scannen, und Sie haben die Liste auf dem Handy. Ohne App, ohne Konto.</translation>
    </message>
    <message>
        <source>Nothing on it yet. Look at a wine and tap its heart.</source>
        <translation>Noch leer. Tippen Sie bei einem Wein auf das Herz.</translation>
    </message>
    <message>
        <source>The wines</source>
        <translation>Die Weine</translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation>Sehen, vergleichen</translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation>Wein finden</translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation>Fünfmal tippen</translation>
    </message>
    <message>
        <source>Tap to take it off</source>
        <translation>Zum Streichen antippen</translation>
    </message>
</context>
<context>
    <name>LiveRoom</name>
    <message>
        <source>No live room yet</source>
        <translation>Noch kein Livestream</translation>
    </message>
    <message>
        <source>The live picture is on its way …</source>
        <translation>Das Livebild kommt gleich …</translation>
    </message>
    <message>
        <source>The live picture does not come through here. The code works on your phone.</source>
        <translation>Das Livebild kommt hier nicht an. Der Code funktioniert auf Ihrem Handy.</translation>
    </message>
    <message>
        <source>Being shown now: %1</source>
        <translation>Jetzt wird gezeigt: %1</translation>
    </message>
    <message>
        <source>%1, without sound</source>
        <translation>%1, ohne Ton</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>Zurück zur Karte</translation>
    </message>
    <message>
        <source>Watch here</source>
        <translation>Hier ansehen</translation>
    </message>
    <message>
        <source>the live picture, without sound</source>
        <translation>das Livebild, ohne Ton</translation>
    </message>
</context>
<context>
    <name>OriginRoom</name>
    <message>
        <source>Qingtian</source>
        <translation>Qingtian</translation>
    </message>
    <message>
        <source>Right here</source>
        <translation>Genau hier</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>to Qingtian</source>
        <translation>bis Qingtian</translation>
    </message>
    <message>
        <source>In its country</source>
        <translation>Im eigenen Land</translation>
    </message>
    <message>
        <source>The way to Qingtian</source>
        <translation>Der Weg nach Qingtian</translation>
    </message>
</context>
<context>
    <name>WalkRoom</name>
    <message>
        <source>Walk on: %1</source>
        <translation>Weiter: %1</translation>
    </message>
    <message>
        <source>Hear about: %1</source>
        <translation>Anhören: %1</translation>
    </message>
    <message>
        <source>Walk on</source>
        <translation>Weitergehen</translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation>Erzählen lassen</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts</translation>
    </message>
</context>
<context>
    <name>WineLeaf</name>
    <message>
        <source>Nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>Palate</source>
        <translation>Gaumen</translation>
    </message>
    <message>
        <source>Pair with</source>
        <translation>Dazu</translation>
    </message>
</context>
<context>
    <name>WinesRoom</name>
    <message>
        <source>On my list</source>
        <translation>Auf meiner Liste</translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation>Auf die Liste setzen</translation>
    </message>
    <message>
        <source>Its description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Its flavour</source>
        <translation>Sein Geschmack</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation>Mit anderem vergleichen</translation>
    </message>
    <message>
        <source>Tap the second wine</source>
        <translation>Zweiten Wein antippen</translation>
    </message>
</context>
</TS>
