#include "ui/workers/failure.h"

#include "core/base/error.h"
#include "core/base/progress.h"
#include "ui/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <new>

namespace fairloom::ui {

Failure current_failure()
{
    Failure failure;
    try {
        throw;
    } catch (const Cancelled &) {
        failure.kind = Failure::Kind::cancelled;
    } catch (const InputError &error) {
        failure = {Failure::Kind::input, error.where(), error.message(), error.remedy()};
    } catch (const ComputationError &error) {
        failure = {Failure::Kind::computation, {}, error.message(), error.remedy()};
    } catch (const std::bad_alloc &) {
        failure.kind = Failure::Kind::memory;
    } catch (const std::exception &error) {
        failure.kind = Failure::Kind::unexpected;
        failure.where = error.what();
        // libraries append stack traces and hints for programmers behind the first line
        failure.where.resize(std::min(failure.where.find('\n'), failure.where.size()));
    } catch (...) {
        failure.kind = Failure::Kind::unexpected;
    }
    return failure;
}

QString Failure::sentence() const
{
    switch (kind) {
    case Kind::none:
        return {};
    case Kind::cancelled:
        return QCoreApplication::translate("fairloom::ui::Failure", "Stopped.");
    case Kind::input:
        return translated(InputError(what, where, remedy));
    case Kind::computation:
        return translated(ComputationError(what, remedy));
    case Kind::memory:
        return QCoreApplication::translate(
            "fairloom::ui::Failure",
            "There is not enough memory for this. Close other programs, or use fewer rows or a smaller batch.");
    case Kind::unexpected:
        break;
    }
    return where.empty() ? QCoreApplication::translate("fairloom::ui::Failure",
                                                       "An unexpected error ended this. Nothing else is affected.")
                         : QCoreApplication::translate("fairloom::ui::Failure",
                                                       "An unexpected error ended this: %1. Nothing else is affected.")
                               .arg(QString::fromStdString(where));
}

std::string Failure::english() const
{
    switch (kind) {
    case Kind::none:
        return {};
    case Kind::cancelled:
        return "Stopped.";
    case Kind::input:
        return InputError(what, where, remedy).what();
    case Kind::computation:
        return ComputationError(what, remedy).what();
    case Kind::memory:
        return "There is not enough memory for this. Close other programs, or use fewer rows or a smaller batch.";
    case Kind::unexpected:
        break;
    }
    return where.empty() ? "An unexpected error ended this." : "An unexpected error ended this: " + where + ".";
}

} // namespace fairloom::ui
