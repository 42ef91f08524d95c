<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AskRoom</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message numerus="yes">
        <source>%n wine(s)</source>
        <translation>
            <numerusform>%n wine</numerusform>
            <numerusform>%n wines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>Still here? Everything is reset in %n second(s).</source>
        <translation>
            <numerusform>Still here? Everything is reset in %n second.</numerusform>
            <numerusform>Still here? Everything is reset in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListRoom</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
