// Indicators of outside equity and guidance funds.
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

namespace rongtong {

namespace {

template <Money EquityMonth::* member>
double month(const Economy& e)
{
    return (e.equity.month.*member).yuan();
}

} // namespace

extern const std::vector<Indicator> indicators_equity{
    {"equity_asks", "1", "firms that looked for outside equity in the month", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.equity_asks); }},
    {"equity_asked", "yuan", "outside equity that firms looked for in the month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.equity_asked); }},
    {"equity_rounds", "1", "firms that sold shares in the month", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.equity_rounds); }},
    {"equity_raised", "yuan", "money that firms raised for shares in the month", "sum over firms", nullptr,
     [](const FirmSums& s) { return yuan(s.equity_raised); }},
    {"equity_private", "yuan", "money that firms raised for shares from private investors in the month",
     "sum over rounds", month<&EquityMonth::from_private>, nullptr},
    {"equity_corporate", "yuan", "money that firms raised for shares from chain leaders in the month",
     "sum over rounds", month<&EquityMonth::from_corporate>, nullptr},
    {"equity_fund", "yuan",
     "money that firms raised for shares from guidance funds and other public money in the month", "sum over rounds",
     month<&EquityMonth::from_funds>, nullptr},
    {"equity_co_invested", "yuan", "private money in rounds that guidance funds joined", "sum over rounds",
     month<&EquityMonth::co_invested>, nullptr},
    {"equity_additional", "yuan",
     "money raised in the month beyond what would be without public money in the same rounds",
     "all rounds with - all rounds without it", month<&EquityMonth::additional>, nullptr},
    {"equity_crowded_out", "yuan", "private and corporate money that stays away because of public money",
     "public money - additional", month<&EquityMonth::crowded_out>, nullptr},
    {"equity_displaced", "yuan",
     "public money in firms that would have been financed without it; no complement of equity_additional, which counts "
     "all money",
     "sum over rounds", month<&EquityMonth::displaced>, nullptr},
    {"fund_zombies", "yuan", "cost of public stakes in firms with a negative margin, end of month", "sum over stakes",
     month<&EquityMonth::zombies>, nullptr},
    {"fund_stakes", "yuan", "cost of public stakes, end of month", "sum over stakes", month<&EquityMonth::fund_held>,
     nullptr},
    {"stakes", "yuan", "cost of all stakes, end of month", "sum over stakes", month<&EquityMonth::held>, nullptr},
    {"stake_write_offs", "yuan", "cost of stakes in firms that left in the month less what their owners got",
     "sum over stakes", month<&EquityMonth::written_off>, nullptr},
    {"fund_loss_shares", "yuan", "losses of private investors that funds bore in the month", "sum over stakes",
     month<&EquityMonth::loss_shares>, nullptr},
    {"equity_exits", "1", "stakes sold in the month", "count",
     [](const Economy& e) { return static_cast<double>(e.equity.month.exits); }, nullptr},
    {"equity_sales", "yuan", "paid for stakes that were sold in the month", "sum over stakes",
     month<&EquityMonth::sales>, nullptr},
    {"fund_returns", "yuan", "dividends, last payouts and sales of public stakes in the month", "sum over stakes",
     [](const Economy& e) {
         const auto& m = e.equity.month;
         return (m.fund_dividends + m.fund_payouts + m.fund_sales).yuan();
     },
     nullptr},
};

} // namespace rongtong
