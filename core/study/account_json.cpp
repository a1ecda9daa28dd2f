#include "core/study/account_json.h"

namespace fairloom {

void put_account(Json &object, const RowAccount &account)
{
    object["left_out"] = account.left_out();
    object["left_out_by"] = {{"bad_lines", account.bad_lines},
                             {"filter", account.filtered},
                             {"missing_values", account.dropped_missing},
                             {"bad_pictures", account.bad_pictures},
                             {"unlabelled_pictures", account.unlabelled}};
    object["imputed_values"] = account.imputed_values;
    object["grouped_values"] = account.grouped_values;
}

Json bad_pictures_json(const std::vector<BadPicture> &pictures)
{
    Json out = Json::array();
    for (const BadPicture &picture : pictures) {
        Json entry = {{"name", picture.name}, {"reason", picture.reason.english()}};
        put_message(entry, "reason_message", picture.reason);
        out.push_back(std::move(entry));
    }
    return out;
}

} // namespace fairloom
