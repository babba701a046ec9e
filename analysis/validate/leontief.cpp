// Multipliers of final demand against the Leontief inverse.
//
//   measured: output of all with the shock less without, mean of the last two years, over what the shock asks for a month
//   expected: sum of x, x = A x + f (models/start/multipliers.hpp), of the run's own table
// Of runs in which nothing answers but orders for inputs: no luck and growth, wages, rate, investors' accelerator and households' spending
// stand still. After the push stocks are built and sold for three to five years, which the inverse does not know: hence the last years.
// Test: tests/analysis/validate/leontief.cpp.
#include "analysis/validate/responses.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace leontief_family {

constexpr std::size_t months = 24, least_after = 84; // looked at, and from the shock to their beginning

const Regularity leontief{
    "multiplier.leontief",
    "multiplier of final demand over the Leontief inverse's",
    "%",
    "gross output of all with less without, last two years, over the demand added, less the inverse's",
    "Leontief 1936, doi 10.2307/1927837; Miller & Blair 2009, ch. 6",
    {-3, 3},
    "acceptance bar of the base model",
    "a pair without luck with a lasting demand shock on one sector, nine years of it, in an "
    "economy whose wage, rate, accelerator and spending stand still (scenarios/validation/still.json)"};

// Place of the one sector in a list of codes; nullopt where the shock is of another kind.
std::optional<std::size_t> sector_of(const nlohmann::json& shock, const std::vector<SectorMultiplier>& known)
{
    if (!shock.contains("target") || !shock["target"].is_object()) return std::nullopt;
    const auto& target = shock["target"];
    if (target.size() != 1 || !target.contains("sectors") || !target["sectors"].is_array() ||
        target["sectors"].size() != 1 || !target["sectors"][0].is_string())
        return std::nullopt;
    const auto code = target["sectors"][0].get<std::string>();
    const auto at = std::ranges::find(known, code, &SectorMultiplier::code);
    if (at == known.end()) return std::nullopt;
    return static_cast<std::size_t>(at - known.begin());
}

// Yuan a month that the shock asks of the sector.
double asked(const nlohmann::json& shock, const SectorMultiplier& sector)
{
    return number_or(shock, "size", -0.1) * (number_or(shock, "households", 1) * sector.households +
                                             number_or(shock, "government", 1) * sector.government +
                                             number_or(shock, "investors", 1) * sector.investors);
}

std::optional<Finding> of_pairing(const Pairing& pairing)
{
    const auto* shock = only_shock(pairing, "demand");
    if (!shock || pairing.luck || number_or(*shock, "firms", 0) != 0) return std::nullopt;
    const auto& with = *pairing.pairs.front().second;
    const auto sector = sector_of(*shock, with.multipliers);
    const auto more = responses(pairing, {.name = "output", .measure = Measure::units});
    if (!sector || !more || number_or(*shock, "duration_months", 12) != 0) return std::nullopt;
    const auto& by_month = more->front();
    if (first_month(*shock) + least_after + months > by_month.size()) return std::nullopt;
    const SectorMultiplier& inverse = with.multipliers[*sector];
    const double yuan = asked(*shock, inverse);
    if (yuan == 0) return std::nullopt;
    const double all = std::accumulate(by_month.end() - static_cast<std::ptrdiff_t>(months), by_month.end(), 0.0);
    const double measured = all / static_cast<double>(months) / yuan;
    return judged(leontief, pairing.name, 100 * (measured / inverse.multiplier - 1),
                  fmt::format("{}: {:.4f}, the inverse's {:.4f}", inverse.code, measured, inverse.multiplier));
}

std::vector<Finding> measure(const Material& material)
{
    std::vector<Finding> findings;
    for (const auto& pairing : material.pairings)
        if (auto finding = of_pairing(pairing)) findings.push_back(std::move(*finding));
    return findings;
}

} // namespace leontief_family

} // namespace

extern const Family family_leontief{"Multipliers", {leontief_family::leontief}, leontief_family::measure};

} // namespace rongtong::validation
