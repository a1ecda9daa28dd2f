#include "ui/views/run_prompt.h"

#include "ui/widgets/card.h"
#include "ui/workers/session.h"

#include <QCoreApplication>

namespace fairloom::ui {

namespace {

struct Prompt {
    Q_DECLARE_TR_FUNCTIONS(RunPrompt)
};

} // namespace

void promptForRun(Card *card, const Session &session, const QString &what)
{
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
    QObject::connect(card, &Card::actionRequested, &session, [&session] { session.startRun(); });
}

} // namespace fairloom::ui
