#pragma once

#include "ui/models/study_choices.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace fairloom {
struct Setting;
}

namespace fairloom::ui {

class ChoiceBoxes;

/// The fields of a study: what is tried, with which seeds, and how deep it is judged. What is wrong with a field stands below it.
class StudyForm final : public QWidget {
    Q_OBJECT
public:
    /// `source`: the field that says which data the study is about; it is shown first, and is the caller's.
    explicit StudyForm(QWidget *source, QWidget *parent = nullptr);

    /// `open`: null while the study is about its own data sets, or nothing is open.
    void setParts(const StudyParts &parts, const OpenStudyData *open);
    /// The same study on other data.
    void setData(const OpenStudyData *open);
    StudyParts parts() const;
    QString problem() const; ///< of the first field that cannot stay as it is, one sentence; empty if there is none

signals:
    void edited();

private:
    /// A line of the form: a field with its label, and below it what is wrong with it, or who decides it instead.
    struct Row {
        QLabel *label = nullptr, *note = nullptr;
        QWidget *field = nullptr;
        std::string key; ///< of the setting; empty = none
        bool own = false; ///< of Fairloom's own models
    };

    void buildWhat();
    void buildHow();
    int addRow(const QString &label, QWidget *field, const QString &toolTip, const std::string &key = {}, bool own = false);
    ChoiceBoxes *addChoices(const char *key, const QString &prefix, int columns, bool own, int &row);
    QLineEdit *addNumbers(const QString &label, const char *name, const Setting *setting, const QString &placeholder, int &row);
    QSpinBox *epochsBox(const char *name, const QString &accessibleName, const char *key);
    void fieldEdited();
    void check();
    void say(int row, const QString &problem);
    void sayMissing(int row, const ChoiceBoxes *boxes, const QString &problem);
    std::vector<std::string> numbers(int row, const QLineEdit *edit, const Setting &setting);
    void checkSensitive();
    void checkSeeds();
    void showDecided();

    QGridLayout *grid_;
    std::vector<Row> rows_;
    StudyPlan rest_;
    bool hasData_ = false;
    QString problem_;
    std::vector<std::string> betas_, lambdas_; ///< as far as they are right
    std::vector<std::uint64_t> seeds_;

    QLineEdit *name_, *beta_, *lambda_, *seedList_;
    ChoiceBoxes *methods_, *presets_, *losses_, *students_, *sensitive_, *variants_;
    QCheckBox *alone_, *together_, *controls_;
    QSpinBox *teacherEpochs_, *studentEpochs_;
    QComboBox *evaluation_;
    QLabel *other_;
    int nameRow_ = 0, methodsRow_ = 0, presetsRow_ = 0, lossesRow_ = 0, studentsRow_ = 0, betaRow_ = 0, lambdaRow_ = 0, sensitiveRow_ = 0,
        seedsRow_ = 0, epochsRow_ = 0, evaluationRow_ = 0, variantsRow_ = 0, otherRow_ = 0;
};

} // namespace fairloom::ui
