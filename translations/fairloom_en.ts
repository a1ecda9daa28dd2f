<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Dialect</name>
    <message numerus="yes">
        <source>%n line(s) above the table</source>
        <translation>
            <numerusform>%n line above the table</numerusform>
            <numerusform>%n lines above the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPresentation</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairloom::ui::AccountLine</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) left out</source>
        <translation>
            <numerusform>%n picture left out</numerusform>
            <numerusform>%n pictures left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairloom::ui::ColumnRuleForm</name>
    <message numerus="yes">
        <source>%n bin(s): %1</source>
        <translation>
            <numerusform>%n bin: %1</numerusform>
            <numerusform>%n bins: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairloom::ui::TaskFields</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
</TS>
