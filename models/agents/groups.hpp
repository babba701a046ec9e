// Groups of firms: all that share sector, region, size class, ownership, tier, and which policies and shocks name them. A firm carries one group number; tables by
// group hold what all of them face and the sums over them. Groups are numbered as they first occur.
#pragma once

#include "models/agents/axes.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

namespace rongtong {

enum class Size : std::uint8_t { micro, small, medium, large };
enum class Owner : std::uint8_t { private_owner, state };
enum class Tier : std::uint8_t { none, innovative, specialised, little_giant, single_champion };

inline constexpr std::array<std::string_view, 4> size_names{"micro", "small", "medium", "large"};
inline constexpr std::array<std::string_view, 2> owner_names{"private", "state"};
inline constexpr std::array<std::string_view, 5> tier_names{"none", "innovative", "specialised", "little_giant",
                                                            "single_champion"};

struct Group {
    std::uint8_t sector = 0, region = 0;
    Size size = Size::micro;
    Owner owner = Owner::private_owner;
    Tier tier = Tier::none;
    std::uint8_t named = 0; // bits of the targets that name its firms (policies/named_firms.hpp)
    friend bool operator==(const Group&, const Group&) = default;
};

class GroupTable {
public:
    GroupTable() = default;
    GroupTable(std::size_t sectors, std::size_t regions);

    std::uint16_t number(const Group& group); // of an existing or a new group; serial code only
    const Group& operator[](std::size_t g) const { return groups_[g]; }
    std::size_t size() const { return groups_.size(); }
    std::size_t sectors() const { return sectors_; }
    std::size_t regions() const { return regions_; }
    Cell cell(std::size_t g) const { return cells_[g]; }

    // A cell's sector, and its region where its firms and pool sell and where they use goods.
    Cell cell(Product sector, OriginRegion region) const { return Cell(sector * regions_ + region); }
    std::size_t sector_of(Cell cell) const { return cell / regions_; }
    OriginRegion origin_of(Cell cell) const { return OriginRegion(cell % regions_); }
    UseRegion use_of(Cell cell) const { return UseRegion(cell % regions_); }

    // How long an axis is, and all of its places: for (Product j : groups.each<Product>()).
    template <class Axis>
    std::size_t count() const
    {
        if constexpr (std::is_same_v<Axis, Cell>) return sectors_ * regions_;
        else if constexpr (std::is_same_v<Axis, Product> || std::is_same_v<Axis, BuyingSector>) return sectors_;
        else {
            static_assert(std::is_same_v<Axis, UseRegion> || std::is_same_v<Axis, OriginRegion>);
            return regions_;
        }
    }
    template <class Axis>
    Places<Axis> each() const
    {
        return Places<Axis>(count<Axis>());
    }

    void reserve(std::size_t groups) { groups_.reserve(groups), cells_.reserve(groups); }
    const std::vector<Group>& all() const { return groups_; }

private:
    std::size_t index(const Group& group) const;
    std::size_t sectors_ = 0, regions_ = 0;
    std::size_t unnamed_ = 0; // groups that can be, of firms that nobody names
    std::vector<Group> groups_;
    std::vector<Cell> cells_;
    std::vector<std::int32_t> numbers_; // by index(group): -1 where the group has not occurred
};

} // namespace rongtong
