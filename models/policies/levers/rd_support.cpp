// Lever rd_support (研发费用加计扣除与补助): tax credits, extra deductions and grants for firms' R&D.
//
// Acts on: research_support of the groups that it targets (research/user_cost.hpp, threshold.hpp). What it pays out is counted beside its administrative
// cost, by the R&D of those groups in the month before where a budget cap or a payer has to know it beforehand.
// Test: tests/models/policies/levers/rd_support.cpp.
#include "models/indicators/firm_sums.hpp"
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"
#include "models/research/user_cost.hpp"

namespace rongtong {

namespace {

ResearchSupport support_of(std::span<const double> p, double intensity, Size size)
{
    const double threshold = size == Size::large ? p[5] : size == Size::medium ? p[6] : p[7];
    return {p[0] * intensity, p[1] * intensity, p[2] * intensity, p[3], {p[4] * intensity, threshold}};
}

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g]))
            conditions.groups[g].research_support.add(support_of(c.parameters, c.intensity, c.groups[g].size));
}

void watch(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g]))
            conditions.groups[g].research_support.tax.watch(support_of(c.parameters, 1, c.groups[g].size).tax);
}

double pays(const LeverContext& c, const FirmSums& s, double profit_tax)
{
    const ResearchSupport support = support_of(c.parameters, c.intensity, Size::large); // no threshold is looked at
    const double said = 1 + relabelled(support, profit_tax);
    return (support_rate(support, profit_tax) * said * static_cast<double>(s.research_cost) +
            support.grant * static_cast<double>(s.research_usual) +
            std::min(support.tax.cut, profit_tax) * static_cast<double>(s.threshold_profit)) /
           100;
}

} // namespace

extern const Lever lever_rd_support{
    .name = "rd_support",
    .title_en = "support of firms' R&D",
    .title_zh = "研发费用加计扣除与补助",
    .channel =
        "what a yuan of R&D costs a performer: tax credit and extra deduction, paid out in the month, grants over "
        "usual R&D, and a lower rate of profit tax above a threshold of R&D over sales",
    .moves = "R&D of performers rises, later innovations and output per worker",
    .harm = "public money for R&D that would have been done, and for other costs that are called R&D; research becomes "
            "dear where demand for it grows fast",
    .source = "user cost elasticity of R&D of about -1: Hall & Van Reenen 2000, doi 10.1016/S0048-7333(99)00085-2; "
              "deduction of 100 percent: Ministry of Finance, notice 7 of 2023 (recalled)",
    .parameters = {{"credit", "1", 0, 0.5, 0, "public yuan for each yuan of R&D", "assumed"},
                   {"deduction", "1", 0, 2, 1, "R&D deducted from taxable profit beside its cost, over R&D",
                    "Ministry of Finance, notice 7 of 2023 (recalled)"},
                   {"grant", "1", 0, 1, 0, "public yuan for each yuan that a performer is used to spend on R&D",
                    "assumed"},
                   {"relabelling_cost", "1", 0, 100, 1, "slope of the effort to call other costs R&D; 0: nobody does",
                    "order of magnitude: Chen, Liu, Suarez Serrato & Xu 2021, doi 10.1257/aer.20191758"},
                   {"tax_cut", "1", 0, 0.25, 0,
                    "points of profit tax less for who reaches the threshold; 0: there is none",
                    "25 and 15 percent: tax status of high-tech firms, China"},
                   {"threshold_large", "1", 0.001, 0.5, 0.03, "R&D over sales at which large firms reach it",
                    "by sales class, from 2008 on: Chen, Liu, Suarez Serrato & Xu 2021, doi 10.1257/aer.20191758"},
                   {"threshold_medium", "1", 0.001, 0.5, 0.04, "the same of medium firms", "the same"},
                   {"threshold_small", "1", 0.001, 0.5, 0.06, "the same of small and micro firms", "the same"}},
    .yearly_cost_per_firm = 20,
    .needs = "technology/switch",
    .needs_least = 2,
    .act = act,
    .pays = pays,
    .watch = watch,
};

extern const LeverAims aims_rd_support{
    "rd_support",
    {{"research", Watched::Goes::rises},
     {"innovations", Watched::Goes::rises},
     {"technology_level", Watched::Goes::rises}},
    {{"research_relabelled", Watched::Goes::rises}, {"subsidies", Watched::Goes::rises}},
};

} // namespace rongtong
