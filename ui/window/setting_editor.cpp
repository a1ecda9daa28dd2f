#include "ui/window/setting_editor.h"

#include "ui/models/method_words.h"
#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/widgets/elided_label.h"
#include "ui/window/setting_editors.h"

#include <cstring>

namespace fairloom::ui {

SettingEditor::SettingEditor(const Setting &setting, QWidget *parent) : QWidget(parent), setting_(setting)
{
}

SettingEditor *SettingEditor::make(const Setting &setting, QWidget *parent)
{
    RunSettings probe;
    const SettingKind kind = settingKind(setting.field(probe));
    if (kind == SettingKind::text && setting.choices.empty())
        return new FileField(setting, parent); // the only text that is not chosen from a list
    if (kind == SettingKind::text)
        return setting.choices.size() == 4 && !setting.advanced ? static_cast<SettingEditor *>(new SegmentField(setting, parent))
                                                                 : new ChoiceField(setting, parent);
    if (kind == SettingKind::flag)
        return new FlagField(setting, parent);
    if (kind == SettingKind::real && !setting.advanced)
        return new SliderField(setting, parent);
    if (kind == SettingKind::real)
        return new RealField(setting, parent);
    return new WholeField(setting, parent);
}

void SettingEditor::describe(QWidget *editor)
{
    editor->setObjectName(QStringLiteral("setting_") + QLatin1StringView(setting_.key));
    editor->setAccessibleName(translated(setting_.label));
    editor->setAccessibleDescription(translated(setting_.help));
    setToolTip(QStringLiteral("<p>%1</p>").arg(translated(setting_.help).toHtmlEscaped()));
}

QLabel *SettingEditor::makeLabel(QWidget *buddy)
{
    auto *label = new ElidedLabel(translated(setting_.label)); // gives way in a narrow dock
    label->setProperty("look", "muted");
    label->setBuddy(buddy);
    return label;
}

namespace {

/// Which edges of a causal graph are cut; the letters are those of van Breugel et al. 2021.
QString edgesName(const std::string &choice)
{
    if (choice == "ftu")
        return SettingEditor::tr("Direct edge (FTU)");
    if (choice == "cf")
        return SettingEditor::tr("Unexplained paths (CF)");
    if (choice == "dp")
        return SettingEditor::tr("All paths (DP)");
    return SettingEditor::tr("None", "edges of a causal graph that are cut");
}

} // namespace

QString choiceName(const Setting &setting, const std::string &choice)
{
    if (std::strcmp(setting.key, "loss") == 0)
        return lossName(choice);
    if (std::strcmp(setting.key, "method") == 0)
        return methodName(choice);
    if (std::strcmp(setting.key, "decaf_fairness") == 0)
        return edgesName(choice);
    if (choice == "balanced")
        return SettingEditor::tr("Balanced");
    if (choice == "custom")
        return SettingEditor::tr("Custom");
    if (choice == "encoder")
        return SettingEditor::tr("Encoder");
    if (choice == "posterior")
        return SettingEditor::tr("Posterior of training rows");
    if (choice == "mixture")
        return SettingEditor::tr("Mixture");
    if (choice == "prior")
        return SettingEditor::tr("Prior");
    QString name = toQString(choice);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace fairloom::ui
