<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Bar</name>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display, sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My list</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n wine(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChaptersRoom</name>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContentsRoom</name>
    <message>
        <source>The story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear it told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The making</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See and compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it grows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find my wine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five taps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meet the winery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where shall we begin?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>Still here? Everything is reset in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Flavour</name>
    <message>
        <source>Fruit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acidity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweetness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tannin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oak</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HouseView</name>
    <message>
        <source>Your language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it suits you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays so until you finish.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListRoom</name>
    <message>
        <source>My list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on it yet. In the wines, tap the heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap to take it off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveRoom</name>
    <message>
        <source>No live room yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OriginRoom</name>
    <message>
        <source>Qingtian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 km to Qingtian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to Qingtian</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WineLeaf</name>
    <message>
        <source>Nose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WinesRoom</name>
    <message>
        <source>On my list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on my list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the second wine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
