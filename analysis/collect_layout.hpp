// The layout of a collected file, made from runs of all scenarios. Inside analysis/ only.
#pragma once

#include "analysis/collect.hpp"
#include "output/results_reader.hpp"
#include "output/results_writer.hpp"

#include <map>
#include <memory>

namespace rongtong {

// A variable with a value for each run and month: cells over its own axes, whose labels every scenario may have others of.
struct CollectedVariable {
    VariableInfo of_run;             // as runs have it
    VariableId id{};                 // in the collected file
    std::string label_axis;          // path of an axis whose labels differ between scenarios (levers); mostly empty
    std::vector<std::string> labels; // of it, in the collected file
    std::size_t cells = 1;           // per month
};

// A table of records (panel, network, events): runs one after the other.
struct CollectedTable {
    std::string axis; // path, "/panel/row"
    DimensionId dimension{};
    VariableId run{};
    std::vector<std::pair<VariableInfo, VariableId>> columns;
};

struct CollectedLayout {
    std::vector<CollectedVariable> variables;
    std::vector<CollectedTable> tables;
};

using Samples = std::vector<std::unique_ptr<ResultsReader>>;

// A file of each layout that runs have: of each scenario, and of each point where points may differ in their levers.
// Throws OutputError where there is no run.
Samples find_samples(const CollectRequest& request);

// Declares everything in the writer.
CollectedLayout declare_collected(ResultsWriter& writer, const CollectRequest& request, const Samples& samples);

// The dimensions that stand before a variable's own, such as scenario, replicate.
std::vector<std::string> run_dimensions(const CollectRequest& request);

} // namespace rongtong
