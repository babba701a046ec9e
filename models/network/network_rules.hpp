// Parameters of the supply network (start/network.cpp, link_plan.hpp, supplier_choice.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct NetworkRules {
    double links_base, links_slope, links_exponent, links_most, link_share, smallest_input, size_fall, size_least,
        volume_by_size, decay_tradable, decay_local, largest_fill, largest_new, size_shape, size_most_share,
        productivity_spread;
};

inline constexpr Parameter<NetworkRules> network_parameters[]{
    {{"links_base", "1", 0, 40, 3, "supply links of a firm without workers", "assumed"}, &NetworkRules::links_base},
    {{"links_slope", "1", 0, 20, 1.2, "links of a firm: links_base + links_slope * workers ^ links_exponent",
      "assumed"},
     &NetworkRules::links_slope},
    {{"links_exponent", "1", 0, 1, 0.75, "growth of the number of suppliers with size; gives the in-degree its tail",
      "tail in Bernard, Moxnes & Saito 2019, doi 10.1086/700760; value assumed"},
     &NetworkRules::links_exponent},
    {{"links_most", "1", 1, 5000, 400, "most supply links of one firm", "assumed", true}, &NetworkRules::links_most},
    {{"link_share", "1", 0, 1, 0.8,
      "share of a linked input that is bought from known suppliers; the rest on the market", "assumed"},
     &NetworkRules::link_share},
    {{"smallest_input", "1", 0.0001, 0.2, 0.005, "inputs below this share of output are bought on the market only",
      "assumed"},
     &NetworkRules::smallest_input},
    {{"size_fall", "1", 0, 2, 0,
      "fall of the chance that a supplier is drawn by size with the log of the buyer's links over four",
      "that suppliers of the well linked are less well linked: Bernard, Moxnes & Saito 2019, doi 10.1086/700760; value "
      "assumed"},
     &NetworkRules::size_fall},
    {{"size_least", "1", 0.01, 1, 0.1, "that chance at least", "assumed"}, &NetworkRules::size_least},
    {{"volume_by_size", "1", 0, 1, 0,
      "growth of a link's volume with the size of the supplier, among links for the same input, within largest_new of "
      "its "
      "sales; 0: equal volumes, without that bound",
      "assumed"},
     &NetworkRules::volume_by_size},
    {{"decay_tradable", "1", 0, 5, 0.7, "fall of trade with distance (gravity exponent), tradable sectors",
      "form: gravity, Head & Mayer 2014, doi 10.1016/B978-0-444-54314-1.00003-3; value assumed"},
     &NetworkRules::decay_tradable},
    {{"decay_local", "1", 0, 8, 2.5, "the same, other sectors", "assumed"}, &NetworkRules::decay_local},
    {{"largest_fill", "1", 0.1, 1, 0.85, "largest share of a firm's sales that goes to known customers at the start",
      "assumed"},
     &NetworkRules::largest_fill},
    {{"largest_new", "1", 0.01, 1, 0.2,
      "largest share of a new supplier's usual sales that one buyer asks of it; the rest of the link moves to the "
      "market",
      "assumed"},
     &NetworkRules::largest_new},
    {{"size_shape", "1", 1.05, 3, 1.25, "tail exponent of firm sizes in workers (Pareto type II)",
      "about 1.06 in Axtell 2001, doi 10.1126/science.1062081, for all sizes at once; by sector assumed"},
     &NetworkRules::size_shape},
    {{"size_most_share", "1", 0.001, 0.5, 0.05,
      "largest share of one firm in its sector's workers (a quarter where the sector has eight firms)", "assumed"},
     &NetworkRules::size_most_share},
    {{"productivity_spread", "1", 0, 1.5, 0.35, "standard deviation of log productivity of firms in a sector",
      "90/10 ratio of 1.92 in Syverson 2011, doi 10.1257/jel.49.2.326, lies at 0.25; 0.35 gives 2.45; value assumed"},
     &NetworkRules::productivity_spread},
};

} // namespace rongtong
