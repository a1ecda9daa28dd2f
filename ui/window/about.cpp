#include "ui/window/about.h"

#include "ui/style/icons.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace fairloom::ui {

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("aboutDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QCoreApplication::translate("fairloom::ui::About", "About Fairloom"));
    box->setIconPixmap(icon(QStringLiteral("fairloom")).pixmap(64, 64));
    box->setTextFormat(Qt::RichText);
    box->setTextInteractionFlags(Qt::TextBrowserInteraction);
    box->setText(QStringLiteral("<h3>Fairloom %1</h3>").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        QStringLiteral("<p>%1</p><p>%2</p><p>%3</p>")
            .arg(QCoreApplication::translate("fairloom::ui::About",
                                             "A workbench for fair synthetic data: it shows who is treated how in a data set, "
                                             "trains a model that forgets the sensitive attribute, distils it, and judges "
                                             "the generated rows on real ones."),
                 QCoreApplication::translate("fairloom::ui::About",
                                             "The method is that of “Generating Synthetic Fair Syntax-agnostic Data by Learning and "
                                             "Distilling Fair Representation”, "
                                             "<a href=\"https://arxiv.org/abs/2408.10755\">arXiv:2408.10755</a>. What was decided where "
                                             "the paper leaves a choice is written down in docs/method.md."),
                 QCoreApplication::translate("fairloom::ui::About",
                                             "Free software under the GNU General Public License, version 3 or later. It comes "
                                             "without any warranty.")));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace fairloom::ui
