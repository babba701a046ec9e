// Key figures of a small economy after two years, stored in data/golden.txt: a change of results is seen and meant.
//
// To renew them after a change that is meant:  RONGTONG_RENEW_GOLDEN=1 test_models "golden results"
// then say in CHANGELOG.md, under "Results change", what changed and why. Figures are compared to nine digits; the hash of the
// state bit by bit, where the build is for the level of CPU that the file names (another level may round otherwise).
#include "models/state.hpp"

#include "tests/models/policies.hpp"

#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <sstream>
#include <string>
#include <utility>

using namespace rongtong;

namespace {

#if defined(__AVX2__) && defined(__FMA__)
constexpr const char* level = "x86-64-v3";
#else
constexpr const char* level = "other";
#endif

using Figures = std::vector<std::pair<std::string, std::string>>;

std::string text_of(double x)
{
    std::ostringstream s;
    s.imbue(std::locale::classic());
    s << std::setprecision(17) << x;
    return s.str();
}

Figures figures_of_run()
{
    Setup setup = with_policy(small_setup(2000, 20), policy_of("payment_term_cap", {60, 0.8}, 7));
    setup.policies.push_back(policy_of("unified_market", {0.5}, 9));
    ShockEvent flood = shock_of("capacity_loss", 15, {0.5, 6});
    flood.target.regions = std::bitset<8>(0b0010);
    setup.shocks.push_back(flood);
    const Economy e = after(setup, 24);
    const auto& t = e.total;
    Money households;
    for (const auto& h : e.households) households += h.deposits;
    std::ostringstream hash;
    hash << std::hex << std::setw(16) << std::setfill('0') << state_hash(e);
    return {{"level", level},
            {"hash", hash.str()},
            {"firms", text_of(static_cast<double>(t.firms))},
            {"workers", text_of(static_cast<double>(t.workers))},
            {"goods_made", text_of(from_fixed_goods(t.made))},
            {"goods_ordered", text_of(from_fixed_goods(t.orders))},
            {"sales_yuan", text_of(Money(t.link_revenue + t.market_revenue).yuan())},
            {"profit_yuan", text_of(Money(t.profit).yuan())},
            {"firms_cash_yuan", text_of(Money(t.cash).yuan())},
            {"receivables_yuan", text_of(Money(t.receivable).yuan())},
            {"overdue_yuan", text_of(Money(t.overdue).yuan())},
            {"households_deposits_yuan", text_of(households.yuan())},
            {"bonds_yuan", text_of(e.government.bonds.yuan())},
            {"exports_yuan", text_of(e.ledger.world.paid(Flow::exports).yuan())},
            {"price_level", text_of(price_level(e))},
            {"wage_index_first_region", text_of(e.households[0].wage_index)}};
}

std::filesystem::path golden_file() { return source_folder() / "tests/models/data/golden.txt"; }

void store(const Figures& figures)
{
    std::filesystem::create_directories(golden_file().parent_path());
    std::ofstream out(golden_file(), std::ios::binary);
    for (const auto& [name, value] : figures) out << name << " " << value << "\n";
    REQUIRE(out.good());
}

Figures stored()
{
    std::ifstream in(golden_file(), std::ios::binary);
    REQUIRE(in.good());
    Figures figures;
    std::string name, value;
    while (in >> name >> value) figures.emplace_back(name, value);
    return figures;
}

double number(const std::string& text)
{
    std::istringstream s(text);
    s.imbue(std::locale::classic());
    double x = 0;
    REQUIRE(s >> x);
    return x;
}

} // namespace

TEST_CASE("golden results")
{
    const Figures now = figures_of_run();
    const char* renew = std::getenv("RONGTONG_RENEW_GOLDEN");
    if (renew && std::string(renew) == "1") store(now);
    const Figures golden = stored();
    REQUIRE(golden.size() == now.size());
    const bool same_level = golden[0].second == level;
    for (std::size_t k = 1; k < now.size(); ++k) {
        INFO(now[k].first);
        REQUIRE(golden[k].first == now[k].first);
        if (now[k].first == "hash") {
            if (same_level) CHECK(golden[k].second == now[k].second);
            continue;
        }
        CHECK(number(now[k].second) == Approx(number(golden[k].second)).epsilon(1e-9));
    }
}
