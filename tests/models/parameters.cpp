// Every declared parameter is read: another value gives another state. Exceptions are named with their reason.
#include "models/state.hpp"

#include "tests/models/fixture.hpp"

#include <map>
#include <string>

using namespace rongtong;

namespace {

// Values that a short run of a small economy can't tell apart, and why.
const std::map<std::string, std::string> silent{
    {"credit/evergreening", "banks are short of capital under stress only; tests/models/banks.cpp"},
    {"banks/capital_spread", "the same"},
    {"banks/rescue", "the same"},
    {"chain_finance/recourse", "chain leaders fail under stress only; tests/models/chain_finance.cpp"},
    {"equity/exit_rate", "stakes are held for longer than so short a run; tests/models/equity.cpp"},
    {"equity/market_depth", "the same"},
    {"mergers/distress_rate", "hardly a firm is in distress so soon; tests/models/merger.cpp"},
    {"mergers/distress_multiple", "the same"},
    {"equity/strategic_return", "chain leaders hardly buy so soon; tests/models/equity_policies.cpp"},
    {"insolvency/reorganisation",
     "no firm of twenty workers that earns money fails so soon; tests/models/reorganise.cpp"},
    {"insolvency/viable_margin", "the same"},
    {"insolvency/least_workers", "the same"},
    {"insolvency/again_months", "the same"},
    {"insolvency/haircut", "the same"},
    {"insolvency/extension_months", "the same"},
    {"insolvency/no_dividends_months", "the same"},
    {"make/switch_cost", "suppliers are dropped under a law only; tests/models/make_or_buy.cpp"},
    {"make/switch_gap", "the same"},
    {"demand/market_cut_limit", "a bound that unified_market alone can reach; tests/models/demand.cpp"},
    {"demand/services_cut_limit", "the same"},
};

constexpr int months = 15;                      // past the first compaction
constexpr std::uint64_t few = 500, more = 5000; // more where a parameter is of large firms only

// Tries values in turn, the mildest first, since a run that stops tells nothing.
std::vector<double> candidates(const ParameterInfo& p)
{
    std::vector<double> values;
    for (double v :
         {p.initial * 1.1, p.initial * 0.9, p.initial * 0.5, p.low, p.initial + 0.2 * (p.high - p.initial), p.high}) {
        if (p.whole) v = std::round(v);
        if (v >= p.low && v <= p.high && v != p.initial) values.push_back(v);
    }
    return values;
}

Setup with_value(std::uint64_t firms, const std::string& group, std::string_view name, double value)
{
    Setup setup = small_setup(firms);
    for_each_group(setup.parameters, [&](const char* its_name, auto& its_group, const auto& declared) {
        for (const auto& d : declared)
            if (group == its_name && d.info.name == name) its_group.*(d.member) = value;
    });
    return setup;
}

bool is_heard(const std::string& group, const ParameterInfo& info, std::uint64_t firms, std::uint64_t usual)
{
    for (double value : candidates(info))
        if (state_hash(after(with_value(firms, group, info.name, value), months)) != usual) return true;
    return false;
}

} // namespace

TEST_CASE("every parameter changes the state when it is varied within its range")
{
    const auto usual = state_hash(after(small_setup(few), months));
    Parameters base = default_parameters();
    for_each_group(base, [&](const char* group, auto&, const auto& declared) {
        for (const auto& d : declared) {
            const std::string name = std::string(group) + "/" + std::string(d.info.name);
            bool heard = is_heard(group, d.info, few, usual);
            if (!heard) heard = is_heard(group, d.info, more, state_hash(after(small_setup(more), months)));
            INFO(name);
            CHECK(heard == !silent.count(name));
        }
    });
}

TEST_CASE("declarations are complete: a unit, a range around the default, a meaning and a source")
{
    Parameters p = default_parameters();
    std::size_t count = 0;
    for_each_group(p, [&](const char* name, auto& group, const auto& declared) {
        CHECK(sizeof(group) == declared.size() * sizeof(double)); // nothing undeclared
        for (const auto& d : declared) {
            INFO(name << "/" << d.info.name);
            CHECK(d.info.low < d.info.high);
            CHECK(d.info.low <= d.info.initial);
            CHECK(d.info.initial <= d.info.high);
            CHECK_FALSE(d.info.unit.empty());
            CHECK_FALSE(d.info.meaning.empty());
            CHECK_FALSE(d.info.source.empty());
            CHECK(group.*(d.member) == d.info.initial);
            ++count;
        }
    });
    CHECK(count > 50);
}
