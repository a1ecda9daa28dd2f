#pragma once

#include <QString>
#include <QWidget>

#include <string>
#include <vector>

class QCheckBox;
class QGridLayout;

namespace fairloom::ui {

/// Check boxes in columns, of which any number is chosen.
class ChoiceBoxes final : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        std::string id;
        QString text;
        bool operator==(const Choice &) const = default;
    };

    /// A box's object name is `prefix` and its id. `of` is said before its text to those who cannot see where it stands.
    ChoiceBoxes(const QString &prefix, const QString &of, int columns, QWidget *parent = nullptr);

    void setChoices(const std::vector<Choice> &choices); ///< none of them chosen, where they are others than before
    void setChosen(const std::vector<std::string> &ids);
    std::vector<std::string> chosen() const;             ///< enabled ones, in the order of the choices
    bool isChosen(const std::string &id) const;
    void setAvailable(const std::string &id, bool available, const QString &toolTip);

signals:
    void edited(); ///< by a person

private:
    QString prefix_, of_;
    int columns_;
    QGridLayout *grid_;
    std::vector<Choice> choices_;
    std::vector<QCheckBox *> boxes_;
};

} // namespace fairloom::ui
