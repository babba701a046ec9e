// What checks of a restored state share. For the files of such checks only.
#pragma once

#include "models/economy.hpp"
#include "sim/error.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>

namespace rongtong {

inline constexpr double most_firms = 5e7, latest_month = 100000;
inline constexpr double most_figure =
    1e18; // beyond it whole numbers of 64 bits have no room for what comes of a figure

// Refusals name the section of the checkpoint that a value came from.
class Checks {
public:
    explicit Checks(const std::string& path) : path_(path) {}

    [[noreturn]] void refuse(std::string_view section, const std::string& why) const
    {
        throw CheckpointError(fmt::format("can't go on from {}: section '{}': {}; the file was changed or damaged: use "
                                          "another copy or an earlier checkpoint, or start the run again",
                                          path_, section, why));
    }

    template <class T>
    void in_range(std::string_view section, const T& values, double low, double high) const
    {
        std::size_t place = 0;
        for (const auto value : values) {
            const auto number = plain(value);
            if (!(number >= low && number <= high))
                refuse(section, fmt::format("{} at place {}, where {} to {} is possible", number, place, low, high));
            ++place;
        }
    }

    template <class T>
    void finite(std::string_view section, const T& values) const
    {
        in_range(section, values, -most_figure, most_figure);
    }

    void length(std::string_view section, std::size_t found, std::size_t expected) const
    {
        if (found != expected) refuse(section, fmt::format("{} values, where {} are needed", found, expected));
    }

private:
    template <class T>
    static double plain(T value)
    {
        if constexpr (std::is_enum_v<T>) return static_cast<double>(static_cast<std::underlying_type_t<T>>(value));
        else return static_cast<double>(value);
    }

    const std::string& path_;
};

// Links and the lists that lead back, against the rows that there are.
void check_links(const Economy& economy, const Checks& check);

} // namespace rongtong
