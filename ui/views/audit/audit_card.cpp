#include "ui/views/audit/audit_card.h"

#include "ui/widgets/card.h"

#include <QVBoxLayout>

namespace fairloom::ui {

AuditCard::AuditCard(const QString &title, QWidget *parent) : QWidget(parent), card_(new Card(title))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card_);
}

} // namespace fairloom::ui
