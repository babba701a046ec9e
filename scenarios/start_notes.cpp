#include "scenarios/start_notes.hpp"

#include "models/own_data.hpp"
#include "models/start/given_firms.hpp"
#include "models/start/given_links.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

// Figures of one kind that differ: whose, what was given or is in the table, what became of it.
template <class Who>
class Differences {
public:
    void add(Who who, double before, double after) { all_.push_back({std::move(who), before, after}); }
    bool any() const { return !all_.empty(); }

    // {0}: how many, {1} and {2}: sums. The largest follow, by name.
    template <class Name>
    std::string say(fmt::string_view sentence, const Name& name) const
    {
        double before = 0, after = 0;
        const std::size_t count = all_.size();
        for (const auto& d : all_) before += d.before, after += d.after;
        auto text = "start: " + fmt::vformat(sentence, fmt::make_format_args(count, before, after));
        auto order = all_;
        std::stable_sort(order.begin(), order.end(), [](auto& a, auto& b) { return a.size() > b.size(); });
        if (count > shown) order.resize(shown);
        for (const auto& d : order)
            text += fmt::format("{}{} ({:.6g}, {:.6g})", &d == order.data() ? "; " : ", ", name(d.who), d.before,
                                d.after);
        return text + (count > shown ? ", ..." : "");
    }

private:
    static constexpr std::size_t shown = 5;
    struct One {
        Who who;
        double before, after;
        double size() const { return std::fabs(after - before); }
    };
    std::vector<One> all_;
};

struct SectorSums {
    std::uint64_t given = 0, firms = 0;
    double sales = 0, taken = 0, workers = 0; // sales given and taken, yuan a year; workers of all firms
    bool knows_workers = false;
};

std::vector<SectorSums> sums_of(const Economy& e)
{
    std::vector<SectorSums> sums(e.groups.sectors());
    const auto rows = rows_of_given(e);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const GivenFirm& f = e.setup.own->firms[k];
        SectorSums& s = sums[f.sector];
        ++s.given;
        s.knows_workers = s.knows_workers || f.workers;
        if (!f.sales) continue;
        s.sales += f.sales->yuan();
        s.taken += 12 * e.firms.expected[rows[k]];
    }
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.id[row] > e.setup.firms) continue;
        SectorSums& s = sums[e.groups[e.firms.group[row]].sector];
        ++s.firms;
        s.workers += e.firms.workers[row];
    }
    return sums;
}

void note_firms(const Economy& e, std::vector<std::string>& notes)
{
    const auto sums = sums_of(e);
    const auto table = make_technology(e.setup);
    Differences<std::string> sales, pools, workers, counts;
    const auto name = [](const std::string& code) { return code; };
    for (std::size_t k = 0; k < sums.size(); ++k) {
        const SectorSums& s = sums[k];
        const Sector &now = e.technology.sectors[k], &before = table.sectors[k];
        if (s.given == 0) continue;
        if (std::fabs(s.taken - s.sales) > 1e-9 * s.sales) sales.add(now.code, s.sales, s.taken);
        const double pool = 12 * now.output * before.pool_share, takes = 12 * now.output * now.pool_share;
        if (std::fabs(takes - pool) > 1e-3 * 12 * now.output) pools.add(now.code, pool, takes);
        const double census = e.setup.calibration->sectors[k].employees * table.scale;
        const double chance = 2 * std::sqrt(static_cast<double>(s.firms)); // drawn sizes are rounded
        if (s.knows_workers && std::fabs(s.workers - census) > 0.01 * census + chance)
            workers.add(now.code, census, s.workers);
        if (s.given > before.firm_count)
            counts.add(now.code, static_cast<double>(before.firm_count), static_cast<double>(s.given));
    }
    if (sales.any())
        notes.push_back(sales.say("sales of {0} sectors do not fit the table's output and were changed in proportion: "
                                  "given {1:.6g}, taken {2:.6g} yuan a year",
                                  name));
    if (pools.any())
        notes.push_back(
            pools.say("so that sales stay as given, the self-employed of {0} sectors make another part of the "
                      "output: in the table {1:.6g}, now {2:.6g} yuan a year",
                      name));
    if (workers.any())
        notes.push_back(workers.say("workers of {0} sectors are not those of the census and were kept: census {1:.6g}, "
                                    "firms {2:.6g} persons",
                                    name));
    if (counts.any())
        notes.push_back(
            counts.say("the table has more firms than the census in {0} sectors, which were kept; other sectors "
                       "have fewer: census {1:.6g}, given {2:.6g} firms",
                       name));
}

std::string name_of(const Economy& e, const std::vector<std::uint32_t>& rows, const LinkCut& cut)
{
    if (cut.room != RoomOf::input) {
        const auto place = std::find(rows.begin(), rows.end(), cut.who) - rows.begin();
        return fmt::format("\"{}\"", e.setup.own->ids[static_cast<std::size_t>(place)]);
    }
    const auto& c = *e.setup.calibration;
    return fmt::format("{} for {} in {}", c.sectors[cut.product].code, c.sectors[cut.who / c.region_count()].code,
                       c.regions[cut.who % c.region_count()].code);
}

void note_links(const Economy& e, std::vector<std::string>& notes)
{
    const GivenLinks links(e);
    const auto rows = rows_of_given(e);
    const auto name = [&](const LinkCut& cut) { return name_of(e, rows, cut); };
    Differences<LinkCut> of[3];
    for (const auto& cut : links.cuts())
        if (cut.taken < cut.asked * (1 - 2e-6)) of[static_cast<std::size_t>(cut.room)].add(cut, cut.asked, cut.taken);
    constexpr const char* sentences[] = {
        "{0} buyers order more over their links than the domestic inputs of their sales: asked {1:.6g}, taken {2:.6g} "
        "yuan a year",
        "links carry more of {0} inputs than firms of a sector and region use: asked {1:.6g}, taken {2:.6g} yuan a "
        "year",
        "customers of {0} suppliers order more than 0.99 of their sales: asked {1:.6g}, taken {2:.6g} yuan a year"};
    for (std::size_t k = 0; k < 3; ++k)
        if (of[k].any()) notes.push_back(of[k].say(sentences[k], name));
    if (links.no_use() > 0)
        notes.push_back(
            fmt::format("start: links of {:.6g} yuan a year were left out: for products that the buyer's sector "
                        "does not use",
                        links.no_use()));
}

} // namespace

std::vector<std::string> start_notes(const Economy& e)
{
    std::vector<std::string> notes;
    if (!e.setup.own || e.setup.own->firms.empty()) return notes;
    note_firms(e, notes);
    note_links(e, notes);
    return notes;
}

} // namespace rongtong
