#include "ui/views/run_prompt.h"

#include "ui/text.h"
#include "ui/widgets/card.h"
#include "ui/workers/session.h"

#include <QCoreApplication>

namespace fairloom::ui {

namespace {

struct Prompt {
    Q_DECLARE_TR_FUNCTIONS(RunPrompt)
};

QString openData(const RunEntry &run)
{
    return Prompt::tr("Open %1").arg(displayName(run.outcome->result.dataset.name));
}

} // namespace

bool promptForGap(Card *card, const Session &session)
{
    const RunEntry *current = session.currentRun();
    if (!current)
        return false;
    if (session.isReading(*current))
        card->setEmpty(Prompt::tr("%1 is being read…").arg(current->name));
    else if (current->gap.isEmpty())
        return false;
    else if (current->gapIsItsData && session.isLoading())
        card->setEmpty(Prompt::tr("The data are being opened."));
    else
        card->setEmpty(current->gap, current->gapIsItsData && current->outcome ? openData(*current) : QString());
    return true;
}

void promptForRun(Card *card, const Session &session, const QString &what)
{
    if (promptForGap(card, session))
        return;
    const RunEntry *current = session.currentRun();
    if (current && (current->active() || current->state == RunEntry::State::waiting))
        card->setEmpty(Prompt::tr("%1 It comes when %2 has finished.").arg(what, current->name));
    else if (current && !current->error.isEmpty())
        card->setEmpty(Prompt::tr("%1 did not finish: %2").arg(current->name, current->error),
                       session.canTrain() ? Prompt::tr("Train again") : QString());
    else if (session.canTrain())
        card->setEmpty(what, Prompt::tr("Train"));
    else
        card->setEmpty(Prompt::tr("%1 %2").arg(what, session.cannotTrainReason()));
}

void connectPrompt(Card *card, Session &session)
{
    QObject::connect(card, &Card::actionRequested, &session, [&session] {
        const RunEntry *current = session.currentRun();
        if (current && current->gapIsItsData)
            session.openDataOf(current->id);
        else
            session.startRun();
    });
}

} // namespace fairloom::ui
