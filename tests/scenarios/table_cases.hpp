// Calibrations that look like those of real countries, made out of that of China.
#pragma once

#include "tests/scenarios/helper.hpp"

#include "scenarios/calibration.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <numeric>
#include <vector>

namespace rongtong {

inline const std::vector<std::string> use_keys{"household", "government", "fixed_capital", "inventories", "exports"};
inline const std::vector<std::string> value_keys{"labour", "net_tax", "depreciation", "surplus"};
inline const std::vector<std::string> vector_keys{"labour",    "net_tax",    "depreciation",  "surplus",
                                                  "household", "government", "fixed_capital", "inventories",
                                                  "exports",   "imports",    "gross_output"};

// The two files that a case changes; the rest is China's.
struct TableCase {
    nlohmann::json table = nlohmann::json::parse(read_text(china() / "io_table.json"));
    nlohmann::json sectors = nlohmann::json::parse(read_text(china() / "sectors.json"));
    nlohmann::json nation = nlohmann::json::parse(read_text(china() / "nation.json"));

    std::size_t size() const { return table["sectors"].size(); }
    double& at(const std::string& key, std::size_t s) { return *table[key][s].get_ptr<double*>(); }
    double& flow(std::size_t from, std::size_t to) { return *table["flows"][from][to].get_ptr<double*>(); }

    TableCase() // whole numbers of the file become doubles, so that they can be changed in place
    {
        for (const auto& key : vector_keys)
            for (auto& x : table[key]) x = x.get<double>();
        for (auto& row : table["flows"])
            for (auto& x : row) x = x.get<double>();
    }

    std::size_t position(const std::string& code) const
    {
        for (std::size_t s = 0; s < size(); ++s)
            if (table["sectors"][s] == code) return s;
        throw std::logic_error("no such sector");
    }

    // The sector is gone: nobody sells to it, what it made comes from abroad or is not used.
    void remove(std::size_t k, bool imported)
    {
        for (std::size_t i = 0; i < size(); ++i) {
            if (i != k) at("household", i) += flow(i, k); // so that the others sell what they did
            flow(i, k) = 0;
        }
        if (!imported)
            for (std::size_t j = 0; j < size(); ++j) {
                at("surplus", j) += flow(k, j);
                flow(k, j) = 0;
            }
        for (const auto& key : value_keys) at(key, k) = 0;
        at("inventories", k) = at("exports", k) = at("gross_output", k) = at("imports", k) = 0;
        if (!imported)
            for (const auto& key : use_keys) at(key, k) = 0;
        for (const auto& key : use_keys) at("imports", k) += at(key, k);
        for (std::size_t j = 0; j < size(); ++j) at("imports", k) += flow(k, j);
        auto& s = sectors["sectors"][k];
        nation["enterprises"]["value"] = nation["enterprises"]["value"].get<double>() - s["enterprises"].get<double>();
        s["enterprises"] = s["employees"] = s["self_employed"] = 0;
    }

    // Sector s becomes part of group[s], numbered from 0.
    void aggregate(const std::vector<std::size_t>& group, std::size_t groups)
    {
        nlohmann::json small = table, list = nlohmann::json::array();
        for (const auto& key : vector_keys) small[key] = std::vector<double>(groups);
        small["flows"] = std::vector<std::vector<double>>(groups, std::vector<double>(groups));
        small["sectors"] = nlohmann::json::array();
        const auto add = [](nlohmann::json& to, double x) { to = to.get<double>() + x; };
        for (std::size_t s = 0; s < size(); ++s) {
            const std::size_t g = group[s];
            auto& from = sectors["sectors"][s];
            if (g == list.size()) {
                list.push_back(from);
                for (const char* key : {"enterprises", "employees", "self_employed"}) list.back()[key] = 0.0;
                small["sectors"].push_back(from["code"]);
            }
            if (from["producers"] == "firms") list[g]["producers"] = "firms";
            for (const char* key : {"enterprises", "employees", "self_employed"}) add(list[g][key], from[key]);
            for (const auto& key : vector_keys) add(small[key][g], at(key, s));
            for (std::size_t to = 0; to < size(); ++to) add(small["flows"][g][group[to]], flow(s, to));
        }
        table = small;
        sectors["sectors"] = list;
    }

    // A folder that holds the case.
    std::filesystem::path write(const TestFolder& folder, const std::string& name = "case") const
    {
        std::filesystem::copy(china(), folder.path() / name);
        std::filesystem::remove(folder.path() / name /
                                "codes.json"); // names official codes of sectors that a case may not have
        folder.write(name + "/io_table.json", table.dump());
        folder.write(name + "/sectors.json", sectors.dump());
        folder.write(name + "/nation.json", nation.dump());
        return folder.path() / name;
    }

    std::shared_ptr<const Calibration> load() const
    {
        const TestFolder folder;
        try {
            return load_calibration(write(folder));
        } catch (const ScenarioError& error) {
            FAIL(format_problems(error.problems));
            return nullptr;
        }
    }
};

} // namespace rongtong
