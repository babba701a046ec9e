// Indicators of the population of firms.
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"
#include "models/network/leaders.hpp"
#include "models/population/density.hpp"

namespace rongtong {

namespace {

// Herfindahl-Hirschman index over sectors.
double sector_concentration(const Economy& e)
{
    std::vector<double> made(e.groups.sectors());
    double total = 0;
    for (std::size_t g = 0; g < e.sums.size(); ++g) {
        made[e.groups[g].sector] += static_cast<double>(e.sums[g].made);
        total += static_cast<double>(e.sums[g].made);
    }
    double sum = 0;
    for (double x : made) sum += ratio(x, total) * ratio(x, total);
    return sum;
}

double firms_together(const Economy& e)
{
    std::vector<double> cells(e.turnover.firms_at_start.size());
    for (std::size_t g = 0; g < e.groups.size(); ++g) cells[e.groups.cell(g)] += static_cast<double>(e.sums[g].firms);
    return co_location({cells, e.groups.regions()});
}

} // namespace

extern const std::vector<Indicator> indicators_firms{
    {"firms", "1", "number of active firms, end of month", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.firms); }},
    {"co_location", "1", "how far firms of a sector lie together beyond all firms",
     "sum over regions of squared gaps of shares, over 1 - squares of all firms' shares, mean over firms "
     "(population/density.hpp)",
     firms_together, nullptr},
    {"entries", "1", "firms that entered in the month", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.entries); }},
    {"closures", "1", "solvent firms that closed in the month", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.closures); }},
    {"successions", "1", "firms that went on under another owner in the month", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.successions); }},
    {"owner_money", "yuan", "put by owners into firms that were short of cash, or wound up, in the month",
     "sum over firms", nullptr, [](const FirmSums& s) { return yuan(s.flow(Flow::owner_money)); }},
    {"bankruptcies", "1", "firms that defaulted in the month", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.defaults); }},
    {"mergers", "1", "firms bought by others in the month", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.mergers); }},
    {"distress_mergers", "1", "firms bought by others in the month whose suppliers or bank waited for money", "count",
     nullptr, [](const FirmSums& s) { return static_cast<double>(s.distress_mergers); }},
    {"capability_mergers", "1",
     "other firms bought in the month that had higher quality or productivity than their buyer", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.capability_mergers); }},
    {"acquisitions", "yuan", "paid by firms for others in the month", "sum over buyers", nullptr,
     [](const FirmSums& s) { return yuan(s.paid(Flow::acquisitions)); }},
    {"reorganisations", "1", "firms reorganised in the month, that would have defaulted", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.reorganisations); }},
    {"claims_given_up", "yuan", "claims that suppliers and banks gave up in reorganisations of the month",
     "sum over firms reorganised", nullptr, [](const FirmSums& s) { return yuan(s.claims_cut + s.loans_cut); }},
    {"inhouse_share", "1", "share of inputs from known suppliers and own making that firms make themselves",
     "made in-house / (made in-house + received over links), at starting prices", nullptr,
     [](const FirmSums& s) { return ratio(s.made_inhouse, s.made_inhouse + s.inputs_received - s.basket_received); }},
    {"links_dropped", "1", "suppliers that buyers gave up for large ones in the month", "count by buyer", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.links_dropped); }},
    {"customers_lost", "1", "customers that gave a supplier up for a large one in the month", "count by supplier",
     nullptr, [](const FirmSums& s) { return static_cast<double>(s.customers_lost); }},
    {"trials_begun", "1", "suppliers that buyers began to try in the month", "count by buyer", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.trials_begun); }},
    {"trials_failed", "1", "trials of suppliers that ended in the month since the present one was better",
     "count by buyer", nullptr, [](const FirmSums& s) { return static_cast<double>(s.trials_failed); }},
    {"suppliers_left", "1", "suppliers that buyers left in the month for one that they had tried", "count by buyer",
     nullptr, [](const FirmSums& s) { return static_cast<double>(s.suppliers_left); }},
    {"needs_ended", "1", "links that ended in the month since the buyer needed their goods no more", "count by buyer",
     nullptr, [](const FirmSums& s) { return static_cast<double>(s.needs_ended); }},
    {"trials_refused", "1", "suppliers asked for a trial in the month that had no room left, or were gone",
     "count by buyer", nullptr, [](const FirmSums& s) { return static_cast<double>(s.trials_refused); }},
    {"trials_mapped", "1", "trials begun in the month with a supplier found on a map of capabilities", "count by buyer",
     nullptr, [](const FirmSums& s) { return static_cast<double>(s.trials_mapped); }},
    {"trials_with_large", "1", "share of trials begun in the month whose supplier is a large firm",
     "with large firms / all, by buyer", nullptr,
     [](const FirmSums& s) { return ratio(s.trials_with_large, s.trials_begun); }},
    {"link_age", "month", "mean age of supply links of firms whose yearly review falls in the month",
     "months since the two became partners / links; from 0 at the start", nullptr,
     [](const FirmSums& s) { return ratio(s.link_months, s.links_seen); }},
    {"orders_to_small", "1",
     "share of orders over links that goes to micro, small and medium suppliers, firms whose yearly review falls in "
     "the "
     "month",
     "orders to them / orders over links, by buyer", nullptr,
     [](const FirmSums& s) { return ratio(s.orders_to_small, s.orders_seen); }},
    {"linked_input_price", "1",
     "mean price of inputs ordered over links, in goods that can be compared, firms whose yearly review falls in the "
     "month",
     "orders over links / the same goods at the mean price of their market at the start, by buyer", nullptr,
     [](const FirmSums& s) { return ratio(s.orders_seen / 100.0, from_fixed_goods(s.goods_seen)); }},
    {"exit_rate", "1", "closures and bankruptcies over firms in the month",
     "(closures + bankruptcies) / (firms + both)", nullptr,
     [](const FirmSums& s) { return ratio(s.closures + s.defaults, s.firms + s.closures + s.defaults); }},
    {"loss_given_default", "1", "share of what defaulted firms owed to suppliers that was lost", "lost / owed", nullptr,
     [](const FirmSums& s) { return ratio(s.lost_by_creditors, s.owed_by_defaulted); }},
    {"estates_awarded", "yuan", "what estates of the month's defaulted firms pay their suppliers later",
     "sum over debtors", nullptr, [](const FirmSums& s) { return yuan(s.estate_awarded); }},
    {"proceedings_cost", "yuan", "what proceedings on the estates of the month's defaulted firms cost",
     "sum over debtors", nullptr, [](const FirmSums& s) { return yuan(s.proceedings_cost); }},
    {"leader_output_share", "1", "share of firms' output made by chain leaders", "one firm a sector, the largest buyer",
     [](const Economy& e) { return ratio(leaders_output(e), from_fixed_goods(e.total.made)); }, nullptr},
    {"sector_concentration", "1", "Herfindahl-Hirschman index of firms' output over sectors", "sum of squared shares",
     sector_concentration, nullptr},
};

} // namespace rongtong
