// What is drawn for firms of the start (firms.cpp has the equations).
#pragma once

#include "models/start/firm_sketch.hpp"

#include <cstdint>
#include <vector>

namespace rongtong {

// Whom draws are for: the k-th firm of a sector.
inline std::uint64_t sketch_id(std::size_t sector, std::size_t k) { return (std::uint64_t{sector} << 32) + k; }

// Sizes of n firms of a sector, ascending, whose sum is `workers` as far as sizes allow.
std::vector<double> drawn_sizes(const Sector& s, double shape, std::size_t sector, std::uint64_t n, double workers,
                                const Draws& draws);

// Order, workers and idle part of the k-th firm.
FirmSketch drawn_firm(std::size_t sector, std::size_t k, double size, const Draws& draws);

// Its grade and technology, and its productivity: that of a median firm where wages are the mean is 1.
void draw_edge(const Economy& e, std::size_t sector, std::size_t k, FirmSketch& f, const Draws& draws);

// The same of all firms of a sector, and who does R&D. firms[k]: the k-th.
void draw_edges(const Economy& e, std::size_t sector, std::vector<FirmSketch>& firms, const Draws& draws);

// Who does R&D: at least one, the largest.
void choose_performers(const Economy& e, std::size_t sector, std::vector<FirmSketch>& firms, const Draws& draws);

// The technology of performers is counted from their mean by workers.
void centre_performers(std::vector<FirmSketch>& firms);

// n firms over the regions, by their shares of firms.
std::vector<std::uint64_t> firms_by_region(const Calibration& c, std::uint64_t n);

} // namespace rongtong
