// nation.json, sectors.json with size_classes.json, and regions.json.
#include "scenarios/calibration.hpp"
#include "scenarios/calibration_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace rongtong {

namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity(),
                 unknown = std::numeric_limits<double>::quiet_NaN();

std::string text_of(const Node& node) { return node.text().value_or(""); }
double positive(const Node& node, double high, const char* unit) { return node.positive(high, unit).value_or(1); }

// A nation's figure is an object with value, unit, status and source.
double figure(const Node& root, const char* name, double low, double high, const char* unit)
{
    const Node node = root.need(name);
    if (!node || !node.is_object()) return unknown;
    text_of(node.need("source"));
    return node.need("value").number(low, high, unit).value_or(unknown);
}

SizeBound read_bound(const Node& node)
{
    if (!node || !node.is_object()) return {};
    static const std::vector<std::string> keys{"employees", "revenue_million_yuan"};
    node.allow(keys);
    SizeBound b;
    b.employees = node[keys[0]].number(0, unbounded, "persons").value_or(0);
    b.revenue_million_yuan = node[keys[1]].number(0, unbounded, "million yuan a year").value_or(0);
    return b;
}

struct SizeClasses {
    SizeBound large, medium, small;
};

std::map<std::string, SizeClasses> read_size_classes(const Node& root)
{
    std::map<std::string, SizeClasses> out;
    const Node list = root.need("classes");
    if (!list || !list.is_array()) return out;
    for (const Node& node : list.items())
        if (node.is_object())
            out[text_of(node.need("name"))] = {read_bound(node.need("large")), read_bound(node.need("medium")),
                                               read_bound(node.need("small"))};
    return out;
}

// Codes name things in scenario files: unique and not empty.
template <class List>
std::string read_code(const Node& node, const List& so_far)
{
    const Node code = node.need("code");
    const std::string text = text_of(code);
    if (code && code.json().is_string() && text.empty()) code.fail("this code is empty", "a short name");
    if (std::any_of(so_far.begin(), so_far.end(), [&](const auto& x) { return x.code == text; }))
        code.fail(fmt::format("the code \"{}\" stands twice", text), "each code once");
    return text;
}

void read_producers(const Node& node, SectorFigures& s)
{
    static const std::vector<std::string> kinds{"firms", "farms", "publics"};
    const auto kind = node.need("producers").choice(kinds, "kind of producer");
    if (!kind) return;
    s.producers = *kind == "farms" ? Producers::farms : *kind == "publics" ? Producers::publics : Producers::firms;
}

SectorFigures read_sector(const Node& node, const std::map<std::string, SizeClasses>& classes, const Calibration& c)
{
    SectorFigures s;
    s.code = read_code(node, c.sectors);
    s.name_en = text_of(node.need("name_en"));
    s.name_zh = text_of(node.need("name_zh"));
    s.group = text_of(node.need("group"));
    s.holds_stock = node.need("holds_stock").flag().value_or(true);
    s.tradable = node.need("tradable").flag().value_or(true);
    s.critical_input = node.need("critical_input").number(0, 1, "1").value_or(0);
    if (const Node tier = node["delivery_tier"])
        s.delivery_tier = static_cast<int>(tier.number(0, last_delivery_tier, "1", true).value_or(last_delivery_tier));
    if (const Node rd = node["rd_intensity"]) s.rd_intensity = rd.number(0, 100, "percent").value_or(0);
    if (const Node field = node["rd_field"]) s.rd_field = field.text().value_or("");
    if (const Node hosts = node["hosts_platforms"]) s.hosts_platforms = hosts.flag().value_or(false);
    if (const Node sells = node["sells_research"]) s.sells_research = sells.flag().value_or(false);
    s.enterprises = node.need("enterprises").number(0, unbounded, "firms").value_or(unknown); // checked with the table
    s.employees = node.need("employees").number(0, unbounded, "persons").value_or(unknown);
    s.self_employed = node.need("self_employed").number(0, unbounded, "persons").value_or(0);
    read_producers(node, s);
    std::vector<std::string> names;
    for (const auto& [name, bounds] : classes) names.push_back(name);
    const Node size_class = node.need("size_class");
    if (names.empty()) size_class.text(); // said where size classes are read
    else if (const auto name = size_class.choice(names, "size class")) {
        const SizeClasses& bounds = classes.at(*name);
        s.large = bounds.large;
        s.medium = bounds.medium;
        s.small = bounds.small;
    }
    return s;
}

void read_distances(const Node& list, Calibration& c)
{
    const auto nodes = list.items();
    for (std::size_t r = 0; r < c.regions.size(); ++r) {
        const Node km = nodes[r].need("km");
        if (!km || !km.is_object()) continue;
        std::vector<std::string> codes;
        for (const auto& to : c.regions) codes.push_back(to.code);
        km.allow(codes);
        for (const auto& code : codes) c.regions[r].km.push_back(positive(km.need(code), 20100, "km"));
    }
    for (std::size_t a = 0; a < c.regions.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            if (c.regions[a].km.size() > b && c.regions[b].km.size() > a && c.regions[a].km[b] != c.regions[b].km[a])
                nodes[a]["km"][c.regions[b].code].fail(
                    fmt::format("the distance from {} to {} differs from the way back", c.regions[a].code,
                                c.regions[b].code),
                    plain(c.regions[b].km[a]) + " km");
}

} // namespace

void read_nation(const Node& root, Calibration& c)
{
    c.name = text_of(root.need("name"));
    c.country = text_of(root.need("country"));
    c.year = text_of(root.need("year"));
    c.enterprises = figure(root, "enterprises", 1, 1e12, "firms");
    c.unemployment_rate = figure(root, "unemployment_rate", 0, 0.9, "1");
    c.state_owned_share_of_large = figure(root, "state_owned_share_of_large", 0, 1, "1");
    c.state_owned_share_of_others = figure(root, "state_owned_share_of_others", 0, 1, "1");
}

void read_sectors(const Node& root, const Node& size_classes, Calibration& c)
{
    const auto classes = read_size_classes(size_classes);
    const Node list = root.need("sectors");
    if (!list || !list.is_array()) return;
    if (list.json().empty() || list.json().size() > most_sectors)
        return list.fail(fmt::format("there are {} sectors", list.json().size()), fmt::format("1 to {}", most_sectors));
    for (const Node& node : list.items()) {
        node.is_object();
        c.sectors.push_back(read_sector(node, classes, c));
    }
}

// Codes that the table does not have are passed over: the ratings may be of a finer table.
void read_critical_inputs(const Node& root, Calibration& c)
{
    std::vector<std::string> codes;
    for (const auto& s : c.sectors) codes.push_back(s.code);
    for (auto& user : c.sectors) {
        user.critical_inputs.clear();
        for (const auto& product : c.sectors) user.critical_inputs.push_back(product.critical_input);
    }
    if (!root) return;
    const Node users = root.need("users");
    if (!users || !users.is_object()) return;
    for (auto& user : c.sectors) {
        const Node pairs = users[user.code];
        if (!pairs || !pairs.is_object()) continue;
        for (std::size_t j = 0; j < codes.size(); ++j)
            if (const Node pair = pairs[codes[j]])
                user.critical_inputs[j] = pair.number(0, 1, "1").value_or(user.critical_inputs[j]);
    }
}

void read_regions(const Node& root, Calibration& c)
{
    const Node list = root.need("regions");
    if (!list || !list.is_array()) return;
    if (list.json().empty() || list.json().size() > most_regions)
        return list.fail(fmt::format("there are {} regions", list.json().size()), fmt::format("1 to {}", most_regions));
    double shares = 0;
    for (const Node& node : list.items()) {
        node.is_object();
        RegionFigures r;
        r.code = read_code(node, c.regions);
        r.name_en = text_of(node.need("name_en"));
        r.name_zh = text_of(node.need("name_zh"));
        r.population = positive(node.need("population"), 1e12, "persons");
        r.firm_share = node.need("firm_share").number(0, 1, "1").value_or(unknown);
        r.relative_wage = positive(node.need("relative_wage"), 100, "1");
        shares += r.firm_share;
        c.regions.push_back(std::move(r));
    }
    if (std::fabs(shares - 1) > 1e-6)
        list.fail(fmt::format("the regions' firm_share sum to {}", plain(shares)), "a sum of 1");
    read_distances(list, c);
}

namespace {

// Firms and persons where something is made, and nowhere else. Silent where that is unknown.
void check_producers(const Node& node, const SectorFigures& s)
{
    const auto wrong = [&](const char* key, const std::string& message, const char* expected, const char* hint) {
        node[key].fail(fmt::format("sector {} {}", s.code, message), expected, hint);
    };
    if (std::isnan(s.gross_output)) return;
    if (s.gross_output <= 0) {
        constexpr const char* hint = "its gross output is 0; where only this is left over, add it to a sector that has "
                                     "output";
        if (s.enterprises > 0) wrong("enterprises", "makes nothing, but has enterprises", "0", hint);
        if (s.employees > 0) wrong("employees", "makes nothing, but has employees", "0", hint);
        if (s.self_employed > 0) wrong("self_employed", "makes nothing, but has self-employed", "0", hint);
        return;
    }
    if (s.producers != Producers::firms && s.enterprises > 0)
        wrong("enterprises", "has enterprises, though its producers are not firms", "0", "");
    if (s.producers == Producers::firms && s.enterprises <= 0)
        wrong("enterprises", "has firms as producers, but no enterprises", "a number above 0",
              "producers \"farms\" or \"publics\" have none");
    if (s.employees <= 0) wrong("employees", "makes something without employees", "a number above 0", "");
}

} // namespace

void check_sectors(const Node& sectors, const Calibration& c)
{
    const auto items = sectors["sectors"].items();
    if (items.empty() || items.size() != c.sectors.size()) return; // said where sectors are read
    bool firms = false;
    for (std::size_t k = 0; k < c.sectors.size(); ++k) {
        check_producers(items[k], c.sectors[k]);
        firms |= c.sectors[k].producers == Producers::firms && !(c.sectors[k].gross_output <= 0);
    }
    if (!firms) sectors["sectors"].fail("no sector has firms", "a sector whose producers are firms and make something");
    double sum = 0;
    for (const auto& s : c.sectors) sum += s.enterprises;
    if (std::fabs(sum - c.enterprises) > 1e-3 * c.enterprises)
        sectors["sectors"].fail(fmt::format("the sectors' enterprises sum to {}", plain(sum)),
                                fmt::format("{}, as in nation.json", plain(c.enterprises)));
}

} // namespace rongtong
