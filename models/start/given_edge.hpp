// A firm of the start whose sales are given: what they say of its workers, grade and technology. Equations: given_firms.cpp.
#pragma once

#include "models/own_data.hpp"
#include "models/start/firm_sketch.hpp"

namespace rongtong {

// Workers if they are not known, and its output per worker, at the relative wage 1. The k-th firm of its sector.
FirmSketch firm_with_sales(const Economy& economy, std::size_t sector, std::size_t k, const GivenFirm& given,
                           const Draws& draws);

// Grade and technology of a firm whose productivity, at the relative wage 1, is known.
void infer_edge(const Economy& economy, std::size_t sector, std::size_t k, FirmSketch& firm, const Draws& draws);

} // namespace rongtong
