#include "analysis/report/parts.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

bool is_empty(const ordered_json& value) { return value.is_null() || value == ""; }

void slim_rows(ordered_json& rows)
{
    for (auto& row : rows) {
        ordered_json kept;
        for (const auto& [key, value] : row.items())
            if (key != "formula" && key != "long_name" && !is_empty(value)) kept[key] = value;
        row = std::move(kept);
    }
}

} // namespace

ordered_json slim(ordered_json comparison)
{
    for (auto& scenario : comparison["scenarios"]) {
        for (const char* list : {"effects", "headline", "groups"}) slim_rows(scenario[list]);
        if (scenario["winners"].is_object())
            for (auto& decile : scenario["winners"]["deciles"]) {
                auto rows = ordered_json::array({decile["effect"]});
                slim_rows(rows);
                decile["effect"] = rows[0];
            }
    }
    return comparison;
}

} // namespace rongtong
