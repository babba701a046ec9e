#include "analysis/validate/multiplier.hpp"

#include <cmath>

namespace rongtong::validation {

namespace {

const Quantity state{.name = "government_demand", .measure = Measure::units};

Quantity value_added_of(const Run& run)
{
    if (run.find("real_value_added")) return {.name = "real_value_added", .measure = Measure::units};
    return {.name = "value_added", .deflator = "price_level", .measure = Measure::units};
}

bool lasts(const nlohmann::json& shock, std::size_t months)
{
    const auto duration = shock.find("duration_months");
    if (duration != shock.end() && duration->is_number() && duration->get<double>() == 0) return true; // for ever
    return number_or(shock, "fade", 1) == 0 &&
           number_or(shock, "duration_months", 12) + static_cast<double>(first_month(shock)) >=
               static_cast<double>(months);
}

bool is_public(const Pairing& pairing, std::size_t month)
{
    const auto share = [&](const char* name) {
        const auto response = responses(pairing, {.name = name});
        return response ? std::fabs(response->front()[month]) : 100.0;
    };
    const double moved = share(state.name.c_str());
    return moved > 1e-6 && share("exports") < 1e-6 && share("consumption") < 0.2 * moved;
}

} // namespace

std::optional<Responses> multipliers_of(const Pairing& pairing)
{
    const auto* shock = only_shock(pairing, "demand");
    if (!shock || !pairing.pairs.front().second->multipliers.empty()) return std::nullopt;
    const auto demand = responses(pairing, state);
    const auto added = responses(pairing, value_added_of(pairing.pairs.front().first->run));
    const std::size_t from = first_month(*shock);
    if (!demand || !added || from >= demand->front().size()) return std::nullopt;
    if (!lasts(*shock, demand->front().size()) || !is_public(pairing, from)) return std::nullopt;
    auto multipliers = by_year(*added, from);
    const auto spent = by_year(*demand, from);
    for (std::size_t p = 0; p < multipliers.size(); ++p)
        for (std::size_t y = 0; y < multipliers[p].size(); ++y) multipliers[p][y] /= spent[p][y];
    return multipliers;
}

std::string multiplier_note(const Pairing& pairing)
{
    const auto quantity = value_added_of(pairing.pairs.front().first->run);
    return quantity.deflator.empty() ? "" : "of value_added over price_level: no real_value_added recorded";
}

} // namespace rongtong::validation
