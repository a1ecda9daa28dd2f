#include "ui/models/method_words.h"

#include "ui/text.h"

#include <QCoreApplication>

namespace fairloom::ui {

namespace {

struct MethodWords {
    Q_DECLARE_TR_FUNCTIONS(MethodWords)
};

} // namespace

QString methodName(const std::string &method)
{
    if (method == "fairloom")
        return QStringLiteral("Fairloom");
    if (method == "vae")
        return MethodWords::tr("Plain VAE");
    if (method == "fairdisco")
        return MethodWords::tr("Teacher alone (FairDisCo)");
    if (method == "tabfairgan")
        return QStringLiteral("TabFairGAN");
    if (method == "decaf")
        return QStringLiteral("DECAF");
    if (method == "correlation-remover")
        return MethodWords::tr("Correlation remover");
    if (method == "reweighing")
        return MethodWords::tr("Reweighing");
    return toQString(method);
}

bool isRival(const RunSettings &settings)
{
    static const std::string own = RunSettings().method;
    return settings.method != own;
}

QString wayName(const RunSettings &settings)
{
    return isRival(settings) ? methodName(settings.method) : lossName(settings.loss);
}

} // namespace fairloom::ui
