// Sectors, regions and sizes of a calibration, with the firms of an economy built from it.
#include "models/economy.hpp"
#include "scenarios/calibration.hpp"
#include "scenarios/describe_parts.hpp"
#include "scenarios/node.hpp"

#include <fmt/format.h>

namespace rongtong {

namespace {

using nlohmann::ordered_json;

constexpr std::array<const char*, 4> size_names_zh{"微型", "小型", "中型", "大型"};
constexpr std::array<const char*, 3> producer_names{"firms", "farms", "publics"};

// "1000 persons and 400 million yuan a year", official lower bound.
std::string bound_text(const SizeBound& b)
{
    std::string text = b.employees > 0 ? plain(b.employees) + " persons" : "";
    if (b.revenue_million_yuan > 0)
        text += (text.empty() ? "" : " and ") + plain(b.revenue_million_yuan) + " million yuan a year";
    return text;
}

ordered_json official(const std::map<std::string, std::vector<std::string>>& codes, const std::string& of)
{
    const auto it = codes.find(of);
    return it == codes.end() ? ordered_json::array() : ordered_json(it->second);
}

// The sectors of each bound of a size class.
ordered_json bounds_of(const Calibration& c, SizeBound SectorFigures::* bound)
{
    ordered_json bounds = ordered_json::object();
    for (const auto& s : c.sectors) {
        auto& codes = bounds[bound_text(s.*bound)];
        codes = codes.is_null() ? s.code : codes.get<std::string>() + " " + s.code;
    }
    ordered_json list = ordered_json::array();
    for (const auto& [text, codes] : bounds.items())
        list.push_back(fmt::format("{} ({})", text.empty() ? "no bound" : text, codes.get<std::string>()));
    return list;
}

} // namespace

PlaceFigures count_places(const std::filesystem::path& calibration_folder, std::uint64_t firms)
{
    const auto calibration = load_calibration(calibration_folder);
    Setup setup;
    setup.calibration = calibration;
    setup.firms = firms;
    const Economy e = start_economy(setup);
    PlaceFigures figures{calibration, load_codes(calibration_folder, *calibration), firms, {}, {}, {}};
    figures.by_sector.assign(calibration->sector_count(), 0);
    figures.by_region.assign(calibration->region_count(), 0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.born[row] == 0) continue; // founders of the month before the first come on top
        const Group& g = e.groups[e.firms.group[row]];
        ++figures.by_sector[g.sector], ++figures.by_region[g.region],
            ++figures.by_size[static_cast<std::size_t>(g.size)];
    }
    return figures;
}

ordered_json described_sectors(const PlaceFigures& figures)
{
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < figures.by_sector.size(); ++i) {
        const auto& s = figures.calibration->sectors[i];
        list.push_back({{"name", s.code},
                        {"name_zh", s.name_zh},
                        {"name_en", s.name_en},
                        {"official_codes", official(figures.codes.sectors, s.code)},
                        {"group", s.group},
                        {"producers", producer_names[static_cast<std::size_t>(s.producers)]},
                        {"firms", figures.by_sector[i]},
                        {"of_firms", figures.firms},
                        {"enterprises_of_the_nation", s.enterprises}});
    }
    return list;
}

ordered_json described_regions(const PlaceFigures& figures)
{
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < figures.by_region.size(); ++i) {
        const auto& r = figures.calibration->regions[i];
        list.push_back({{"name", r.code},
                        {"name_zh", r.name_zh},
                        {"name_en", r.name_en},
                        {"official_codes", official(figures.codes.regions, r.code)},
                        {"firms", figures.by_region[i]},
                        {"of_firms", figures.firms},
                        {"population", r.population},
                        {"relative_wage", r.relative_wage}});
    }
    return list;
}

ordered_json described_sizes(const PlaceFigures& figures)
{
    constexpr std::array<SizeBound SectorFigures::*, 4> bounds{nullptr, &SectorFigures::small, &SectorFigures::medium,
                                                               &SectorFigures::large};
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < size_names.size(); ++i) {
        list.push_back({{"name", size_names[i]},
                        {"name_zh", size_names_zh[i]},
                        {"firms", figures.by_size[i]},
                        {"of_firms", figures.firms}});
        if (bounds[i]) list.back()["lower_bounds"] = bounds_of(*figures.calibration, bounds[i]);
    }
    return list;
}

} // namespace rongtong
