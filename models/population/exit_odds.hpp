// How often a firm is expected to be wound up, at its usual margin.
//
//   odds a month = closure_rate / 12 * workers ^ -closure_size * exp(closure_profit * (sector's margin - its own)) * share wound up
//                  + usual_default / 12
//   share wound up = exp(-(workers - 1) / succession), 0 for a firm of more than succession_share of its cell's output; 1 if
//                    succession is 0
// The rest of the owners that give up find a successor (firm/leave.cpp). Entry answers the sum of these odds (entry.cpp), and the
// start is at rest with it (start/entry.cpp). Parameters: turnover_rules.hpp. Test: tests/models/turnover.cpp.
#pragma once

#include "models/population/closure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace rongtong {

// Share of owners that give up whose firm ends with that.
inline double share_wound_up(double workers, double output, double cell_output, const TurnoverRules& rules)
{
    if (rules.succession <= 0) return 1;
    if (output > rules.succession_share * cell_output) return 0;
    return std::exp(-(workers - 1) / rules.succession);
}

class ExitOdds {
public:
    explicit ExitOdds(const TurnoverRules& rules) : rules_(rules)
    {
        for (std::size_t w = 0; w < closures_.size(); ++w) closures_[w] = closures(static_cast<double>(w));
    }

    // Of closures, defaults apart. output and cell_output: goods a month.
    // short_of_usual: what the firm's usual margin lacks of its sector's.
    double closure(std::int32_t workers, double output, double cell_output, double short_of_usual) const
    {
        if (rules_.succession > 0 && output > rules_.succession_share * cell_output) return 0;
        const auto w = static_cast<std::size_t>(std::max(1, workers));
        const double lift = short_of_usual != 0 ? margin_lift(short_of_usual, rules_) : 1;
        return lift * (w < closures_.size() ? closures_[w] : closures(static_cast<double>(w)));
    }
    double all(std::int32_t workers, double output, double cell_output, double short_of_usual) const
    {
        return closure(workers, output, cell_output, short_of_usual) + rules_.usual_default / 12;
    }

private:
    double closures(double workers) const
    {
        const double w = std::max(1.0, workers);
        return rules_.closure_rate / 12 * std::pow(w, -rules_.closure_size) * share_wound_up(w, 0, 1, rules_);
    }

    TurnoverRules rules_;
    std::array<double, 256> closures_; // by workers: almost all firms
};

} // namespace rongtong
