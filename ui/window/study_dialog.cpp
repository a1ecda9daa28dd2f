#include "ui/window/study_dialog.h"

#include "ui/style/theme.h"
#include "ui/text.h"
#include "ui/window/preferences.h"
#include "ui/window/ready_studies.h"
#include "ui/window/study_form.h"
#include "ui/window/study_words.h"
#include "ui/workers/session.h"
#include "ui/workers/study_runner.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace fairloom::ui {

namespace {

StudyPlan emptyStudy(const QString &name)
{
    StudyPlan plan;
    plan.name = name.toStdString();
    plan.settings = {{"preset", "\"balanced\""}, {"evaluation", "\"basic\""}};
    plan.seeds = {1, 2, 3, 4, 5};
    return plan;
}

} // namespace

StudyDialog::StudyDialog(Session &session, StudyRunner &runner, QWidget *parent)
    : QDialog(parent), session_(session), runner_(runner), ready_(new ReadyStudies(session)), onlyData_(new QLabel),
      openData_(new QRadioButton), ownData_(new QRadioButton), folderLine_(new QWidget), folder_(new QLineEdit), form_(new StudyForm(buildData())),
      summary_(new QLabel), reason_(new QLabel),
      open_(new QPushButton(tr("Open study…"))), save_(new QPushButton(tr("Save study…"))), start_(new QPushButton(tr("Start"))),
      preparing_([this](PreparedStudy &prepared) { showPrepared(prepared); },
                 [this](const QString &sentence) {
                     problem_ = sentence;
                     summary_->clear();
                     showReason();
                 })
{
    setObjectName(QStringLiteral("studyDialog"));
    setWindowTitle(tr("Run a study"));
    setMinimumHeight(520); // its width is that of the form
    const QSize available = screen() ? screen()->availableSize() : QSize(1280, 720);
    resize(QSize(1080, 760).boundedTo(available - QSize(64, 80)));

    auto *middle = new QHBoxLayout;
    middle->setSpacing(Theme::wide);
    middle->addWidget(buildLeft());
    middle->addWidget(buildRight(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::page, Theme::page, Theme::page, Theme::page);
    layout->setSpacing(Theme::wide);
    layout->addLayout(middle, 1);
    layout->addWidget(buildFoot());

    connectParts();
    showNew();
    showData();
}

void StudyDialog::connectParts()
{
    connect(ready_, &ReadyStudies::changeRequested, this, [this](const StudyPlan &plan) { showPlan(plan, toQString(plan.name), !data_); });
    connect(ready_, &ReadyStudies::startRequested, this, &StudyDialog::start);
    connect(form_, &StudyForm::edited, this, &StudyDialog::prepare);
    connect(openData_, &QRadioButton::toggled, this, &StudyDialog::showOwnData);
    connect(folder_, &QLineEdit::textChanged, this, &StudyDialog::prepare);
    connect(open_, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Open study"), preferences::lastFolder(), tr("Studies (*.json);;All files (*)"));
        if (!file.isEmpty())
            openStudy(file);
    });
    connect(save_, &QPushButton::clicked, this, [this] {
        const QString name = QString::fromStdString(folder_word(form_->parts().choices.name));
        const QString proposed = QDir(preferences::lastFolder()).filePath(name + QStringLiteral(".json"));
        const QString file = QFileDialog::getSaveFileName(this, tr("Save study"), proposed, tr("Studies (*.json)"));
        if (!file.isEmpty())
            saveStudy(file);
    });
    connect(start_, &QPushButton::clicked, this, [this] {
        if (prepared_)
            start(*prepared_);
    });
    for (const auto signal : {&Session::datasetChanged, &Session::taskChanged, &Session::problemChanged})
        connect(&session_, signal, this, &StudyDialog::showData);
    connect(&session_, &Session::runsChanged, this, [this] {
        ready_->showTimes();
        if (prepared_)
            showPrepared(PreparedStudy(*prepared_));
    });
    connect(&runner_, &StudyRunner::changed, this, [this] {
        if (reasonWithoutData() != readyReason_)
            showData();
        else
            showReason();
    });
    connect(&runner_, &StudyRunner::added, this, [this] {
        if (starting_)
            accept();
    });
    connect(&runner_, &StudyRunner::addFailed, this, [this](const QString &sentence) {
        starting_ = false;
        fileProblem_ = sentence;
        showReason();
    });
}

// --- what it is about

QString StudyDialog::reasonWithoutData() const
{
    if (const QString reason = runner_.cannotRunReason(); !reason.isEmpty())
        return reason;
    if (data_)
        return {};
    if (!session_.dataset())
        return tr("Open data first.");
    return session_.problemError().isEmpty() ? tr("Groups and labels are being worked out.") : session_.problemError();
}

void StudyDialog::showData()
{
    const auto before = std::exchange(data_, openStudyData(session_));
    const QString title = openDataTitle(session_);
    openData_->setText(title.isEmpty() ? tr("The open data (none are open)") : tr("The open data: %1").arg(title));
    onlyData_->setText(title.isEmpty() ? tr("No data are open.") : title);
    readyReason_ = reasonWithoutData();
    ready_->setData(data_ ? &*data_ : nullptr, readyReason_);
    if (before != data_) { // columns and methods may be others
        StudyParts parts = form_->parts();
        if (data_)
            suitTo(*data_, parts);
        form_->setParts(parts, usesOwnData() ? nullptr : data_ ? &*data_ : nullptr);
    }
    prepare();
}

bool StudyDialog::usesOwnData() const
{
    return ownData_->isChecked();
}

QString StudyDialog::dataFolder() const
{
    return QDir::fromNativeSeparators(folder_->text().trimmed());
}

void StudyDialog::showOwnData()
{
    form_->setData(usesOwnData() || !data_ ? nullptr : &*data_);
    folderLine_->setVisible(usesOwnData() && needsDataFolder(plan_));
    prepare();
}

QString StudyDialog::freeName(const QString &wanted) const
{
    QStringList taken;
    for (const QueuedTrial &trial : runner_.snapshot().trials)
        taken << toQString(trial.study);
    for (const RunEntry *run : session_.runs())
        if (run->record)
            taken << toQString(run->record->study);
    QString name = wanted;
    for (int again = 2; taken.contains(name); ++again)
        name = QStringLiteral("%1-%2").arg(wanted).arg(again);
    return name;
}

void StudyDialog::showNew()
{
    showPlan(emptyStudy(tr("study", "name of a new one")), {}, false);
}

void StudyDialog::showPlan(const StudyPlan &plan, const QString &ready, bool ownData)
{
    fileProblem_.clear();
    plan_ = plan;
    StudyParts parts = takeApart(plan);
    parts.choices.name = freeName(toQString(parts.choices.name)).toStdString();
    if (data_)
        suitTo(*data_, parts);
    QStringList names;
    for (const StudyPlan::Data &one : plan.data)
        names << toQString(one.name);
    const QString more = names.size() > 3 ? QStringLiteral(", …") : QString();
    ownData_->setText(tr("Its own data: %1").arg(names.mid(0, 3).join(QStringLiteral(", ")) + more));
    ownData_->setToolTip(names.join(u'\n'));
    for (QRadioButton *choice : {openData_, ownData_})
        choice->setVisible(!names.isEmpty());
    onlyData_->setVisible(names.isEmpty());
    (ownData && !names.isEmpty() ? ownData_ : openData_)->setChecked(true);
    ready_->setCurrent(ready);
    form_->setParts(parts, usesOwnData() || !data_ ? nullptr : &*data_);
    showOwnData();
}

// --- what it comes to

void StudyDialog::prepare()
{
    fileProblem_.clear();
    problem_.clear();
    prepared_.reset();
    preparing_.discard();
    const bool canBe = form_->problem().isEmpty() && (usesOwnData() || data_);
    if (canBe)
        preparing_.start([plan = putTogether(form_->parts(), usesOwnData() ? nullptr : &*data_),
                          folder = usesOwnData() ? toPath(dataFolder()) : std::filesystem::path()](std::stop_token stop) {
            return prepareStudy(plan, folder, stop);
        });
    else
        summary_->clear(); // else what it said stays until it is known anew
    showReason();
}

void StudyDialog::showPrepared(const PreparedStudy &prepared)
{
    prepared_ = prepared;
    const std::string evaluation = form_->parts().choices.evaluation;
    QStringList parts{usesOwnData() ? runCount(prepared.runs) : countAndTime(prepared.runs, session_, evaluation)};
    if (const auto time = usesOwnData() ? std::nullopt : lastRunTime(session_, evaluation))
        parts << tr("%1 took %2").arg(time->run, duration(time->seconds));
    if (!prepared.missing.empty()) {
        QStringList missing;
        for (const std::string &name : prepared.missing)
            missing << toQString(name);
        parts << tr("not there and left out: %1").arg(missing.join(QStringLiteral(", ")));
    }
    summary_->setText(parts.join(QStringLiteral(" · ")));
    showReason();
}

void StudyDialog::showReason()
{
    QString reason = fileProblem_;
    if (reason.isEmpty())
        reason = usesOwnData() ? runner_.cannotRunReason() : reasonWithoutData();
    if (reason.isEmpty())
        reason = form_->problem();
    if (reason.isEmpty())
        reason = problem_;
    reason_->setText(reason);
    reason_->setVisible(!reason.isEmpty());
    summary_->setVisible(!summary_->text().isEmpty());
    save_->setEnabled(prepared_.has_value());
    start_->setEnabled(prepared_ && !starting_ && (usesOwnData() ? runner_.cannotRunReason() : reasonWithoutData()).isEmpty());
    ready_->setEnabled(!starting_);
}

bool StudyDialog::isComputing() const
{
    return preparing_.isRunning() || ready_->isComputing() || starting_;
}

QString StudyDialog::studyText() const
{
    return prepared_ ? toQString(prepared_->text) : QString();
}

} // namespace fairloom::ui
