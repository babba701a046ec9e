// Who buys from whom, and which inputs a buyer can't do without: what systemic risk is computed on. Out of three CSV files, or
// of a results file's /network.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

struct Run;
struct RunParts;

struct SupplyLink {
    std::uint32_t supplier = 0, buyer = 0; // numbers of firms
    double value = 0;                      // what the supplier sells to the buyer
};

// What the firms of a sector can make and what was ordered of them in the month, at starting prices; NaN: not known.
struct SectorSide {
    double can_make = std::numeric_limits<double>::quiet_NaN(), ordered = can_make,
           unfilled = can_make; // unfilled: a share
};

// R&D of the firms of a sector in the month; NaN: not known.
struct SectorLab {
    double performers = std::numeric_limits<double>::quiet_NaN(), research = performers, output = performers,
           waiting = performers, on_lines = performers; // firms, yuan, yuan, projects, projects
};

struct SupplyNetwork {
    std::vector<std::string> firms;    // ids
    std::vector<std::uint32_t> sector; // of each firm
    std::vector<std::string> sectors;
    std::vector<bool> essential;         // [sector of the supplier * sectors + sector of the buyer]
    std::vector<SupplyLink> links;       // one for each pair; by buyer, in it by the supplier's sector and number
    int month = 0;                       // 0: not of a run
    std::optional<double> sales_outside; // share of firms' sales that goes along no link; empty: not known
    std::optional<double>
        essential_from;              // criticality from which an input counts as essential; empty: given as yes or no
    std::vector<SectorSide> sides;   // by sector; empty: not of a run, or not kept by it
    std::vector<SectorLab> labs;     // the same
    std::vector<std::string> fields; // by sector: its field of technology; empty: not of a run, or not named by it
    std::vector<std::string> notes;

    bool is_essential(std::uint32_t supplier, std::uint32_t buyer) const
    {
        return essential[sector[supplier] * sectors.size() + sector[buyer]];
    }
};

// edges.csv: supplier, buyer, weight (pairs that are repeated are added); firms.csv: id, sector; essential.csv:
// sector_supplier, sector_buyer, essential (1 or 0; what is not listed is not essential). OutputError with all problems.
SupplyNetwork network_of_csv(const std::filesystem::path& edges, const std::filesystem::path& firms,
                             const std::filesystem::path& essential);
// The three files of these names in a folder.
SupplyNetwork network_of_folder(const std::filesystem::path& folder);

// Drops links of no value, adds up pairs that are repeated, and sorts; for whoever fills a network by hand.
void order_links(SupplyNetwork& network);

// A run's snapshot of this month (default: its last), of a run that was read with these parts. An input is essential where its
// criticality is at least `threshold`.
RunParts network_parts();
SupplyNetwork network_of_run(const Run& run, std::optional<int> month, double threshold);

} // namespace rongtong
