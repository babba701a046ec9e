// Indicators of trade platforms (models/platforms/).
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

#include <numeric>

namespace rongtong {

namespace {

double found_share(const FirmSums& s) { return ratio(count(s.orders_found), count(s.orders_seen)); }

double members_of(const Platforms& p, std::size_t platform)
{
    const auto first = p.members.begin() + static_cast<std::ptrdiff_t>(platform * p.firms.size());
    return std::accumulate(first, first + static_cast<std::ptrdiff_t>(p.firms.size()), 0.0);
}

double largest_share(const Economy& e)
{
    double largest = 0, all = 0;
    for (std::size_t k = 0; k < e.platforms.all.size(); ++k) {
        const double members = members_of(e.platforms, k);
        largest = std::max(largest, members), all += members;
    }
    return ratio(largest, all);
}

double mean_worth(const Economy& e)
{
    double worth = 0, all = 0;
    for (std::size_t k = 0; k < e.platforms.all.size(); ++k) {
        const double members = members_of(e.platforms, k);
        worth += members * e.platforms.all[k].worth, all += members;
    }
    return ratio(worth, all);
}

} // namespace

extern const std::vector<Indicator> indicators_platforms{
    {"platform_members", "count", "firms that are members of a trade platform",
     "column platform, not 0, before the exits of the month", nullptr,
     [](const FirmSums& s) { return count(s.platform_members); }},
    {"platforms_joined", "count", "firms that joined a trade platform in the month",
     "adoption (platforms/platforms.hpp)", nullptr, [](const FirmSums& s) { return count(s.platforms_joined); }},
    {"platforms_left", "count", "firms that left their trade platform in the month",
     "adoption; who joins another at once is counted in both", nullptr,
     [](const FirmSums& s) { return count(s.platforms_left); }},
    {"platform_fees", "yuan", "fees of members of trade platforms in the month, at current prices",
     "fee * unit * sales, and what is paid once on joining; government's part is in it", nullptr,
     [](const FirmSums& s) { return yuan(s.platform_fees); }},
    {"found_on_platform", "count", "links begun in the month with a supplier found on a trade platform",
     "trials and whole links, count by buyer", nullptr, [](const FirmSums& s) { return count(s.found_on_platform); }},
    {"platform_orders_share", "1", "part of orders over links whose two sides found each other on a trade platform",
     "fen ordered, of the firms whose yearly review fell in the month, by buyer", nullptr, found_share},
    {"largest_platform", "1", "part of all members that is on the largest trade platform", "count of members",
     largest_share, nullptr},
    {"platform_worth", "1", "what firms expect of a trade platform, over unit",
     "worth (platforms/platforms.hpp), mean over members", mean_worth, nullptr},
};

} // namespace rongtong
