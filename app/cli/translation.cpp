#include "app/cli/translation.h"

#include "core/base/error.h"

#include <QTranslator>

#include <algorithm>

namespace fairloom::cli {

const std::vector<std::string> &Translation::languages()
{
    static const std::vector<std::string> all = {"en", "sv"};
    return all;
}

Translation::Translation(const std::string &language)
{
    if (language == "en")
        return;
    texts_ = std::make_unique<QTranslator>();
    const bool known = std::find(languages().begin(), languages().end(), language) != languages().end();
    if (!known || !texts_->load(QStringLiteral(":/i18n/fairloom_%1.qm").arg(QString::fromStdString(language))))
        throw InputError(Message(FAIRLOOM_TEXT("There are no texts in the language “%1”"), {language}), "--language", FAIRLOOM_TEXT("Choose en or sv"));
}

Translation::~Translation() = default;

Translator Translation::translator() const
{
    if (!texts_)
        return {};
    return [texts = texts_.get()](const Message &message) {
        // what has no translation comes back empty, and is told in English
        return message.format(texts->translate("core", message.text.c_str()).toStdString());
    };
}

} // namespace fairloom::cli
