#pragma once

#include "ui/help/help_pages.h"

#include <QTextBrowser>

namespace fairloom::ui {

/// Shows pages of the manual in the colours of the window, drawings included; says which other page a link leads to.
class HelpBrowser final : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpBrowser(QWidget *parent = nullptr);

    /// Scrolls to the section, or to the top without one. `folder`: of the page's drawings.
    void show(const HelpPage &page, const QString &section, const QString &folder);

    QVariant loadResource(int type, const QUrl &name) override;

signals:
    void placeRequested(const QString &place); ///< "fairness#dpr"; "#dpr" on the same page

private:
    void setAnchors(const HelpPage &page);
    QString folder_;
};

} // namespace fairloom::ui
