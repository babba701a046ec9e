// Stakes: what outside investors hold in firms. A side table, because few firms have any; founders hold the rest. Columns of
// Firms repeat the sums that hot loops read (investor_share, corporate_share).
#pragma once

#include "sim/money.hpp"

#include <array>
#include <cstdint>
#include <tuple>
#include <vector>

namespace rongtong {

enum class Investor : std::uint32_t { private_investors, corporate, fund };

struct Stake {
    std::uint64_t firm;     // whose shares
    std::uint64_t investor; // id of the corporate investor; 0: private investors, or the guidance funds
    Money cost;             // paid for what is held
    double share;           // of the firm, 0 to 1
    std::int32_t month;     // of the round
    Investor kind;
    std::int32_t ends; // of a fund: month from which it sells; 0: none
    float covered;     // share of a loss that the fund of the same round bears

    static constexpr auto fields()
    {
        using S = Stake;
        return std::tuple{&S::firm, &S::investor, &S::cost, &S::share, &S::month, &S::kind, &S::ends, &S::covered};
    }
};

// What moved in a month, fen; nothing of it is read in the next.
struct EquityMonth {
    Money raised, from_private, from_corporate, from_funds; // rounds
    Money co_invested;                                      // private money in rounds that a fund joined
    Money additional, displaced, crowded_out;               // funds.hpp
    Money private_dividends, fund_dividends, private_payouts, fund_payouts;
    Money sales, private_sales, fund_sales; // all, and of these kinds of sellers
    Money loss_shares;                      // paid by funds to private investors of the same round
    Money written_off;                      // cost of stakes in firms that failed
    Money held, fund_held, zombies;         // cost of stakes at the end; of funds; of funds in firms that lose money
    std::int64_t exits = 0, fund_rounds = 0;
    // at net asset value at the end: by size class of the holder and of the firm held; funds'; of state-owned holders
    std::array<Money, 4> corporate_value{}, issued_value{};
    Money fund_value, state_corporate_value;
};

struct Equity {
    std::vector<Stake> stakes;     // ascending by firm, then month, kind and investor
    Money private_room, fund_room; // budgets that were not used up
    EquityMonth month;             // no state
};

// A firm that looks for outside equity.
struct EquityAsk {
    std::uint32_t row;
    Money amount, value;                   // wanted; of the firm before the round
    double signal;                         // yearly return that investors see, less what default is expected to take
    double risk;                           // of default within a year
    std::uint32_t ventures = 0, count = 0; // chain leaders that it supplies: place in the list of ventures
};

// How an ask is financed: all or nothing.
struct Round {
    Money from_private, from_corporate, from_funds;
    std::uint32_t leader = 0; // row of the corporate investor
    bool joined = false;      // a fund joined private investors
    Money total() const { return from_private + from_corporate + from_funds; }
};

// A supplier of a chain leader.
struct Venture {
    std::uint32_t supplier, leader; // row; place in the list of budgets
    friend auto operator<=>(const Venture&, const Venture&) = default;
};

struct LeaderBudget {
    std::uint32_t row;
    Money budget, left;
};

enum class PayoutKind : std::uint8_t { dividend, last_payout };

// Money of a firm with stakes that went to its owners.
struct OwnersPay {
    std::uint32_t row;
    PayoutKind kind;
    Money amount;
};

// Scratch of a month.
struct EquityWork {
    std::vector<std::vector<EquityAsk>> asks;    // by block
    std::vector<std::vector<OwnersPay>> payouts; // by block
    std::vector<EquityAsk> ranked;
    std::vector<Round> rounds, without; // of the ranked asks; without public money
    std::vector<std::uint32_t> order;   // of a fund
    std::vector<Venture> ventures;
    std::vector<LeaderBudget> leaders;
    std::vector<Money> returned, parts; // last payouts by stake; of one payout
    std::vector<std::int64_t> weights;
};

} // namespace rongtong
