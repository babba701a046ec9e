// Supply links, as columns over the edges of the network: row = buyer, target = supplier. Edges of a buyer are sorted by the
// supplier's sector.
#pragma once

#include "sim/money.hpp"
#include "sim/network.hpp"
#include "sim/table.hpp"

#include <array>
#include <cstdint>

namespace rongtong {

inline constexpr std::size_t ring_months = 8; // due months kept: three past, the present, four ahead

inline std::size_t ring_index(std::int32_t month) // also of months before the start
{
    return static_cast<std::size_t>(month + 1024 * static_cast<std::int32_t>(ring_months)) % ring_months;
}

// What supplier and buyer exchange over a link in a month. Kept together, because the supplier gathers it.
struct LinkFlow {
    Money paid;        // by the buyer this month
    float ordered = 0; // goods; see defaulted()
    float stock = 0;   // what the buyer holds of this input, goods

    // The buyer defaults this month: it orders nothing, and Links::estate_pays and estate_lacks say how its debt ends.
    bool defaulted() const { return ordered < 0; }
    void default_now() { ordered = -1; }

    static constexpr auto fields() { return std::tuple{&LinkFlow::paid, &LinkFlow::ordered, &LinkFlow::stock}; }
};

inline constexpr int made_parts = 16; // an input is made in-house in sixteenths

// What goes on over a link for years, in a byte.
struct LinkHabit {
    std::uint8_t late : 2 = 0;  // months by which the buyer pays late, 0 to 3
    std::uint8_t small : 1 = 0; // the supplier was micro, small or medium when the two became partners
    std::uint8_t made : 4 = 0;  // sixteenths of the input that the buyer makes itself, 0 to 15
    std::uint8_t sold : 1 = 0;  // 1: the supplier's bank owns its claims (capital/chain_finance.hpp)
    friend bool operator==(LinkHabit, LinkHabit) = default;
};
static_assert(sizeof(LinkHabit) == 1);

// What becomes of a link (review.hpp). The numbers above `trial` count how often its volume was doubled.
enum class LinkStage : std::uint8_t {
    settled, // what a buyer takes of an input comes over such links
    place,   // no link yet: a place for a trial of another supplier for the link before it
    leaving, // the buyer takes nothing any more, and pays what it owes
    trial,
};
inline constexpr int most_doublings = 7;

inline bool is_trial(LinkStage stage) { return stage >= LinkStage::trial; }
inline int doublings(LinkStage stage) { return static_cast<int>(stage) - static_cast<int>(LinkStage::trial); }

struct Links {
    Network network; // from buyer to supplier; its columns are beside these
    Column<float> coef;
    Column<LinkFlow> flow;
    Column<std::uint8_t> sector, days, place;
    Column<LinkHabit> habit;
    Column<LinkStage> stage;
    Column<std::uint8_t> platform;
    Column<std::int16_t> since;
    // Invoices by due month: ring[m % ring_months][edge] is owed for due month m, from three months ago (older ones stay
    // there) to four months ahead.
    std::array<Column<Money>, ring_months> ring;

    static constexpr auto columns()
    {
        using L = Links;
        return std::tuple{
            column("coef", "1", "goods bought over the link per unit of the buyer's output", &L::coef),
            column("flow", "1", "paid, ordered, and the stock at the buyer", &L::flow),
            column("supplier_sector", "1", "sector of the supplier", &L::sector),
            column("days", "d", "payment term agreed, 30 to 120", &L::days),
            column("place", "1", "fixed draw, 0 to 255: a cap is kept where place < 256 * compliance", &L::place),
            column("habit", "1", "what goes on over the link for years", &L::habit),
            column("stage", "1", "0 settled, 1 place for a trial, 2 left, 3 and more: trial", &L::stage),
            column("platform", "1", "number of the trade platform on which the two found each other; 0: none",
                   &L::platform),
            column("since", "month", "month in which the two became partners; 0: at the start", &L::since),
            column("ring", "fen", "owed, by due month modulo eight", &L::ring),
        };
    }

    Money& due(std::size_t edge, std::int32_t month) { return ring[ring_index(month)][edge]; }
    Money due(std::size_t edge, std::int32_t month) const { return ring[ring_index(month)][edge]; }

    // Of a link whose buyer defaults, in the place of two due months for the rest of the month.
    Money& estate_pays(std::size_t edge) { return ring[0][edge]; }
    Money estate_pays(std::size_t edge) const { return ring[0][edge]; }
    Money& estate_lacks(std::size_t edge) { return ring[1][edge]; }
    Money estate_lacks(std::size_t edge) const { return ring[1][edge]; }

    void clear_debt(std::size_t edge)
    {
        for (auto& month : ring) month[edge] = Money();
    }
    Money owed(std::size_t edge) const // of all due months
    {
        Money sum;
        for (const auto& month : ring) sum += month[edge];
        return sum;
    }
};
static_assert(columns_fill<Links, sizeof(Network)>);

} // namespace rongtong
