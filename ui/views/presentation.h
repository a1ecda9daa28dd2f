#pragma once

#include <QString>

#include <cstddef>

class QWidget;

namespace fairloom {
struct Table;
}

namespace fairloom::ui {

class ReadingForm;
class RowsPanel;
class SamplesPage;
class Session;

/// How rows are shown to people: as text or, where the table is an image set, as pictures. of() is the one place in the window that asks
/// which; everything else is told by the object that it gives.
class Presentation {
public:
    virtual ~Presentation() = default;

    /// Lives as long as the program. Null is shown as text.
    static const Presentation &of(const Table *table);

    virtual QString rowsTitle() const = 0;               ///< "Rows", "Pictures"
    virtual bool rowsFirst() const = 0;                  ///< the rows tell more at first sight than the list of columns
    virtual QString size(const Table &table) const = 0;  ///< "32,561 rows · 15 columns", "7,000 pictures 32 × 32"
    virtual RowsPanel *makeRows() const = 0;
    virtual ReadingForm *makeReading() const = 0;
    virtual SamplesPage *makeSamples(Session &session) const = 0;

    /// Rows that another tool generated, to be judged: what they are in, and a place that a person chooses (empty = none, after all).
    virtual QString generatedHint() const = 0;
    virtual QString askForGenerated(QWidget *parent) const = 0;
    /// Where generated rows of a run are to be saved; empty = nowhere, after all.
    virtual QString askForPlace(QWidget *parent, const QString &run) const = 0;
    /// Said when `rows` of them have been saved there.
    virtual QString saved(std::size_t rows, const QString &place) const = 0;
};

} // namespace fairloom::ui
