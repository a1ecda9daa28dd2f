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
    <name>RunCommands</name>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Delete %n run</numerusform>
            <numerusform>Delete %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudyWords</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
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
    <name>fairloom::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n run(s) deleted.</source>
        <translation>
            <numerusform>%n run deleted.</numerusform>
            <numerusform>%n runs deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fairloom did not come to close “%1” the last time. Nothing that had finished is lost (%n run(s)).</source>
        <translation>
            <numerusform>Fairloom did not come to close “%1” the last time. Nothing that had finished is lost (%n run).</numerusform>
            <numerusform>Fairloom did not come to close “%1” the last time. Nothing that had finished is lost (%n runs).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairloom::ui::RunNotesDialog</name>
    <message numerus="yes">
        <source>Tags of %n run(s)</source>
        <translation>
            <numerusform>Tags of %n run</numerusform>
            <numerusform>Tags of %n runs</numerusform>
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
<context>
    <name>fairloom::ui::WelcomeView</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
</TS>
