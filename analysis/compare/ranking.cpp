// Several policies side by side: who is best at what, and who is beaten in everything. A scenario dominates another where it
// does as well in every objective and better in one (Pareto). Resamples draw the same pairs for all scenarios, so that the
// luck they share stays shared.
#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/compare/answers.hpp"

namespace rongtong {

namespace {

// Means over these rows, turned so that more is better; NaN where there is none.
std::vector<std::vector<double>> scores(const DifferenceTable& table, const std::vector<Ranking::Objective>& objectives,
                                        const std::vector<std::uint32_t>& rows)
{
    std::vector<std::vector<double>> all(table.size());
    for (std::size_t o = 0; o < table.size(); ++o)
        for (const auto& differences : table[o]) {
            double sum = 0;
            for (const auto row : rows) sum += differences[row];
            all[o].push_back(objectives[o].better * sum / static_cast<double>(rows.size()));
        }
    return all;
}

bool dominates(const std::vector<std::vector<double>>& score, std::size_t a, std::size_t b)
{
    bool better = false;
    for (const auto& objective : score) {
        if (!(objective[a] >= objective[b])) return false;
        better = better || objective[a] > objective[b];
    }
    return better;
}

std::vector<RunKey> common_keys(const std::vector<RankedScenario>& scenarios)
{
    std::vector<RunKey> keys;
    const auto key_of = [](const RunPair& p) { return RunKey{p.base->point, p.base->seed, p.base->replicate}; };
    for (const auto& pair : scenarios.front().pairs) {
        const auto key = key_of(pair);
        if (std::all_of(scenarios.begin(), scenarios.end(), [&](const auto& s) {
                return std::any_of(s.pairs.begin(), s.pairs.end(), [&](const auto& p) { return key_of(p) == key; });
            }))
            keys.push_back(key);
    }
    return keys;
}

std::vector<RunPair> of_keys(const RankedScenario& scenario, const std::vector<RunKey>& keys)
{
    std::vector<RunPair> pairs;
    for (const auto& key : keys)
        for (const auto& p : scenario.pairs)
            if (RunKey{p.base->point, p.base->seed, p.base->replicate} == key) pairs.push_back(p);
    return pairs;
}

std::vector<Ranking::Objective> objectives_of(const std::vector<RankedScenario>& scenarios)
{
    std::vector<Ranking::Objective> objectives;
    for (const auto& scenario : scenarios)
        for (const auto& watch : scenario.watches) {
            if (watch.goes == 0) continue;
            Ranking::Objective objective;
            objective.place = {watch.indicator, watch.axis, watch.group};
            objective.better = watch.role == Role::harm ? -watch.goes : watch.goes;
            const auto same = [&](const auto& o) {
                return o.place.indicator == watch.indicator && o.place.axis == watch.axis &&
                       o.place.group == watch.group;
            };
            if (std::none_of(objectives.begin(), objectives.end(), same)) objectives.push_back(objective);
        }
    return objectives;
}

// What some scenario has no value of ranks nobody.
void keep_known(DifferenceTable& table, std::vector<Ranking::Objective>& objectives)
{
    for (std::size_t o = table.size(); o-- > 0;) {
        const auto finite = [](const std::vector<double>& differences) {
            return std::all_of(differences.begin(), differences.end(), [](double d) { return std::isfinite(d); });
        };
        if (std::all_of(table[o].begin(), table[o].end(), finite)) continue;
        table.erase(table.begin() + static_cast<std::ptrdiff_t>(o));
        objectives.erase(objectives.begin() + static_cast<std::ptrdiff_t>(o));
    }
}

void set_ranks(Ranking::Objective& objective, const std::vector<double>& score)
{
    for (const double mine : score) {
        objective.effects.push_back(std::isfinite(mine) ? std::optional(objective.better * mine) : std::nullopt);
        const auto better = std::count_if(score.begin(), score.end(), [&](double s) { return s > mine; });
        objective.ranks.push_back(std::isfinite(mine) ? 1 + static_cast<int>(better) : 0);
    }
    objective.first.assign(score.size(), 0);
}

void resample(Ranking& ranking, const DifferenceTable& table, std::size_t pairs)
{
    const Resamples resamples(pairs);
    std::vector<std::uint32_t> rows;
    const double each = 1 / static_cast<double>(resamples.count());
    for (std::size_t b = 0; b < resamples.count(); ++b) {
        resamples.draw(b, rows);
        const auto score = scores(table, ranking.objectives, rows);
        for (std::size_t o = 0; o < score.size(); ++o)
            ranking.objectives[o].first[static_cast<std::size_t>(std::max_element(score[o].begin(), score[o].end()) -
                                                                 score[o].begin())] += each;
        for (std::size_t s = 0; s < ranking.scenarios.size(); ++s)
            for (std::size_t t = 0; t < ranking.scenarios.size(); ++t)
                if (t != s && dominates(score, t, s)) {
                    ranking.dominated[s] += each;
                    break;
                }
    }
}

} // namespace

std::optional<Ranking> rank_differences(std::vector<std::string> scenarios, std::vector<Ranking::Objective> objectives,
                                        DifferenceTable table)
{
    keep_known(table, objectives);
    if (scenarios.size() < 2 || table.empty() || table.front().front().empty()) return std::nullopt;
    Ranking ranking;
    ranking.scenarios = std::move(scenarios);
    ranking.objectives = std::move(objectives);
    std::vector<std::uint32_t> rows(table.front().front().size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = i;
    const auto score = scores(table, ranking.objectives, rows);
    for (std::size_t o = 0; o < score.size(); ++o) set_ranks(ranking.objectives[o], score[o]);
    const std::size_t count = ranking.scenarios.size();
    ranking.dominated_by.resize(count);
    ranking.dominated.assign(count, 0);
    for (std::size_t s = 0; s < count; ++s)
        for (std::size_t t = 0; t < count; ++t)
            if (t != s && dominates(score, t, s)) ranking.dominated_by[s].push_back(ranking.scenarios[t]);
    resample(ranking, table, rows.size());
    return ranking;
}

std::optional<Ranking> rank(const std::vector<RankedScenario>& scenarios, const MonthRule& rule)
{
    if (scenarios.size() < 2) return std::nullopt;
    const auto keys = common_keys(scenarios);
    auto objectives = objectives_of(scenarios);
    if (keys.empty() || objectives.empty()) return std::nullopt;
    std::vector<std::string> names;
    DifferenceTable table(objectives.size());
    for (const auto& scenario : scenarios) {
        names.push_back(scenario.name);
        const auto pairs = of_keys(scenario, keys);
        for (std::size_t o = 0; o < table.size(); ++o) {
            const auto sample = sample_of(pairs, objectives[o].place, scenario.window, rule);
            auto& differences = table[o].emplace_back();
            for (std::size_t i = 0; i < pairs.size(); ++i) differences.push_back(sample.other[i] - sample.base[i]);
        }
    }
    return rank_differences(std::move(names), std::move(objectives), std::move(table));
}

} // namespace rongtong
