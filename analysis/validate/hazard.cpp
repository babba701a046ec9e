#include "analysis/validate/hazard.hpp"

namespace rongtong::validation {

void add_survivals(const Firms& before, const Firms& after, const std::vector<std::uint64_t>& bought,
                   std::vector<Survival>& to)
{
    const auto later = places(before.firms, after.firms), sold = places(before.firms, bought);
    const auto& ages = before["age"];
    for (std::size_t i = 0; i < before.size(); ++i)
        if (sold[i] == bought.size()) to.push_back({ages[i], later[i] == after.size()});
}

double hazard(const std::vector<Survival>& survivals, double first, double end)
{
    double there = 0, gone = 0;
    for (const auto& s : survivals) {
        if (s.age < first || s.age >= end) continue;
        there += 1;
        gone += s.gone ? 1 : 0;
    }
    return there > 0 ? gone / there : std::numeric_limits<double>::quiet_NaN();
}

} // namespace rongtong::validation
