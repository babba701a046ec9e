// Indicators of supply-chain finance (capital/chain_finance.hpp).
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

namespace rongtong {

namespace {

double claims(const Economy& e)
{
    Money sum;
    for (const auto& bank : e.banks) sum += bank.factored;
    return sum.yuan();
}

double losses(const Economy& e)
{
    Money sum;
    for (const auto& bank : e.banks) sum += bank.factored_lost;
    return sum.yuan();
}

} // namespace

extern const std::vector<Indicator> indicators_chain_finance{
    {"factored", "yuan", "invoices that suppliers sold to their banks in a month",
     "sum over suppliers, before discount", nullptr, [](const FirmSums& s) { return yuan(s.factored); }},
    {"factoring_discount", "yuan", "discount that suppliers paid to banks on invoices sold in the month",
     "sum over suppliers", nullptr, [](const FirmSums& s) { return yuan(s.paid(Flow::factoring_discount)); }},
    {"invoice_sellers", "1", "suppliers whose invoices on an anchor belong to their bank", "count", nullptr,
     [](const FirmSums& s) { return static_cast<double>(s.sellers); }},
    {"factored_claims", "yuan", "invoices held by banks, end of month", "sum over banks", claims, nullptr},
    {"factoring_losses", "yuan", "invoices held by banks and lost in a month", "sum over banks", losses, nullptr},
};

} // namespace rongtong
