#include "core/data/table_encoder.h"

#include "core/base/error.h"
#include "core/data/json_whole_number.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <stdexcept>

namespace fairloom {

namespace {

using Json = nlohmann::json;

constexpr int most_decimals = 17; // a double has no more to tell

void require(bool condition)
{
    if (!condition)
        throw std::runtime_error("inconsistent encoder");
}

} // namespace

std::string TableEncoder::to_json() const
{
    Json columns = Json::array();
    for (std::size_t c = 0; c < codecs_.size(); ++c) {
        const Codec &codec = codecs_[c];
        const Column &p = codec.prototype;
        Json column = {{"source", source_columns_[c]},
                       {"name", p.name},
                       {"type", to_string(p.type)},
                       {"role", to_string(p.role)},
                       {"missing_spelling", p.missing_spelling}};
        if (p.type == ColumnType::category) {
            column["categories"] = p.categories;
            column["missing_code"] = p.missing_code;
            column["seen"] = codec.category_seen;
        } else {
            column["decimals"] = p.decimals;
            column["fixed_decimals"] = p.fixed_decimals;
            if (!p.marks.plain()) {
                column["decimal_mark"] = std::string(1, p.marks.decimal);
                column["thousands_mark"] = p.marks.thousands;
            }
            column["missing"] = codec.missing_state >= 0;
            Json bins = Json::array();
            for (const Bin &bin : codec.bins)
                bins.push_back({{"low", bin.low}, {"high", bin.high}, {"frequent", bin.frequent}, {"values", bin.values},
                                {"weights", bin.weights}});
            column["bins"] = std::move(bins);
        }
        columns.push_back(std::move(column));
    }
    return Json{{"columns", std::move(columns)}}.dump();
}

TableEncoder TableEncoder::from_json(const std::string &text)
try {
    const Json json = Json::parse(text);
    TableEncoder encoder;
    for (const Json &column : json.at("columns")) {
        encoder.source_columns_.push_back(static_cast<std::size_t>(json_whole_number(column.at("source"), 0)));
        Codec codec;
        Column &p = codec.prototype;
        p.name = column.at("name").get<std::string>();
        const auto type = column.at("type").get<std::string>();
        require(type == "category" || type == "number");
        p.type = type == "category" ? ColumnType::category : ColumnType::number;
        const auto role = column.at("role").get<std::string>();
        for (const Role known : {Role::feature, Role::sensitive, Role::target, Role::ignored, Role::identifier})
            if (role == to_string(known))
                p.role = known;
        p.missing_spelling = column.at("missing_spelling").get<std::string>();
        if (p.type == ColumnType::category) {
            p.categories = column.at("categories").get<std::vector<std::string>>();
            p.missing_code = static_cast<std::int32_t>(json_whole_number(column.at("missing_code"), -1, std::numeric_limits<std::int32_t>::max()));
            for (const Json &seen : column.at("seen"))
                codec.category_seen.push_back(static_cast<std::uint8_t>(json_whole_number(seen, 0, 1)));
            require(codec.category_seen.size() == p.categories.size());
            require(p.missing_code >= -1 && p.missing_code < static_cast<std::int32_t>(p.categories.size()));
        } else {
            p.decimals = static_cast<int>(json_whole_number(column.at("decimals"), 0, most_decimals));
            p.fixed_decimals = column.at("fixed_decimals").get<bool>();
            if (column.contains("decimal_mark")) {
                p.marks.decimal = column["decimal_mark"].get<std::string>().at(0);
                p.marks.thousands = column.at("thousands_mark").get<std::string>();
            }
            for (const Json &item : column.at("bins")) {
                Bin bin;
                bin.low = item.at("low").get<double>();
                bin.high = item.at("high").get<double>();
                bin.frequent = item.at("frequent").get<bool>();
                bin.values = item.at("values").get<std::vector<double>>();
                bin.weights = item.at("weights").get<std::vector<double>>();
                require(bin.low <= bin.high && bin.values.size() == bin.weights.size());
                require(codec.bins.empty() || codec.bins.back().low < bin.low);
                codec.bins.push_back(std::move(bin));
            }
            codec.states = static_cast<int>(codec.bins.size());
            if (column.at("missing").get<bool>())
                codec.missing_state = codec.states++;
        }
        derive(codec);
        encoder.codecs_.push_back(std::move(codec));
    }
    return encoder;
} catch (const std::exception &) {
    throw InputError(FAIRLOOM_TEXT("The model's description of its columns is damaged"), "",
                     FAIRLOOM_TEXT("Train the model again, or take an undamaged copy"));
}

} // namespace fairloom
