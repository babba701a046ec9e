#include "models/range_checks.hpp"
#include "sim/table.hpp"

#include <cmath>

namespace rongtong {

namespace {

// Edges of a row lie behind those of the row before.
void check_network(const Economy& e, const Checks& check)
{
    const Network& n = e.links.network;
    const std::size_t rows = e.firms.rows(), edges = n.edges();
    for_each_column(e.links, [&](std::string_view name, const auto& column) {
        check.length(fmt::format("links.{}", name), column.size(), edges);
    });
    for_each_column(n, [&](std::string_view name, const auto& column) {
        const bool by_edge = name == "target" || name == "list"; // the list has spare room
        if (!by_edge) check.length(fmt::format("links.network.{}", name), column.size(), rows);
    });
    std::size_t free = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        if (n.first[row] < free || std::size_t{n.first[row]} + n.count[row] > edges)
            check.refuse("links.network.first", fmt::format("the links of place {} are not behind those before", row));
        free = std::size_t{n.first[row]} + n.count[row];
    }
    check.in_range("links.network.target", n.target, 0, static_cast<double>(rows) - 1);
}

// The way back: lists within their room, of edges that lead there.
void check_lists(const Economy& e, const Checks& check)
{
    const Network& n = e.links.network;
    const Column<std::uint32_t>*first = nullptr, *count = nullptr, *room = nullptr, *list = nullptr;
    for_each_column(n, [&](const std::string_view name, const auto& column) {
        if (name == "back_first") first = &column;
        else if (name == "back_count") count = &column;
        else if (name == "back_room") room = &column;
        else if (name == "list") list = &column;
    });
    for (std::size_t row = 0; row < n.rows(); ++row) {
        if ((*count)[row] > (*room)[row] || std::size_t{(*first)[row]} + (*room)[row] > list->size())
            check.refuse("links.network.back_first", fmt::format("the list of place {} is longer than its room", row));
        const bool gone = e.firms.state[row] == FirmState::gone; // links that left it still stand in its list
        for (const auto edge : n.incoming(row))
            if (edge >= n.edges() || (!gone && n.target[edge] != row))
                check.refuse("links.network.list",
                             fmt::format("the list of row {} names link {}, which leads elsewhere", row, edge));
    }
}

// A trial stands behind the link of the same input that it may replace; a place leads nowhere.
void check_stages(const Economy& e, const Checks& check)
{
    const Links& l = e.links;
    for (std::size_t edge = 0; edge < l.stage.size(); ++edge)
        if (is_trial(l.stage[edge]) && doublings(l.stage[edge]) > most_doublings)
            check.refuse("links.stage", fmt::format("no stage of a link at place {}", edge));
    for (std::size_t row = 0; row < l.network.rows(); ++row)
        for (const auto edge : l.network.outgoing(row)) {
            const bool behind = edge > l.network.first[row] && l.sector[edge] == l.sector[edge - 1];
            if (is_trial(l.stage[edge]) && !behind)
                check.refuse("links.stage",
                             fmt::format("the trial at place {} is not behind a link of its input", edge));
            if (l.stage[edge] == LinkStage::place && (l.network.target[edge] != row || l.coef[edge] > 0))
                check.refuse("links.stage", fmt::format("link {} has a supplier, but is a place for one", edge));
        }
}

} // namespace

void check_links(const Economy& e, const Checks& check)
{
    check_network(e, check);
    check_lists(e, check);
    const Links& l = e.links;
    check.in_range("links.supplier_sector", l.sector, 0, static_cast<double>(e.groups.sectors()) - 1);
    check.in_range("links.days", l.days, 0, 255);
    check.in_range("links.since", l.since, 0, e.month);
    check.in_range("links.coef", l.coef, 0, 1e30);
    check_stages(e, check);
    for (std::size_t edge = 0; edge < l.flow.size(); ++edge)
        if (!std::isfinite(l.flow[edge].ordered) || !std::isfinite(l.flow[edge].stock))
            check.refuse("links.flow", fmt::format("no number at place {}", edge));
}

} // namespace rongtong
