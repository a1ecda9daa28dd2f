#pragma once

#include "core/study/run_settings.h"

#include <QWidget>

class QLabel;

namespace fairloom::ui {

/// The editor of one run setting, made from its description: a combo box or a segmented control for choices, a slider with
/// a number for the real-valued settings that people try out, a spin box or a check box for the rest, a line with a button for a file. The
/// editor's object name is "setting_" + key, a slider's "slider_" + key.
class SettingEditor : public QWidget {
    Q_OBJECT
public:
    static SettingEditor *make(const Setting &setting, QWidget *parent = nullptr);

    const Setting &setting() const { return setting_; }
    /// The editor itself, for buddies and tab order.
    virtual QWidget *editor() const = 0;
    /// Shows the value of `settings` without signalling.
    virtual void load(const RunSettings &settings) = 0;
    virtual void store(RunSettings &settings) const = 0;

signals:
    void edited();

protected:
    explicit SettingEditor(const Setting &setting, QWidget *parent);
    void describe(QWidget *editor); ///< object name, accessible name, tool tip
    QLabel *makeLabel(QWidget *buddy);

private:
    const Setting &setting_;
};

/// A choice as people read it: "Balanced", "L1-KL".
QString choiceName(const Setting &setting, const std::string &choice);

} // namespace fairloom::ui
