#include "models/research/state_checks.hpp"

#include <algorithm>
#include <array>

namespace rongtong {

namespace {

void check_frontier(const Economy& e, const Checks& check)
{
    const auto& front = e.frontier;
    const auto by_sector = [&](const char* section, const std::vector<double>& values, double low, double high) {
        check.length(section, values.size(), e.groups.sectors());
        check.in_range(section, values, low, high);
    };
    by_sector("frontier.front", front.front, -50, 50), by_sector("frontier.usual", front.usual, -50, 50);
    by_sector("frontier.gain", front.gain, -50, 50), by_sector("frontier.research", front.research, 0, 1e30);
    by_sector("frontier.rate", front.rate, 0, 100);
    by_sector("frontier.taught", front.taught, 0, 1), by_sector("frontier.teaching", front.teaching, 0, 1e9);
    check.in_range("frontier.home", std::array{e.frontier.home}, 0, 1e9);
    check.in_range("frontier.growth", std::array{e.frontier.growth, e.frontier.mean}, -50, 50);
}

void check_facilities(const Economy& e, const Checks& check)
{
    const std::size_t cells = e.groups.sectors() * e.groups.regions();
    std::size_t fields = 0;
    for (const auto& sector : e.technology.sectors) fields = std::max<std::size_t>(fields, sector.field + 1u);
    const auto& r = e.facilities;
    const auto table = [&](const char* section, const std::vector<double>& values, std::size_t length, double least) {
        check.length(section, values.size(), length);
        check.in_range(section, values, least, 1e30);
    };
    table("facilities.lines", r.lines, cells, 0), table("facilities.labs", r.labs, cells, 0);
    table("facilities.spending", r.spending, cells, 0), table("facilities.small_labs", r.small_labs, cells, 0);
    table("facilities.small_spending", r.small_spending, cells, 0);
    table("facilities.room", r.room, fields * e.groups.regions(), -1e30);
    table("facilities.asked", r.asked, fields * e.groups.regions(), 0);
}

} // namespace

void check_research(const Economy& e, const Checks& check)
{
    check_frontier(e, check);
    check_facilities(e, check);
}

} // namespace rongtong
