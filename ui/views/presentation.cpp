#include "ui/views/presentation.h"

#include "core/data/picture_set.h"
#include "core/data/table.h"
#include "ui/text.h"
#include "ui/views/pictures/picture_rows.h"
#include "ui/views/pictures/picture_samples.h"
#include "ui/views/reading/picture_reading.h"
#include "ui/views/reading/text_reading.h"
#include "ui/views/rows/text_rows.h"
#include "ui/views/samples/table_samples.h"
#include "ui/window/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>

namespace fairloom::ui {

namespace {

class TextPresentation final : public Presentation {
    Q_DECLARE_TR_FUNCTIONS(TextPresentation)
public:
    QString rowsTitle() const override { return tr("Rows"); }
    bool rowsFirst() const override { return false; }
    QString size(const Table &table) const override
    {
        return tr("%1 rows").arg(count(table.rows())) + QStringLiteral(" · ") + tr("%n column(s)", nullptr, static_cast<int>(table.columns.size()));
    }
    RowsPanel *makeRows() const override { return new TextRows; }
    ReadingForm *makeReading() const override { return new TextReading; }
    SamplesPage *makeSamples(Session &session) const override { return new TableSamples(session); }
    QString generatedHint() const override { return tr("Rows that any tool generated from the open data, with a header line"); }
    QString askForGenerated(QWidget *parent) const override
    {
        return QFileDialog::getOpenFileName(parent, tr("Generated rows"), preferences::lastFolder());
    }
    QString askForPlace(QWidget *parent, const QString &run) const override
    {
        return QFileDialog::getSaveFileName(parent, tr("Export generated rows"),
                                            QDir(preferences::lastFolder()).filePath(run + QStringLiteral("-synthetic.csv")), tr("Tables (*.csv)"));
    }
    QString saved(std::size_t rows, const QString &place) const override
    {
        return tr("%1 rows saved to %2.").arg(count(rows), QDir::toNativeSeparators(place));
    }
};

class PicturePresentation final : public Presentation {
    Q_DECLARE_TR_FUNCTIONS(PicturePresentation)
public:
    QString rowsTitle() const override { return tr("Pictures"); }
    bool rowsFirst() const override { return true; }
    QString size(const Table &table) const override
    {
        const PictureSet &set = *table.picture_column()->pictures;
        return tr("%1 pictures %2 × %3", "how many, width and height").arg(count(table.rows()), QString::number(set.width), QString::number(set.height));
    }
    RowsPanel *makeRows() const override { return new PictureRows; }
    ReadingForm *makeReading() const override { return new PictureReading; }
    SamplesPage *makeSamples(Session &session) const override { return new PictureSamples(session); }
    QString generatedHint() const override { return tr("A folder of pictures that any tool generated from the open data, with their labels"); }
    QString askForGenerated(QWidget *parent) const override
    {
        return QFileDialog::getExistingDirectory(parent, tr("Generated pictures"), preferences::lastFolder());
    }
    QString askForPlace(QWidget *parent, const QString &run) const override
    {
        const QString folder = QFileDialog::getExistingDirectory(parent, tr("Export generated pictures into a folder"), preferences::lastFolder());
        return folder.isEmpty() ? QString() : QDir(folder).filePath(run + QStringLiteral("-synthetic"));
    }
    QString saved(std::size_t rows, const QString &place) const override
    {
        return tr("%1 pictures saved to %2, and the first of them on one sheet beside it.").arg(count(rows), QDir::toNativeSeparators(place));
    }
};

} // namespace

const Presentation &Presentation::of(const Table *table)
{
    static const TextPresentation text;
    static const PicturePresentation pictures;
    if (table && table->picture_column())
        return pictures;
    return text;
}

} // namespace fairloom::ui
