// Who gains and who pays, firm by firm. Both runs of a pair have the same firms until the policy; they are sorted into tenths
// by what they had then, poorest first, and each firm is compared with itself at the end. Firms that entered later are in no
// tenth; firms that are gone in one of the runs are counted.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "analysis/compare/answers.hpp"

namespace rongtong {

namespace {

constexpr std::size_t tenths = 10;
const std::vector<std::string> usual_variables{"net_worth", "revenue", "output", "cash", "workers"};

using ByFirm = std::map<double, double>; // permanent id, value

struct Panel {
    RecordTable table;
    const std::vector<double>*month = nullptr, *firm = nullptr, *value = nullptr;
    bool good() const { return month && firm && value; }
};

Panel panel_of(const Run& run, const std::string& variable)
{
    Panel panel;
    if (run.records) panel.table = run.records("panel", {"month", "firm", variable});
    panel.month = panel.table.find("month");
    panel.firm = panel.table.find("firm");
    panel.value = panel.table.find(variable);
    return panel;
}

ByFirm at_month(const Panel& panel, int month)
{
    ByFirm values;
    for (std::size_t i = 0; i < panel.month->size(); ++i)
        if ((*panel.month)[i] == month) values.emplace((*panel.firm)[i], (*panel.value)[i]);
    return values;
}

// The panel's last month before the window, else its first; and the last in the window.
bool choose_months(const Panel& panel, const Window& window, int& before, int& after)
{
    bool found = false;
    before = after = 0;
    int first = 0;
    for (const double m : *panel.month) {
        const int month = static_cast<int>(m);
        if (!found || month < first) first = month;
        if (month < window.first) before = std::max(before, month);
        if (month <= window.last) after = std::max(after, month);
        found = true;
    }
    if (before == 0) before = first;
    return found && before < after;
}

struct Tenth {
    double firms = 0, base = 0, other = 0, better = 0, worse = 0, gone_base = 0, gone_other = 0;
};

void count(Tenth& tenth, double firm, const ByFirm& base, const ByFirm& other)
{
    const auto b = base.find(firm), o = other.find(firm);
    if (b == base.end()) ++tenth.gone_base;
    if (o == other.end()) ++tenth.gone_other;
    if (b == base.end() || o == other.end() || !std::isfinite(b->second) || !std::isfinite(o->second)) return;
    ++tenth.firms;
    tenth.base += b->second;
    tenth.other += o->second;
    tenth.better += o->second > b->second;
    tenth.worse += o->second < b->second;
}

std::vector<Tenth> tenths_of(const FirmPair& pair)
{
    std::vector<std::pair<double, double>> order; // value, firm
    for (const auto& [firm, value] : pair.before)
        if (std::isfinite(value)) order.emplace_back(value, firm);
    std::sort(order.begin(), order.end());
    std::vector<Tenth> list(tenths);
    for (std::size_t i = 0; i < order.size(); ++i)
        count(list[i * tenths / order.size()], order[i].second, pair.base, pair.other);
    return list;
}

std::string choose_variable(const Run& run, const std::string& asked)
{
    if (!asked.empty() || !run.records) return asked;
    const auto table = run.records("panel", usual_variables);
    for (const auto& name : usual_variables)
        if (table.find(name)) return name;
    return "";
}

// Per firm and pair; deciles without firms in some pair leave that pair out.
Decile decile_of(const std::vector<std::vector<Tenth>>& by_pair, std::size_t d, const std::string& variable,
                 double level)
{
    Decile decile;
    decile.decile = static_cast<int>(d) + 1;
    PairedSample sample{variable, "", "", {}, {}};
    const auto n = static_cast<double>(by_pair.size());
    double firms = 0;
    for (const auto& pair : by_pair) {
        const Tenth& t = pair[d];
        sample.base.push_back(t.base / t.firms);
        sample.other.push_back(t.other / t.firms);
        firms += t.firms;
        decile.better += t.better;
        decile.worse += t.worse;
        decile.gone_in_base += t.gone_base / n;
        decile.gone_in_other += t.gone_other / n;
    }
    decile.firms = firms / n;
    if (firms > 0) decile.better /= firms, decile.worse /= firms;
    decile.effect = paired_effect(sample, level);
    return decile;
}

Winners winners_of(const std::vector<std::vector<Tenth>>& by_pair, const std::string& variable, double level)
{
    Winners result;
    result.variable = variable;
    for (std::size_t d = 0; d < tenths; ++d) result.deciles.push_back(decile_of(by_pair, d, variable, level));
    std::vector<PairedEffect*> family;
    for (auto& decile : result.deciles) family.push_back(&decile.effect);
    adjust_by_holm(family);
    return result;
}

} // namespace

Winners tenths_of_firms(const std::vector<FirmPair>& pairs, const std::string& variable, double level)
{
    std::vector<std::vector<Tenth>> by_pair;
    for (const auto& pair : pairs) by_pair.push_back(tenths_of(pair));
    return winners_of(by_pair, variable, level);
}

std::optional<Winners> winners(const std::vector<RunPair>& pairs, const Window& window, const std::string& variable,
                               double level)
{
    const auto chosen = choose_variable(*pairs.front().base, variable);
    if (chosen.empty()) return std::nullopt;
    int before = 0, after = 0;
    std::vector<std::vector<Tenth>> by_pair;
    for (const auto& pair : pairs) {
        const Panel base = panel_of(*pair.base, chosen), other = panel_of(*pair.other, chosen);
        if (!base.good() || !other.good()) return std::nullopt;
        if (by_pair.empty() && !choose_months(base, window, before, after)) return std::nullopt;
        by_pair.push_back(tenths_of({at_month(base, before), at_month(base, after), at_month(other, after)}));
    }
    auto result = winners_of(by_pair, chosen, level);
    result.before = before;
    result.after = after;
    return result;
}

} // namespace rongtong
