// A family of regularities: one file each, which says what it looks at and measures it.
#pragma once

#include <string>
#include <vector>

#include "analysis/validate/material.hpp"
#include "analysis/validate/regularity.hpp"
#include "analysis/validate/statistics.hpp"

namespace rongtong::validation {

struct RecordRegularity; // records.hpp

struct Family {
    std::string name;
    std::vector<Regularity> regularities;                   // all that it can look at
    std::vector<Finding> (*measure)(const Material&);       // those that these runs allow
    const std::vector<RecordRegularity>* records = nullptr; // those of them that are figures of single runs' records
};

// In the order in which they are shown.
const std::vector<const Family*>& families();

// All that a family's rows look at; a row has a regularity.
template <class Rows>
std::vector<Regularity> regularities_of(const Rows& rows)
{
    std::vector<Regularity> all;
    for (const auto& row : rows) all.push_back(row.regularity);
    return all;
}

// What find(row, ensemble), an optional finding, gives on the ensembles with luck.
template <class Rows, class Find>
std::vector<Finding> measure_rows(const Material& material, const Rows& rows, const Find& find)
{
    std::vector<Finding> findings;
    for (const auto& ensemble : material.ensembles) {
        if (!ensemble.luck) continue;
        for (const auto& row : rows)
            if (auto finding = find(row, ensemble)) findings.push_back(std::move(*finding));
    }
    return findings;
}

// A finding whose figure is held against the regularity's band.
Finding judged(const Regularity& regularity, const std::string& runs, double figure, const std::string& note = "");
// The same of the mean over runs; its picture, unless a better one takes the place, shows them sorted.
Finding judged(const Regularity& regularity, const std::string& runs, const std::vector<double>& by_run,
               const std::string& note = "");
Plot sorted_plot(const Regularity& regularity, std::vector<double> by_run);
// Spread over runs of a figure that is not their mean alone, such as the furthest of several years.
void set_spread(Finding& finding, const Moments& moments);
void add_note(Finding& finding, const std::string& note); // behind those that are there

} // namespace rongtong::validation
