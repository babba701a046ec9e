#include "models/agents/groups.hpp"

#include <stdexcept>

namespace rongtong {

namespace {

constexpr std::size_t most_groups = 65535;

} // namespace

GroupTable::GroupTable(std::size_t sectors, std::size_t regions)
    : sectors_(sectors),
      regions_(regions),
      unnamed_(sectors * regions * size_names.size() * owner_names.size() * tier_names.size()),
      numbers_(unnamed_, -1)
{
    if (unnamed_ > most_groups) throw std::length_error("too many sectors and regions for 16-bit group numbers");
}

std::size_t GroupTable::index(const Group& group) const
{
    std::size_t i = group.sector * regions_ + group.region;
    i = i * size_names.size() + static_cast<std::size_t>(group.size);
    i = i * owner_names.size() + static_cast<std::size_t>(group.owner);
    return group.named * unnamed_ + i * tier_names.size() + static_cast<std::size_t>(group.tier);
}

std::uint16_t GroupTable::number(const Group& group)
{
    const std::size_t i = index(group);
    if (i >= numbers_.size()) numbers_.resize((group.named + 1) * unnamed_, -1);
    auto& n = numbers_[i];
    if (n < 0) {
        if (groups_.size() == most_groups) throw std::length_error("too many groups of firms for 16-bit group numbers");
        n = static_cast<std::int32_t>(groups_.size());
        groups_.push_back(group);
        cells_.push_back(cell(Product(group.sector), OriginRegion(group.region)));
    }
    return static_cast<std::uint16_t>(n);
}

} // namespace rongtong
