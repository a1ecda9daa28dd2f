#pragma once

#include <QString>

namespace fairloom::ui {

class Card;
class Session;

/// What a card says while there is no finished run to show: what will be here, and what to do about it now.
void promptForRun(Card *card, const Session &session, const QString &what);
/// The same where a stored run is shown and something of it is missing: says what, and offers to open its data where that helps. False if nothing is
/// missing; the card stays as it is then.
bool promptForGap(Card *card, const Session &session);
/// The prompt's button starts a run, or opens the data of the one that is shown.
void connectPrompt(Card *card, Session &session);

} // namespace fairloom::ui
