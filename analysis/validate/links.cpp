// The supply network: how long its links last and how its degrees are spread.
//
//   links that end: pairs of supplier and buyer of a month that have no link twelve months later, the last month recorded
//   tails: Clauset, Shalizi & Newman 2009 on suppliers of a firm (in-degree) and customers (out-degree), last month recorded
//   assortativity: slope of ln customers' mean in-degree on ln out-degree over suppliers
// Test: tests/analysis/validate/links.cpp.
#include "analysis/validate/degrees.hpp"
#include "analysis/validate/records.hpp"
#include "analysis/validate/tails.hpp"

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace links_family {

constexpr const char* bar = "acceptance bar of the base model";
constexpr const char* yearly = "output.network, twice, twelve months apart";
constexpr const char* once = "output.network";

std::vector<Pair> last_pairs(const Records& records)
{
    return pairs_of(*records.links(records.network_months().back()));
}

std::optional<RecordFigure> last_end(const Records& records, double Ended::* share)
{
    if (records.network_months().empty()) return std::nullopt;
    const auto before = records.links(records.network_months().back() - 12);
    if (!before) return std::nullopt;
    return RecordFigure{100 * (ended(pairs_of(*before), last_pairs(records)).*share)};
}

std::optional<RecordFigure> ends(const Records& records) { return last_end(records, &Ended::number); }
std::optional<RecordFigure> ends_by_value(const Records& records) { return last_end(records, &Ended::value); }

std::optional<RecordFigure> tail_of(const std::vector<double>& degrees, const char* what)
{
    const auto tail = fit_tail(degrees, true);
    if (!tail) return std::nullopt;
    RecordFigure found{tail->exponent, fmt::format("of {} firms with {:g} {} and more, in the first run", tail->n,
                                                   tail->cut_off, what)};
    found.plot = {.x = what, .y = "share of firms with as many or more", .log_x = true, .log_y = true};
    found.plot.curves.push_back(counter_cumulative(degrees, "firms"));
    return found;
}

std::optional<RecordFigure> in_tail(const Records& records)
{
    if (records.network_months().empty()) return std::nullopt;
    return tail_of(in_degrees(last_pairs(records)), "suppliers");
}

std::optional<RecordFigure> out_tail(const Records& records)
{
    if (records.network_months().empty()) return std::nullopt;
    return tail_of(out_degrees(last_pairs(records)), "customers");
}

std::optional<RecordFigure> assortativity(const Records& records)
{
    if (records.network_months().empty()) return std::nullopt;
    return RecordFigure{assortativity_slope(last_pairs(records))};
}

const Regularity end_number{
    "links.end", "links that end within a year", "%", "share of pairs of firms, by number", "", {15, 30}, bar, yearly};
const Regularity end_value{"links.end_value",
                           "links that end within a year, by value",
                           "%",
                           "share of orders of the month",
                           "",
                           {},
                           "",
                           yearly};
const Regularity in{"links.in_tail",
                    "tail exponent of the number of suppliers",
                    "1",
                    "maximum likelihood above the cut-off of least Kolmogorov-Smirnov distance",
                    "Clauset, Shalizi & Newman 2009, doi 10.1137/070710111",
                    {1.3, 1.6},
                    bar,
                    once};
const Regularity out{"links.out_tail",
                     "tail exponent of the number of customers",
                     "1",
                     "maximum likelihood above the cut-off of least Kolmogorov-Smirnov distance",
                     "Clauset, Shalizi & Newman 2009, doi 10.1137/070710111",
                     {1.0, 2.0},
                     "Bernard, Moxnes & Saito 2019; Fujiwara & Aoyama 2010",
                     once};
const Regularity degrees{
    "links.assortativity",
    "slope of customers' suppliers on the number of customers",
    "1",
    "least squares of ln of customers' mean number of suppliers on ln of the number of customers, over suppliers",
    "Bernard, Moxnes & Saito 2019",
    {-0.2, -0.02},
    bar,
    once};

const RecordList& list()
{
    static const RecordList all{
        {end_number, ends}, {end_value, ends_by_value}, {in, in_tail}, {out, out_tail}, {degrees, assortativity}};
    return all;
}

std::vector<Finding> measure(const Material& material) { return measure_records(material, list()); }

} // namespace links_family

} // namespace

extern const Family family_links{"The supply network", regularities_of(links_family::list()), links_family::measure,
                                 &links_family::list()};

} // namespace rongtong::validation
