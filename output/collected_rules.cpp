#include "output/collected_rules.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "output/results_reader.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

class Rules {
public:
    explicit Rules(const ResultsReader& file) : file_(file) {}

    void check()
    {
        for (const char* path : {"/scenario", "/replicate", "/month"})
            if (!file_.has(path) || !file_.is_dimension(path)) refuse(fmt::format("has no dimension {}", path));
        axes_ = {"/scenario", "/replicate"};
        if (file_.has("/point")) axes_.insert(axes_.begin() + 1, "/point");
        for (const auto& axis : axes_) check_axis(axis);
        const auto months = static_cast<std::int64_t>(file_.dimension("/month").length);
        const auto runs = static_cast<std::int64_t>(check_shape("/status"));
        check_range("/status", 0, 2);
        check_shape("/seed");
        check_range("/seed", 0, std::numeric_limits<std::int64_t>::max());
        check_shape("/months_kept");
        check_range("/months_kept", 0, months);
        for (const char* path : {"/run", "/scenario_sha256"})
            if (file_.has(path)) check_shape(path);
        for (const auto& group : file_.groups())
            if (group != "/" && file_.has(group + "/run")) check_range(group + "/run", 0, runs - 1);
    }

private:
    [[noreturn]] void refuse(const std::string& why) const { throw OutputError(file_.path().string() + ": " + why); }

    void check_axis(const std::string& path) const
    {
        if (!file_.is_dimension(path)) refuse(path + " is no dimension scale");
        const auto labels = file_.labels(path);
        if (labels.empty()) refuse(path + " has length 0, so that there are no runs");
        const std::set<std::string> different(labels.begin(), labels.end());
        if (different.size() != labels.size()) refuse(path + " has a label twice");
    }

    // Over the axes of the runs? Gives the number of runs.
    std::size_t check_shape(const std::string& path) const
    {
        if (!file_.has(path)) refuse("has no variable " + path);
        const auto variable = file_.variable(path);
        std::size_t runs = 1;
        std::vector<std::size_t> lengths;
        for (const auto& axis : axes_) lengths.push_back(file_.dimension(axis).length), runs *= lengths.back();
        if (variable.dimensions != axes_)
            refuse(fmt::format("{} lies over {} ({}), where the runs lie over {} ({})", path,
                               fmt::join(variable.dimensions, ", "), fmt::join(variable.shape, " x "),
                               fmt::join(axes_, ", "), fmt::join(lengths, " x ")));
        return runs;
    }

    void check_range(const std::string& path, std::int64_t least, std::int64_t most) const
    {
        const auto values = file_.integers(path);
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i] < least || values[i] > most)
                refuse(fmt::format("{} is {} for run {}, where {} to {} is possible", path, values[i], i, least, most));
    }

    const ResultsReader& file_;
    std::vector<std::string> axes_;
};

} // namespace

void check_collected(const ResultsReader& file) { Rules(file).check(); }

} // namespace rongtong
