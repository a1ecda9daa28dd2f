#include "ui/views/compare/filter_bar.h"

#include "ui/models/audit_figures.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>

namespace fairloom::ui {

namespace {

constexpr int typing_pause = 120; // milliseconds
constexpr int widest_box = 240;

QComboBox *box(const QString &name, const QString &accessible, const QString &toolTip, int letters)
{
    auto *out = new QComboBox;
    out->setObjectName(name);
    out->setAccessibleName(accessible);
    out->setToolTip(toolTip);
    out->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    out->setMinimumContentsLength(letters);
    out->setMaximumWidth(widest_box);
    return out;
}

/// The first entry is "all"; a choice among few is no choice at all, and is not shown.
void fill(QComboBox *of, const QString &all, const QStringList &labels, const QStringList &keys)
{
    const QString before = of->currentData().toString();
    const QSignalBlocker quiet(of);
    of->clear();
    of->addItem(all, QString());
    for (qsizetype i = 0; i < keys.size(); ++i)
        of->addItem(labels[i], keys[i]);
    of->setCurrentIndex(std::max(0, of->findData(before)));
    of->setVisible(keys.size() > 1);
}

} // namespace

FilterBar::FilterBar(CompareRuns &runs, QWidget *parent) : QWidget(parent), runs_(runs), typing_(new QTimer(this))
{
    search_ = new QLineEdit;
    search_->setObjectName(QStringLiteral("compareSearch"));
    search_->setAccessibleName(tr("Search runs"));
    search_->setPlaceholderText(tr("Search runs"));
    search_->setToolTip(tr("Words of the name, tags, note, study, variant, method or data; \"seed 3\" finds a seed."));
    search_->setClearButtonEnabled(true);
    search_->setMaximumWidth(220);
    study_ = box(QStringLiteral("compareStudyFilter"), tr("Study"), tr("Shows the runs of one study alone."), 9);
    kind_ = box(QStringLiteral("compareMethodFilter"), tr("Loss or method"), tr("Shows the runs of one loss or method alone."), 9);
    subject_ = box(QStringLiteral("compareDataFilter"), tr("Data and task"), tr("Shows the runs on one data set and task alone."), 12);
    protocol_ = box(QStringLiteral("compareProtocol"), tr("Protocol"),
                    tr("What the classifier learns from and is tested on. Runs are compared by train synthetic, test real unless you choose another."), 20);
    classifier_ = box(QStringLiteral("compareClassifier"), tr("Classifier"), tr("The classifier whose decisions are compared"), 8);
    selected_ = new QLabel;
    selected_->setObjectName(QStringLiteral("compareSelected"));
    selected_->setProperty("look", "muted");
    clear_ = new QPushButton(tr("Show all"));
    clear_->setObjectName(QStringLiteral("compareClearSelection"));
    clear_->setProperty("look", "chip");
    clear_->setToolTip(tr("Forgets which runs are selected."));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(search_, 2);
    for (QComboBox *filter : {study_, kind_, subject_})
        layout->addWidget(filter, 1);
    layout->addWidget(selected_);
    layout->addWidget(clear_);
    layout->addStretch(1);
    layout->addWidget(protocol_);
    layout->addWidget(classifier_);

    typing_->setSingleShot(true);
    typing_->setInterval(typing_pause);
    connect(search_, &QLineEdit::textChanged, typing_, qOverload<>(&QTimer::start));
    connect(search_, &QLineEdit::returnPressed, this, &FilterBar::apply);
    connect(typing_, &QTimer::timeout, this, &FilterBar::apply);
    for (QComboBox *filter : {study_, kind_, subject_, protocol_, classifier_})
        connect(filter, &QComboBox::currentIndexChanged, this, &FilterBar::apply);
    connect(clear_, &QPushButton::clicked, &runs_, &CompareRuns::clearSelection);
    connect(&runs_, &CompareRuns::reset, this, &FilterBar::offer);
    connect(&runs_, &CompareRuns::selectionChanged, this, &FilterBar::showSelection);
    offer();
}

void FilterBar::offer()
{
    fill(study_, tr("All studies"), runs_.studies(), runs_.studies());
    QStringList kinds;
    for (const QString &kind : runs_.kinds())
        kinds << CompareFigures::kindLabel(kind.toStdString());
    fill(kind_, tr("All methods"), kinds, runs_.kinds());
    fill(subject_, tr("All data"), runs_.subjects(), runs_.subjects());

    const auto offerJudges = [](QComboBox *of, std::vector<std::string> &known, const std::vector<std::string> &found, const std::string &chosen, auto label) {
        const QSignalBlocker quiet(of);
        if (found != known) {
            known = found;
            of->clear();
            for (const std::string &key : known)
                of->addItem(label(key));
        }
        of->setCurrentIndex(int(std::find(known.begin(), known.end(), chosen) - known.begin()));
        of->setVisible(known.size() > 1);
    };
    offerJudges(protocol_, protocols_, runs_.protocols(), runs_.choice().protocol, &AuditFigures::protocolChip);
    offerJudges(classifier_, classifiers_, runs_.classifiers(), runs_.choice().classifier, &AuditFigures::classifierChip);
    search_->setVisible(runs_.runs().size() > 1);
    showSelection();
}

void FilterBar::choose(const CompareFilter &filter, const ComparisonChoice &choice)
{
    const QSignalBlocker quiet(search_);
    search_->setText(filter.search);
    const auto show = [](QComboBox *box, int index) {
        const QSignalBlocker quietBox(box);
        if (index >= 0 && index < box->count())
            box->setCurrentIndex(index);
    };
    show(study_, study_->findData(filter.study));
    show(kind_, kind_->findData(filter.kind));
    show(subject_, subject_->findData(filter.subject));
    show(protocol_, int(std::find(protocols_.begin(), protocols_.end(), choice.protocol) - protocols_.begin()));
    show(classifier_, int(std::find(classifiers_.begin(), classifiers_.end(), choice.classifier) - classifiers_.begin()));
    apply();
}

void FilterBar::apply()
{
    typing_->stop();
    ComparisonChoice choice = runs_.choice();
    if (protocol_->currentIndex() >= 0)
        choice.protocol = protocols_[std::size_t(protocol_->currentIndex())];
    if (classifier_->currentIndex() >= 0)
        choice.classifier = classifiers_[std::size_t(classifier_->currentIndex())];
    runs_.setChoice(choice);
    runs_.setFilter({search_->text().trimmed(), study_->currentData().toString(), kind_->currentData().toString(), subject_->currentData().toString()});
}

void FilterBar::showSelection()
{
    const std::size_t shown = runs_.shown().size(), all = runs_.runs().size();
    QString text;
    if (runs_.hasSelection())
        text = tr("%1 of %2 runs selected").arg(runs_.selected().size()).arg(shown);
    else if (shown < all)
        text = tr("%1 of %2 runs").arg(shown).arg(all);
    selected_->setText(text);
    selected_->setVisible(!text.isEmpty());
    clear_->setVisible(runs_.hasSelection());
}

} // namespace fairloom::ui
