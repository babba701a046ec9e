#include "analysis/validate/creditors.hpp"

#include <algorithm>

namespace rongtong::validation {

void add_creditors(const Firms& firms, const Losses& losses, const std::vector<std::uint64_t>& bankrupt,
                   std::vector<double>& shares, std::vector<double>& failed)
{
    std::vector<double> lost(firms.size() + 1); // the last: of firms that are not there
    const auto at = places(losses.firms, firms.firms);
    for (std::size_t i = 0; i < at.size(); ++i)
        if (losses.months[i] > firms.month - 12 && losses.months[i] <= firms.month) lost[at[i]] += losses.lost[i];
    const auto& sales = firms["revenue"];
    for (std::size_t i = 0; i < firms.size(); ++i) {
        if (!(sales[i] > 0)) continue;
        shares.push_back(std::min(1.0, lost[i] / (12 * sales[i])));
        failed.push_back(std::ranges::binary_search(bankrupt, firms.firms[i]) ? 1 : 0);
    }
}

std::pair<std::size_t, std::size_t> industrial(const ResultsReader& file)
{
    const auto names = sector_names(file);
    const auto begins = [&](const char* word) {
        const auto found = std::ranges::find_if(names, [&](const auto& name) { return name.starts_with(word); });
        return static_cast<std::size_t>(found - names.begin());
    };
    const std::size_t farms = begins("Agriculture"), construction = begins("Construction");
    if (farms >= names.size() || construction >= names.size()) return {0, 0};
    return {farms + 1, construction};
}

} // namespace rongtong::validation
