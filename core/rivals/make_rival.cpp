#include "core/rivals/rival.h"

#include "core/base/error.h"
#include "core/rivals/decaf.h"
#include "core/rivals/reweighing.h"
#include "core/rivals/tabfairgan.h"
#include "core/rivals/teacher_rival.h"

namespace fairloom {

std::unique_ptr<Rival> make_rival(const std::string &method, const RivalSettings &settings)
{
    if (method == "vae" || method == "fairdisco")
        return std::make_unique<TeacherRival>(method == "fairdisco", settings);
    if (method == "tabfairgan")
        return std::make_unique<TabFairGan>(settings);
    if (method == "decaf")
        return std::make_unique<DecafRival>(settings);
    if (method == "reweighing")
        return std::make_unique<ReweighingRival>();
    throw InputError(Message(FAIRLOOM_TEXT("There is no method “%1”"), {method}), "method", FAIRLOOM_TEXT("Choose one of those that --help names"));
}

} // namespace fairloom
