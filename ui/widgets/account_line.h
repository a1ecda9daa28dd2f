#pragma once

#include <QLabel>

namespace fairloom {
struct Dataset;
}

namespace fairloom::ui {

/// What of the file is not in the table, with numbers, in one line of links; each shows the particulars. Hidden where there is nothing to say.
class AccountLine final : public QLabel {
    Q_OBJECT
public:
    explicit AccountLine(QWidget *parent = nullptr);

    void setDataset(const Dataset *opened);

private:
    void refresh();
    void showDetails(const QString &link);

    QStringList parts_;  ///< "links" of the line: key|text
    QString badLines_, badPictures_, notes_;
};

} // namespace fairloom::ui
