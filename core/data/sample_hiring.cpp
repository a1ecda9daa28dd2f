#include "core/data/sample_models.h"

#include <cmath>
#include <limits>

namespace fairloom {

namespace {

/// Who is hired? With N, U independent standard normal and uniform draws, [..] = 1 if true, b = bias, and
///
///     gender      female with probability 0.45, else male
///     skill       N, not observed, the same for both genders
///     age         21 + 10 exp(0.5 N)
///     education   0.9 skill + N, cut at -0.6, 0.7, 1.9 (school, bachelor, master, doctorate: e = 0 .. 3)
///     field       engineering 0.30, business 0.28, health 0.18, arts 0.14, law 0.10
///     experience  age - 22 - e + 1.5 N years, at least 0
///     skill_test  62 + 14 skill + 5 N points of 100, missing in 6 % of rows
///     interview   3 + 0.55 skill + 0.35 N on a scale of 1 to 5
///     gap_months  with probability 0.10 + 0.2 b [female]: 1 + 18 U^2, else 0
///     commute_km  exp(2.2 + 0.8 N), without any effect
///     referral    yes with probability sigmoid(-1.5 + 2 b [male])
///     hired       yes with probability sigmoid(1.8 (-2.55 + 1.5 skill + 0.35 (e - 1) + 0.04 experience
///                                                    + 2.2 [referral] - 0.06 gap_months))
///
/// Gender acts through referral and gap alone.
class HiringModel final : public SampleModel {
public:
    SampleInfo info() const override
    {
        SampleInfo info;
        info.name = "hiring";
        info.title = FAIRLOOM_TEXT("Hiring: who gets a referral");
        info.story = FAIRLOOM_TEXT("Applicants are hired for their skill, which does not depend on gender, and for being referred by "
                                   "somebody inside, which does. Women are referred less often and have more gaps in their careers");
        info.rows = 12000;
        info.test_rows = 5000;
        info.sensitive = {"gender"};
        info.target = "hired";
        info.positive = "yes";
        return info;
    }

    std::vector<std::string> groups() const override { return {"female", "male"}; }

    SampleGraph graph() const override
    {
        return graph_of({{"gender", true, 0.08, 0.2},
                         {"skill", false, 0.08, 0.56},
                         {"age", true, 0.08, 0.92},
                         {"referral", true, 0.44, 0.07},
                         {"gap_months", true, 0.44, 0.29},
                         {"education", true, 0.44, 0.55},
                         {"experience_years", true, 0.44, 0.92},
                         {"skill_test", true, 0.76, 0.7},
                         {"interview", true, 0.76, 0.92},
                         {"hired", true, 0.92, 0.3}},
                        {{"gender", "referral", true},
                         {"gender", "gap_months", true},
                         {"referral", "hired"},
                         {"gap_months", "hired"},
                         {"skill", "hired"},
                         {"skill", "education"},
                         {"skill", "skill_test"},
                         {"skill", "interview"},
                         {"education", "hired"},
                         {"education", "experience_years"},
                         {"age", "experience_years"},
                         {"experience_years", "hired"}},
                        "gender", "hired");
    }

    std::vector<Column> columns() const override
    {
        return {number_column("age", 0),
                category_column("gender", groups(), Role::sensitive),
                category_column("education", {"school", "bachelor", "master", "doctorate"}),
                category_column("field", {"engineering", "business", "health", "arts", "law"}),
                number_column("experience_years", 1),
                number_column("gap_months", 0),
                number_column("skill_test", 0),
                number_column("interview", 1),
                number_column("commute_km", 1),
                category_column("referral", {"no", "yes"}),
                category_column("hired", {"no", "yes"}, Role::target)};
    }

    bool draw(Random &random, int group, double bias, std::vector<double> &row) const override
    {
        static const std::vector<double> fields = {0.30, 0.28, 0.18, 0.14, 0.10};
        const int own = random.uniform() < 0.45 ? 0 : 1;
        const int s = group >= 0 ? group : own;
        const double female = s == 0, male = s == 1;

        const double skill = random.normal();
        const double age = on_grid(21 + 10 * std::exp(0.5 * random.normal()), 0, 22, 66);
        const double learning = 0.9 * skill + random.normal();
        const int education = (learning > -0.6) + (learning > 0.7) + (learning > 1.9);
        const int field = draw_index(random, fields);
        const double experience = on_grid(age - 22 - education + 1.5 * random.normal(), 1, 0, 45);
        const bool has_gap = random.uniform() < 0.10 + 0.2 * bias * female;
        const double length = random.uniform();
        const double gap = has_gap ? on_grid(1 + 18 * length * length, 0, 1, 24) : 0;
        const double test = on_grid(62 + 14 * skill + 5 * random.normal(), 0, 0, 100);
        const bool no_test = random.uniform() < 0.06;
        const double interview = on_grid(3 + 0.55 * skill + 0.35 * random.normal(), 1, 1, 5);
        const double commute = on_grid(std::exp(2.2 + 0.8 * random.normal()), 1, 0.3, 120);
        const bool referral = random.uniform() < sigmoid(-1.5 + 2 * bias * male);
        const double merit = -2.55 + 1.5 * skill + 0.35 * (education - 1) + 0.04 * experience + 2.2 * referral - 0.06 * gap;
        const bool hired = random.uniform() < sigmoid(1.8 * merit);

        row = {age,
               static_cast<double>(s),
               static_cast<double>(education),
               static_cast<double>(field),
               experience,
               gap,
               no_test ? std::numeric_limits<double>::quiet_NaN() : test,
               interview,
               commute,
               static_cast<double>(referral),
               static_cast<double>(hired)};
        return hired;
    }
};

} // namespace

const SampleModel &hiring_model()
{
    static const HiringModel model;
    return model;
}

} // namespace fairloom
