#include "core/data/sample_models.h"

#include <cmath>

namespace fairloom {

namespace {

/// Who gets a loan? Of Adult's size. With N, U independent standard normal and uniform draws, b = bias,
/// [r] = 1 for regional, [a] = 1 for abroad, and
///
///     origin            local 0.62, regional 0.24, abroad 0.14
///     thrift            N, not observed, the same for all origins
///     age               18 + 52 U^1.4
///     district          with probability 0.7 b one of the two where people of that origin live, else any of the six
///     employment        employed 0.66, self-employed 0.16, public 0.12, none 0.06
///     years_employed    (age - 18) U, 0 without employment
///     income            exp(10.2 + 0.30 thrift + 0.008 (age - 18) + 0.3 N - 0.9 [none]) (1 - b (0.06 [r] + 0.15 [a]))
///     savings           0 with probability sigmoid(-0.4 - 1.2 thrift), else exp(7.8 + 0.9 thrift + N)
///     debt_ratio        sigmoid(-1.1 - 0.7 thrift + 0.6 N)
///     open_loans        0, 1, 2, 3, 4: number of times that 4 draws of U fall below 0.25 debt_ratio + 0.08
///     credit_history    thrift + 0.8 N cut at -1.2 and 0.1 (arrears, mixed, clean), unknown in 5 % of rows
///     purpose           home 0.30, car 0.34, studies 0.10, business 0.12, other 0.14
///     duration_months   12, 24, 36, 48, 60
///     loan_amount       income (0.2 + 0.8 U)
///     granted           yes with probability sigmoid(1.6 (0.75 + 1.3 thrift + 0.9 log(income / 30000) - 2.4 debt_ratio
///                                    - 0.9 loan_amount / income + 0.5 [clean] - 0.9 [arrears]
///                                    - b (0.9 [district is Mills or Harbour] + 0.25 [r] + 0.6 [a])))
///
/// Origin acts directly, through income, and through the district, which is no sign of thrift but a proxy of origin.
class LendingModel final : public SampleModel {
public:
    SampleInfo info() const override
    {
        SampleInfo info;
        info.name = "lending";
        info.title = FAIRLOOM_TEXT("Lending: origin, and districts that give it away");
        info.story = FAIRLOOM_TEXT("Loans go to people who handle money well, which does not depend on origin. But people from abroad are "
                                   "marked down directly, earn less, and live in districts that are marked down as well");
        info.rows = 32000;
        info.test_rows = 16000;
        info.sensitive = {"origin"};
        info.target = "granted";
        info.positive = "yes";
        return info;
    }

    std::vector<std::string> groups() const override { return {"local", "regional", "abroad"}; }

    SampleGraph graph() const override
    {
        return graph_of({{"origin", true, 0.08, 0.12},
                         {"age", true, 0.08, 0.36},
                         {"thrift", false, 0.08, 0.6},
                         {"employment", true, 0.08, 0.9},
                         {"district", true, 0.44, 0.05},
                         {"income", true, 0.44, 0.25},
                         {"credit_history", true, 0.44, 0.43},
                         {"debt_ratio", true, 0.44, 0.6},
                         {"savings", true, 0.44, 0.77},
                         {"years_employed", true, 0.44, 0.95},
                         {"loan_amount", true, 0.74, 0.46},
                         {"open_loans", true, 0.74, 0.77},
                         {"granted", true, 0.92, 0.2}},
                        {{"origin", "district", true},
                         {"origin", "income", true},
                         {"origin", "granted", true},
                         {"district", "granted", true},
                         {"age", "income"},
                         {"age", "years_employed"},
                         {"employment", "years_employed"},
                         {"employment", "income"},
                         {"thrift", "income"},
                         {"thrift", "credit_history"},
                         {"thrift", "debt_ratio"},
                         {"thrift", "savings"},
                         {"thrift", "granted"},
                         {"debt_ratio", "open_loans"},
                         {"debt_ratio", "granted"},
                         {"credit_history", "granted"},
                         {"income", "loan_amount"},
                         {"income", "granted"},
                         {"loan_amount", "granted"}},
                        "origin", "granted");
    }

    std::vector<Column> columns() const override
    {
        Column history = category_column("credit_history", {"arrears", "mixed", "clean", "?"});
        history.missing_code = 3;
        history.missing_spelling = "?";
        return {number_column("age", 0),
                category_column("origin", groups(), Role::sensitive),
                category_column("district", {"Old Town", "Parkland", "Riverside", "North Side", "Mills", "Harbour"}),
                category_column("employment", {"employed", "self-employed", "public", "none"}),
                number_column("years_employed", 1),
                number_column("income", 0),
                number_column("savings", 0),
                number_column("debt_ratio", 2),
                number_column("open_loans", 0),
                history,
                category_column("purpose", {"home", "car", "studies", "business", "other"}),
                number_column("duration_months", 0),
                number_column("loan_amount", 0),
                category_column("granted", {"no", "yes"}, Role::target)};
    }

    bool draw(Random &random, int group, double bias, std::vector<double> &row) const override
    {
        static const std::vector<double> origins = {0.62, 0.24, 0.14};
        static const std::vector<double> jobs = {0.66, 0.16, 0.12, 0.06};
        static const std::vector<double> purposes = {0.30, 0.34, 0.10, 0.12, 0.14};
        static const std::vector<double> durations = {0.14, 0.26, 0.30, 0.18, 0.12};
        const int own = draw_index(random, origins);
        const int s = group >= 0 ? group : own;
        const double regional = s == 1, abroad = s == 2;

        const double thrift = random.normal();
        const double age = on_grid(18 + 52 * std::pow(random.uniform(), 1.4), 0, 18, 70);
        const bool among_own = random.uniform() < 0.7 * bias;
        const double where = random.uniform();
        const int district = among_own ? 2 * s + static_cast<int>(2 * where) : static_cast<int>(6 * where);
        const int employment = draw_index(random, jobs);
        const double worked = random.uniform();
        const double years = employment == 3 ? 0 : on_grid((age - 18) * worked, 1, 0, 52);
        const double pay = std::exp(10.2 + 0.30 * thrift + 0.008 * (age - 18) + 0.3 * random.normal() - (employment == 3 ? 0.9 : 0.0));
        const double income = 100 * on_grid(pay * (1 - bias * (0.06 * regional + 0.15 * abroad)) / 100, 0, 20, 4000);
        const bool no_savings = random.uniform() < sigmoid(-0.4 - 1.2 * thrift);
        const double saved = on_grid(std::exp(7.8 + 0.9 * thrift + random.normal()), 0, 10, 500000);
        const double debt = on_grid(sigmoid(-1.1 - 0.7 * thrift + 0.6 * random.normal()), 2, 0, 1);
        int loans = 0;
        for (int i = 0; i < 4; ++i)
            loans += random.uniform() < 0.25 * debt + 0.08;
        const double record = thrift + 0.8 * random.normal();
        const int history = (record > -1.2) + (record > 0.1);
        const bool unknown = random.uniform() < 0.05;
        const int purpose = draw_index(random, purposes);
        const int duration = 12 * (1 + draw_index(random, durations));
        const double amount = 100 * on_grid(income * (0.2 + 0.8 * random.uniform()) / 100, 0, 1, 4000);
        const double worth = 0.75 + 1.3 * thrift + 0.9 * std::log(income / 30000) - 2.4 * debt - 0.9 * amount / income +
                             0.5 * (history == 2) - 0.9 * (history == 0) -
                             bias * (0.9 * (district >= 4) + 0.25 * regional + 0.6 * abroad);
        const bool granted = random.uniform() < sigmoid(1.6 * worth);

        row = {age,
               static_cast<double>(s),
               static_cast<double>(district),
               static_cast<double>(employment),
               years,
               income,
               no_savings ? 0 : saved,
               debt,
               static_cast<double>(loans),
               static_cast<double>(unknown ? 3 : history),
               static_cast<double>(purpose),
               static_cast<double>(duration),
               amount,
               static_cast<double>(granted)};
        return granted;
    }
};

} // namespace

const SampleModel &lending_model()
{
    static const LendingModel model;
    return model;
}

} // namespace fairloom
