#include "app/engine/engine_library.h"

#include "core/base/error.h"
#include "core/base/version.h"

#include <QFile>
#include <QLibrary>

#include <cstring>

namespace fairloom {

const Engine &load_engine(const QString &file)
{
    const auto refuse = [&file](const char *what, std::vector<std::string> arguments = {}) -> InputError {
        return InputError(Message(what, std::move(arguments)), QFile::encodeName(file).toStdString(), FAIRLOOM_TEXT("Install Fairloom again"));
    };
    if (!QFile::exists(file))
        throw refuse(FAIRLOOM_TEXT("The part of the program that trains is missing"));
    QLibrary library(file);
    if (!library.load())
        throw refuse(FAIRLOOM_TEXT("The part of the program that trains cannot be loaded (%1)"), {library.errorString().toStdString()});
    auto *const function = reinterpret_cast<EngineFunction *>(library.resolve(engine_function_name));
    const Engine *const engine = function ? function() : nullptr;
    if (!engine || std::strcmp(engine->version, version()) != 0)
        throw refuse(FAIRLOOM_TEXT("The part of the program that trains is one of another version"));
    return *engine;
}

} // namespace fairloom
