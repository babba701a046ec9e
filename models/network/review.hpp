// The review of links (O6): a firm looks around for other suppliers, tries the best with a small part of the volume, and gives it
// more while it does well.
//
//   weight(supplier) = -substitution * ln(price) + reliability_weight * reliability + quality_weight * ln(quality)
//                      - distance * ln(1 + km / 100)                                        as the market weighs offers (O5):
//                      what a firm opens with is worth its price, or it would not be at rest; price: over its start
//   places           : each January a firm draws for each link whether it looks around for it in the year (chance `share`)
//   candidates       : six in the firm's own month: three by gravity and size (supplier_choice.hpp), two suppliers of partners, one
//                      of the sector's firms with equal odds; those that an agency shows (by gravity and size); where a map of
//                      capabilities is kept, six of its entries, with the offer of the day on which they were made
//   trial            where  weight + noise * z > weight of the present one + trust * (1 - exp(-age / trust_months)) + cost
//                    for the best of them that could take the whole volume; those who gain most ask first
//   a supplier accepts while known customers would take at most largest_fill of its usual sales, and one asks for at most largest_new
//   share of volume  : trial, doubled every trial_months while weight(new) >= weight(present): now it knows. Above three quarters it is
//                      all: the present one is left. Where the new one is worse, or gone, it is the trial that ends
//   need ends        : with chance need_ends a year the buyer takes the best of its candidates, whoever supplies it now, at once
//   regain           : once a year a firm asks a supplier of an input for `regain` of what its links lack of link_share
//
// A trial is a link of its own, right behind the link it may replace. What is owed to a supplier that is left falls due as agreed. A
// link with a part made in-house, or with claims that a bank bought, is not looked at.
// Sources: that a buyer tries a supplier with a small order first: Rauch & Watson 2003, doi 10.1016/S0167-7187(03)00018-3; that links
// last the longer the older they are: Monarch & Schmidt-Eisenlohr 2023, doi 10.1016/j.jinteco.2023.103842; form and values assumed. How
// many links end: Mizuno and others 2014, doi 10.1371/journal.pone.0100712. Parameters: review_rules.hpp, demand_rules.hpp,
// network_rules.hpp. Test: tests/models/network/.
// Code: places.cpp, trials.cpp; orders/review_links.cpp (a firm's year), search_links.cpp (whom it finds), answer_asks.cpp.
#pragma once

#include "models/network/supplier_choice.hpp"

#include <cmath>

namespace rongtong {

inline double weight_of_offer(double price, double reliability, double quality, const DemandRules& demand)
{
    return -demand.substitution * std::log(price) + demand.reliability_weight * reliability +
           demand.quality_weight * std::log(quality);
}

inline double weight_of_distance(double km, const ReviewRules& rules) { return -rules.distance * std::log1p(km / 100); }

inline double trust_of(std::int32_t months, const ReviewRules& rules)
{
    return rules.trust * (1 - std::exp(-months / rules.trust_months));
}

// Share of the volume after so many doublings.
inline double trial_share(int doublings, const ReviewRules& rules)
{
    const double share = std::ldexp(rules.trial, doublings);
    return share > 0.75 ? 1 : share;
}

bool reviews(const Economy& economy);

// What a supplier offers, as its customers know it.
double offer_of(const Economy& economy, std::size_t supplier);

// What a buyer gives for it, with distance, and whether it prefers the small.
double weight_of(const Economy& economy, std::size_t buyer, std::size_t supplier);

// The same of an offer that it was told of, of a supplier of the group.
double weight_told(const Economy& economy, std::size_t buyer, std::size_t group, double offer);

// Sets the cards of all firms (work.cards), on which weight_of looks: a row phase.
void show_suppliers(Economy& economy);

// Whether an agency helps the firm to look around in the year to which the month belongs.
bool is_served(const Economy& economy, const Draws& draws, std::size_t row);

// Goods a month that known customers could still order of a firm.
double room_for_orders(const Economy& economy, std::size_t supplier);

// places.cpp: lays a place for a trial behind each link for which its buyer looks around in the coming year; those left over go.
void lay_places(Economy& economy, const Draws& draws);

// trials.cpp
// Divides the volume of a link and of the trial right behind it: `share` to the trial. Writes the buyer's row only.
void split_volume(Economy& economy, std::size_t buyer, std::uint32_t trial, double share);

// Whether the link is a trial or has one behind it.
bool on_trial(const Economy& economy, std::size_t buyer, std::uint32_t edge);

// A link without volume and debt becomes a place without a supplier. Serial.
void free_place(Economy& economy, std::size_t buyer, std::uint32_t edge);

// A lost supplier of a link that is on trial, or was left: true where nobody needs to be found for it. Serial.
bool settle_lost_trial(Economy& economy, std::size_t buyer, std::uint32_t edge);

// Trials that are due are looked at: a row phase; then the lists are put right, in the order of links.
void look_at_trials(Economy& economy);

} // namespace rongtong
