// Economic Systemic Risk Index: what share of all sales along links is lost when one firm closes.
// Diem, Borsos, Reisch, Kertesz and Thurner (2022), "Quantifying firm-level economic systemic risk from nation-wide supply
// networks", Scientific Reports 12:7719, doi 10.1038/s41598-022-11522-z, Methods.
//
// W_ij: sales of i to j; p_i: sector; s_i: sales of i; psi_i: capacity that the shock leaves. An essential input is weighed in the
// buyer's purchases of that product, others in all its purchases: L_ij. U_ij = W_ij / s_i. Down (d) and up (u) run side by side
// from psi, all firms at once, and do not mix until the end:
//   sigma_i = min(1, s_i / sum over l of p_i of s_l d_l)
//   d_j <- max(0, min(psi_j, min over essential products k of 1 - sum_{i of k} sigma_i L_ij (1 - d_i),
//                            1 - sum_{i not essential} sigma_i L_ij (1 - d_i)))
//   u_i <- max(0, min(psi_i, 1 - sum_j U_ij (1 - u_j)))
// until nothing falls by more than `stop`; then ESRI_i = sum_j s_j (1 - min(d_j, u_j)) / sum_j s_j.
//
// Only firms that a change can reach are computed again, which gives what computing all of them gives, in a fixed order; so the
// index is the same for any number of threads. Test: tests/analysis/esri.cpp, against cases by hand.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/resilience/supply_network.hpp"

namespace rongtong {

struct EsriOptions {
    double stop = 0.01;            // 0: until nothing falls any more
    std::vector<double> weights{}; // of firms in the loss; empty: their sales along links
};

// Of each firm, in the order of the network; or of these firms alone.
std::vector<double> esri(const SupplyNetwork& network, const EsriOptions& options = {});
std::vector<double> esri_of(const SupplyNetwork& network, const std::vector<std::uint32_t>& firms,
                            const EsriOptions& options = {});

// What is left of each firm when these close: min(d, u).
std::vector<double> cascade(const SupplyNetwork& network, const std::vector<std::uint32_t>& closed, double stop);

} // namespace rongtong
