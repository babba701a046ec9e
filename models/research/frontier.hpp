// Technology of the economy and of its sectors, from what firms' technologies do.
//
//   a_i      log technology of firm i (column technology), over the level that all producers share (progress/progress.hpp)
//   growth   of the level, a month: mean gain of firms by labour cost
//   front_s  log technology of the performers of sector s, over the level: moves with their mean gain by output; in a sector
//            without performers, with that of the sectors that it buys from
// Both are chained: the gains of firms that are there. Where firms that come and go move the mean itself, the index follows at
// mean_speed, or what entrants make up would be growth for ever. The level takes a month's growth when all firms have lost it in
// their own a_i: a firm that gains nothing keeps its output per worker. Sectors that buy progress: Terleckyj 1974 (form). Test:
// tests/models/research/frontier.cpp.
#pragma once

#include <cstddef>
#include <vector>

namespace rongtong {

struct Frontier {
    double growth = 0;                    // of the level, log points a month: measured last month, taken this month
    double taken = 0;                     // by the level this month, of this month alone
    double mean = 0;                      // of firms' a_i by labour cost, at the start
    double home = 1;                      // what is known from public research, over its trend (knowledge.hpp)
    std::vector<double> front;            // by sector
    std::vector<double> usual;            // performers' mean less front_s, at the start
    std::vector<double> gain;             // of front_s last month, log points
    std::vector<double> research;         // productivity of research by sector (gains.hpp); 0: none
    std::vector<double> rate;             // R&D over sales of a performer
    std::vector<double> taught, teaching; // of firms without R&D: mean and scale of teaching.hpp, at the start

    void resize(std::size_t sectors)
    {
        for (auto* v : {&front, &usual, &gain, &research, &rate, &taught, &teaching}) v->assign(sectors, 0);
    }
};

// Sums over firms of weight, weight * gain, weight * a.
struct TechnologyMeans {
    double weight = 0, gain = 0, technology = 0;
};

// Growth of an index whose members have these means. usual: their mean's distance from it.
inline double index_growth(const TechnologyMeans& m, double index, double usual, double mean_speed)
{
    if (m.weight <= 0) return 0;
    const double gain = m.gain / m.weight;
    return gain + mean_speed * (m.technology / m.weight - (index + gain) - usual);
}

} // namespace rongtong
