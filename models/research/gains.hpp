// What R&D gives a firm, in log points of output per worker.
//
//   a performer's projects succeed as stages.hpp says (where chain is 0: with the odds success / 12 * (spent / sales) / usual a month), and one that
//   does gives
//     gain = min(largest_gain, c * z),  c = productivity of research / usual success * exp(-crowding * lead)
//     usual success: a year, of a performer that spends what is usual
//     usual: what the performer is used to spend over sales; that firms differ in it shows that their opportunities do
//     lead = own technology less the mean of the sector's performers, within -0.5 and 1;  z lognormal, mean 1, spread gain_spread
//   every firm that is behind that mean makes up catch_up / 12 * (1 + absorption * k / (1 + k)) of the distance a month
//     k: stock of past R&D over what usual R&D keeps it at (Cohen & Levinthal 1990, doi 10.2307/2393553: form); 0 without R&D
//     k' = k + knowledge_loss / 12 * (spent over usual - k)
// It is a better product as well, which grows old as those of other performers come out, so that quality is one in the mean of them:
//   quality' = quality + min(largest_gain, product_gain * z) less what a performer that spends what is usual can expect
// Successes come in proportion to spending over sales (Poisson arrivals), not on the number of firms or on yuan (Klette & Kortum 2004, doi 10.1086/422563). Without
// luck a performer gets what it can expect. The productivity of research, by sector, is solved at the start such that performers'
// technology is expected to grow by technology.progress (start/research.cpp). Parameters: research_rules.hpp. Test:
// tests/models/research/gains.cpp.
#pragma once

#include "models/research/stages.hpp"

#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <cmath>

namespace rongtong {

inline double crowding_factor(double lead, const ResearchRules& rules)
{
    return std::exp(-rules.crowding * std::clamp(lead, -0.5, 1.0));
}

// Of a month, without regard to stages. spent: R&D over what is usual.
inline double success_odds(double spent, const ResearchRules& rules)
{
    return std::clamp(usual_success(rules) / 12 * spent, 0.0, 1.0);
}

// c above.
inline double gain_scale(double productivity, double lead, const ResearchRules& rules)
{
    return productivity / usual_success(rules) * crowding_factor(lead, rules);
}

inline double gain_of(double scale, double normal, const ResearchRules& rules)
{
    const double s = rules.gain_spread;
    return std::min(rules.largest_gain, scale * std::exp(s * normal - 0.5 * s * s));
}

// Mean of gain_of over a standard normal draw.
inline double mean_gain(double scale, const ResearchRules& rules)
{
    if (scale <= 0) return 0;
    const double s = rules.gain_spread, bound = rules.largest_gain;
    if (s <= 0) return std::min(bound, scale);
    const auto below = [](double x) { return 0.5 * boost::math::erfc(-x / std::sqrt(2.0)); };
    const double x = std::log(bound / scale);
    return scale * below((x - 0.5 * s * s) / s) + bound * below(-(x + 0.5 * s * s) / s);
}

// What a product of a performer ages in a month.
inline double product_ageing(const ResearchRules& rules)
{
    return usual_success(rules) / 12 * mean_gain(rules.product_gain, rules);
}

// A month. knowledge: k above.
inline double caught_up(double lead, double knowledge, const ResearchRules& rules)
{
    if (lead >= 0) return 0;
    return -lead * rules.catch_up / 12 * (1 + rules.absorption * knowledge / (1 + knowledge));
}

inline double next_knowledge(double knowledge, double spent, const ResearchRules& rules)
{
    return knowledge + rules.knowledge_loss / 12 * (spent - knowledge);
}

inline double expected_gain(double spent, double scale, const ResearchRules& rules) // a month
{
    return success_odds(spent, rules) * mean_gain(scale, rules);
}

} // namespace rongtong
