// What the starting economy fixes by sector: input coefficients, cost shares, capital, sizes. All per unit of output at
// starting prices (all 1). Scaled flows are per month at the scale of the run.
#pragma once

#include "models/calibration.hpp"

#include <cstdint>
#include <vector>

namespace rongtong {

struct Sector {
    std::string code;
    bool has_firms = false, holds_stock = true, tradable = true, is_public = false, is_trade = false;
    int tier = 0;                            // round of a month in which it delivers
    double labour = 0, tax = 0, surplus = 0; // shares of output; tax may be negative
    double imports = 0;                      // imported inputs per unit of output
    double domestic = 0;                     // domestic inputs per unit of output, all sectors
    double investment = 0;                   // capital goods per unit of output that keep capital whole
    double research = 0;                     // R&D of its firms per unit of output
    bool hosts_platforms = false;            // platforms are made of its product (platforms/platforms.hpp)
    bool talent = false;                     // who works in it is a researcher (labour/talent.hpp)
    std::uint8_t field = 0;                  // of technology: sectors of one field share pilot lines
    double research_weight = 0;              // of its R&D in all R&D, over that of others
    double capital = 0;                      // capital per unit of what is made
    double capital_of_sales = 0;             // the same per unit of what is sold
    double unit_cost = 0, markup = 0;        // at the start; price = unit_cost * (1 + markup) = 1
    double debt = 1;                         // part of usual loans that its margin and its security carry, 0 to 1
    double interest = 0;                     // on these loans, per unit of output
    double margin = 0;                       // profit after depreciation and interest over sales at the start
    double output = 0;                       // a month, yuan, firms and pool
    double pool_share = 0;                   // of output
    double room = 0; // what growth and interest leave of the surplus for investment and owners, per unit of sales
    double labour_cost_slope = 0; // selection/cost_edge.hpp
    double productivity = 0;      // output per worker and month of a firm of median luck where wages are the mean
    double size_scale = 0;        // of the Pareto type II distribution of workers, persons
    double largest_workers = 0;   // cap on workers of one firm
    std::uint64_t firm_count = 0;
    SizeBound large, medium, small;
};

// What a composite good consists of: domestic parts by sector and an imported part; they sum to 1.
struct Composite {
    std::vector<double> domestic; // by sector
    double imported = 0;
};

struct TechnologyTable {
    double scale = 1;                  // firms of the run over firms of the nation
    double spectral_radius = 0;        // of the domestic coefficients
    std::vector<double> field_profile; // [sector * fields + field] (research/capabilities.hpp)
    std::vector<Sector> sectors;
    std::vector<double> coef; // domestic inputs: [supplying sector * sectors + using sector]
    std::vector<float>
        critical_inputs; // how far a user stops without an input, 0 to 1: [using sector * sectors + product]
    Composite consumption, government, capital_goods, research_goods;
    std::vector<double> exports;      // by sector, a month, yuan
    std::vector<double> final_demand; // for home output, by sector, a month, yuan
    std::vector<double> import_share; // by product: imported part of all domestic use
    double consumption_total = 0, government_total = 0, housing_total = 0, public_investment_total = 0; // a month, yuan
    double firm_investment_total = 0, exports_total = 0, imports_total = 0;
    double research_total =
        0; // R&D of firms, part of their formation beside firm_investment_total; 0: none is modelled

    float critical(std::size_t user, std::size_t product) const
    {
        return critical_inputs[user * sectors.size() + product];
    }
    double input(std::size_t from, std::size_t to) const { return coef[from * sectors.size() + to]; }
};

// Of the nation at the start, yuan a month.
inline double value_added_of(const TechnologyTable& t)
{
    return t.consumption_total + t.government_total + t.firm_investment_total + t.research_total + t.housing_total +
           t.public_investment_total + t.exports_total - t.imports_total;
}

// Builds the table: final demand without inventories, output by the Leontief inverse of the domestic coefficients
// (Miller & Blair 2009, ch. 2), investment split by investor, thin margins lifted (docs/odd.md, initialisation).
struct Setup;
TechnologyTable make_technology(const Setup& setup);

// Loans, interest and margin of a sector's mean firm (selection/usual_debt.hpp). capital: per unit of sales.
struct Parameters;
void set_debt(Sector& sector, double capital, const Parameters& parameters);

} // namespace rongtong
