// What firms of the start spend on platforms and digital tools comes out of their baskets: both are made of one sector's product, the host's.
#include "models/platforms/meet.hpp"
#include "models/start/growth.hpp"
#include "models/start/start.hpp"

#include <algorithm>

namespace rongtong {

double replaced_in_basket(const Economy& e, std::size_t row, double spending)
{
    const StartGrowth growth(e.setup.parameters);
    const auto& f = e.firms;
    return spending * f.expected[row] / (growth.basket() * f.planned[row]);
}

// What is used is not stored, so that stocks, and what they would have grown by, are less.
void take_out_of_basket(Economy& e, std::size_t row, double spending)
{
    auto& f = e.firms;
    const double replaced = replaced_in_basket(e, row, spending), growth = StartGrowth(e.setup.parameters).month();
    f.basket_coef[row] = std::max(0.0, f.basket_coef[row] - replaced);
    const double held = replaced * (1 + e.setup.parameters.ordering.input_cover) * f.planned[row];
    f.usual_margin[row] -= static_cast<float>(growth * held / f.expected[row]);
}

void count_replaced(const Economy& e, Grid<double, Cell, Product>& bought)
{
    if (!e.platforms.any() && !e.digital.any()) return;
    const Product host(platform_host(e.technology));
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        bought(e.groups.cell(e.firms.group[row]), host) += e.firms.planned[row] *
                                                           (replaced_in_basket(e, row, fee_of_member(e, row)) +
                                                            replaced_in_basket(e, row, e.firms.digital_rate[row]));
}

void add_host_orders(const Economy& e, const std::vector<double>& population, ByUse& use)
{
    const Product host(platform_host(e.technology));
    if (e.platforms.any())
        for (UseRegion r : e.groups.each<UseRegion>()) use(host, r) += platform_orders(e) * population[r];
    if (!e.digital.any()) return;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        use(host, UseRegion(e.groups[e.firms.group[row]].region)) += static_cast<double>(e.firms.digital_rate[row]) *
                                                                     e.firms.expected[row];
}

} // namespace rongtong
