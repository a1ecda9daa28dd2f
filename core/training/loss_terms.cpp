#include "core/training/loss_terms.h"

namespace fairloom {

const std::vector<std::string> &teacher_terms()
{
    static const std::vector<std::string> names{"reconstruction", "kl", "label", "fairness"};
    return names;
}

const std::vector<std::string> &student_terms()
{
    static const std::vector<std::string> names{"quality", "kl"};
    return names;
}

} // namespace fairloom
