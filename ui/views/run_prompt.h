#pragma once

#include <QString>

namespace fairloom::ui {

class Card;
class Session;

/// What a card says while there is no finished run to show: what will be here, and what to do about it now.
void promptForRun(Card *card, const Session &session, const QString &what);
/// The prompt's button starts a run.
void connectPrompt(Card *card, Session &session);

} // namespace fairloom::ui
