// Search for the smallest regular fraction with a given resolution. The columns of a fraction with b basic factors are
// products of these, numbers of b bits; a word of length n is a set of n columns whose sum (exclusive or) is 0. So
// factors are added, in rising order of their numbers, as long as no sum of fewer than resolution - 1 earlier columns
// gives the new one, with a step back where it goes no further.
#include "scenarios/designs/fraction.hpp"

#include <algorithm>
#include <bit>

namespace rongtong {

namespace {

class Search {
public:
    Search(std::size_t basic, int resolution) : resolution_(resolution), fewest_(std::size_t{1} << basic)
    {
        for (std::uint32_t s = 0; s < fewest_.size(); ++s) fewest_[s] = std::popcount(s);
    }

    // Calls itself as deep as there are factors to add.
    bool add(std::size_t count, std::uint32_t from)
    {
        if (count == 0) return true;
        for (std::uint32_t column = from; column < fewest_.size(); ++column) {
            if (fewest_[column] + 1 < resolution_) continue;
            const std::vector<int> before = fewest_;
            for (std::uint32_t s = 0; s < fewest_.size(); ++s) fewest_[s] = std::min(before[s], before[s ^ column] + 1);
            columns_.push_back(column);
            if (add(count - 1, column + 1)) return true;
            columns_.pop_back();
            fewest_ = before;
        }
        return false;
    }
    const std::vector<std::uint32_t>& columns() const { return columns_; }

private:
    int resolution_;
    std::vector<int> fewest_; // by sum: how many of the columns so far it takes to get it
    std::vector<std::uint32_t> columns_;
};

} // namespace

std::vector<Generator> smallest_fraction(std::size_t factors, int resolution)
{
    for (std::size_t basic = 1; basic < factors; ++basic)
        for (int r = static_cast<int>(basic) + 1; r >= resolution; --r) { // no word is longer than that
            Search search(basic, r);
            if (!search.add(factors - basic, 1)) continue;
            std::vector<Generator> out;
            for (const std::uint32_t column : search.columns()) out.push_back({basic + out.size(), column, false});
            return out;
        }
    return {};
}

} // namespace rongtong
