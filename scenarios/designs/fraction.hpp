// The algebra of regular two-level fractions (Box, Hunter and Hunter, Statistics for Experimenters, 2nd ed. 2005,
// chapter 6). Factors have letters in their order, without I, which is the identity. E = ABC gives the word I = ABCE;
// the products of such words are the defining relation; its shortest word is the resolution; an effect times the words
// gives the effects that it can't be told from.
#pragma once

#include "scenarios/designs/kind.hpp"

#include <string_view>

namespace rongtong {

inline constexpr std::string_view factor_letters = "ABCDEFGHJKLMNOPQRSTUVWXYZ";
inline constexpr std::size_t most_fraction_factors = factor_letters.size();
inline constexpr std::size_t most_generators = 16; // 65535 words
inline constexpr std::size_t most_searched_factors = 12;

struct Word {
    std::uint32_t factors = 0; // bit i: factor i
    bool minus = false;
};

std::string letters(const Word& word); // "-ABD"

// All words of the defining relation, short ones first, then by the alphabet.
std::vector<Word> defining_words(const std::vector<Generator>& generators);

// What people want to know: letters, defining relation, resolution, and what main effects and two-factor interactions
// are aliased with.
std::vector<std::string> fraction_notes(const std::vector<Generator>& generators, const Factors& factors);

// Generators of the smallest fraction with at least that resolution; of those that small, one with the highest
// resolution. The generated factors are the last ones. Empty if only the full design has it.
std::vector<Generator> smallest_fraction(std::size_t factors, int resolution);

// Reads one text such as "E=ABC", "E=-ABC" or "tax=cap*subsidy". A factor's name goes before a letter.
std::optional<Generator> read_generator(DesignReader& in, const Node& node);

} // namespace rongtong
