// Every column, table and indicator of a small economy under stress, each with a hash of its bits in data/golden_columns.txt: a
// change of results is seen, by name, and a new column adds a line and changes none.
//
//   state NAME      a column or table of the state after two years, by its name in checkpoints
//   panel NAME      a variable of the firm panel, over the firms of that month
//   indicator NAME  of the economy in each month, and of each group of firms that has it
//   flow NAME, asset NAME   what is not zero of a row of the accounts, with the account's name, in each month
//   event KIND.FIELD        of all events of the kind, in order
//
// To renew them after a change that is meant:  RONGTONG_RENEW_GOLDEN=1 test_models "golden results*"
// then say in CHANGELOG.md, under "Results change", what changed and why. The bits are promised for one level of CPU, which the
// file names; on another level nothing is compared.
#include "models/indicators/indicator.hpp"
#include "models/state.hpp"
#include "sim/hash.hpp"

#include "tests/models/golden.hpp"
#include "tests/models/pressed.hpp"
#include "tests/sim/temp_folder.hpp"

#include <algorithm>
#include <iomanip>
#include <map>
#include <set>
#include <sstream>

using namespace rongtong;

namespace {

#if defined(__AVX2__) && defined(__FMA__)
constexpr const char* level = "x86-64-v3";
#else
constexpr const char* level = "other";
#endif

std::string text_of(std::uint64_t hash)
{
    std::ostringstream s;
    s << std::hex << std::setw(16) << std::setfill('0') << hash;
    return s.str();
}

class Hashes {
public:
    void add(const std::string& name, double value) { hash(name).add_value(value); }
    void add(const std::string& name, std::int64_t value) { hash(name).add_value(value); }
    void add(const std::string& name, std::uint64_t value) { hash(name).add_value(value); }
    void add(const std::string& name, std::string_view value) { hash(name).add(value); }

    void append_to(GoldenLines& lines) const
    {
        for (const auto& name : order_) lines.emplace_back(name, text_of(hashes_.at(name).value()));
    }

private:
    StateHash& hash(const std::string& name)
    {
        const auto [at, fresh] = hashes_.try_emplace(name);
        if (fresh) order_.push_back(name);
        return at->second;
    }
    std::map<std::string, StateHash> hashes_;
    std::vector<std::string> order_;
};

void add_indicators(const Economy& e, Hashes& hashes)
{
    for (const auto& indicator : all_indicators()) {
        const auto name = "indicator " + std::string(indicator.name);
        hashes.add(name, indicator.of_economy ? indicator.of_economy(e) : indicator.of_firms(e.total));
        if (!indicator.of_firms) continue;
        for (const auto& sums : e.sums) hashes.add(name, indicator.of_firms(sums));
    }
}

template <class Names, class M>
void add_matrix(const char* kind, const Names& names, const M& matrix, std::int32_t month, Hashes& hashes)
{
    for (std::size_t row = 0; row < names.size(); ++row) {
        const auto name = std::string(kind) + " " + std::string(names[row]);
        for (std::size_t a = 0; a < account_names.size(); ++a) {
            const Money money = matrix.cell[row][a];
            if (money == Money()) continue; // so that an account more changes no line
            hashes.add(name, std::int64_t{month}), hashes.add(name, account_names[a]), hashes.add(name, money.fen);
        }
    }
}

void add_events(const std::vector<Event>& events, std::int32_t month, Hashes& hashes)
{
    for (const auto& v : events) {
        const auto kind = "event " + std::string(event_names[static_cast<std::size_t>(v.kind)]) + ".";
        hashes.add(kind + "month", std::int64_t{month}), hashes.add(kind + "firm", v.firm);
        hashes.add(kind + "workers", std::int64_t{v.workers}), hashes.add(kind + "owed", v.owed.fen);
        hashes.add(kind + "lost", v.lost.fen), hashes.add(kind + "partner", v.partner);
        hashes.add(kind + "investor", std::int64_t{v.investor}), hashes.add(kind + "paid", v.paid.fen);
        hashes.add(kind + "share", v.share);
    }
}

void add_month(const Economy& e, Hashes& hashes)
{
    add_indicators(e, hashes);
    add_matrix("flow", flow_names, e.accounts.flows, e.month, hashes);
    add_matrix("asset", asset_names, e.accounts.balance, e.month, hashes);
    for (const auto* list : {&e.records.events, &e.records.losses, &e.records.stakes})
        add_events(*list, e.month, hashes);
}

// The checkpoint has a checksum of every column. Left out: the hash of its layout, the sums over firms of a group, which indicators and
// accounts are made of, and which have a field more with every new mechanism, and what rules see: indicators, which have their lines.
void append_state(const Economy& e, GoldenLines& lines)
{
    const std::set<std::string> left_out{"state_layout", "sums", "total", "policy.indicators", "policy.seen"};
    const test::TempFolder folder;
    CheckpointWriter writer;
    add_state(writer, e);
    writer.save(folder / "state");
    const CheckpointReader reader(folder / "state");
    for (const auto& section : reader.sections())
        if (!left_out.contains(section.name)) lines.emplace_back("state " + section.name, text_of(section.checksum));
}

void add_panel(const Economy& e, Hashes& hashes)
{
    for (const auto& variable : panel_variables())
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            if (e.firms.state[row] != FirmState::gone)
                hashes.add("panel " + std::string(variable.name), variable.of_firm(e, row));
}

Setup stressed()
{
    Setup setup = pressed_setup(1000, 8, 20);
    setup.parameters.technology = default_parameters().technology; // it grows
    setup.policies.push_back(policy_of("unified_market", {0.5}, 9));
    ShockEvent flood = shock_of("capacity_loss", 15, {0.5, 6, 0});
    flood.target.regions = std::bitset<8>(0b0010);
    setup.shocks.push_back(flood);
    setup.shocks.push_back(shock_of("demand", 17, {-0.1, 12, 1}));
    return setup;
}

GoldenLines lines_of_run()
{
    Economy e = start_economy(stressed());
    Hashes of_months, of_panel;
    for (int month = 0; month < 24; ++month) advance(e), add_month(e, of_months);
    GoldenLines lines{{"level", level}};
    append_state(e, lines);
    add_panel(e, of_panel);
    of_panel.append_to(lines), of_months.append_to(lines);
    return lines;
}

} // namespace

TEST_CASE("golden results: every column, table and indicator to the bit", "[golden]")
{
    const GoldenLines now = lines_of_run(), golden = golden_lines("golden_columns.txt", now);
    const std::map<std::string, std::string> found(now.begin(), now.end()), wanted(golden.begin(), golden.end());
    REQUIRE(found.size() == now.size());
    REQUIRE(wanted.size() == golden.size());
    if (wanted.at("level") != level) {
        WARN("nothing compared: the golden results are of level " << wanted.at("level"));
        return;
    }
    for (const auto& [name, value] : now) {
        INFO(name);
        if (!wanted.contains(name)) FAIL_CHECK("has no golden result: renew them, it adds a line");
        else CHECK(value == wanted.at(name));
    }
    for (const auto& [name, value] : golden) {
        INFO(name);
        if (!found.contains(name)) FAIL_CHECK("is gone: renew the golden results, its line goes");
    }
}
