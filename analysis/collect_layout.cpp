#include "analysis/collect_layout.hpp"

#include "sim/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace rongtong {

namespace {

std::string group_of(const std::string& path) { return path.substr(0, path.rfind('/')); } // "" for the root

Description described(std::string units, std::string long_name, std::string comment = "")
{
    return {std::move(units), std::move(long_name), std::move(comment), {}};
}

class Declarer {
public:
    Declarer(ResultsWriter& writer, const CollectRequest& request, const Samples& samples)
        : writer_(writer), request_(request), samples_(samples)
    {}

    CollectedLayout declare()
    {
        declare_axes("");
        for (const auto& sample : samples_)
            for (const auto& group : sample->groups()) {
                for (const auto& dimension : sample->dimensions(group))
                    if (dimension.unlimited && !dimension.has_values) declare_table(*sample, dimension);
                for (const auto& variable : sample->variables(group)) declare_variable(*sample, variable);
            }
        return std::move(layout_);
    }

private:
    // Every group has its own coordinates, so that it can be opened alone.
    void declare_axes(const std::string& group)
    {
        if (!with_axes_.emplace(group, true).second) return;
        writer_.dimension({group + "/scenario", 0, request_.scenarios, described("1", "label of the scenario")});
        if (request_.has_points) {
            std::vector<std::int32_t> numbers(request_.points);
            for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<std::int32_t>(i);
            writer_.dimension({group + "/point", 0, numbers, described("1", "point of the design")});
        }
        writer_.dimension({group + "/replicate", 0, request_.replicates, described("1", "number of the repetition")});
        writer_.dimension(
            {group + "/month", 0, request_.months,
             described("month", "months since the start; values are of the month's end or over the month")});
        for (const auto& column : request_.columns)
            if (column.parameter || group.empty()) declare_column(group, column);
    }

    void declare_column(const std::string& group, const PointColumn& column)
    {
        const auto declare = [&](ValueType type) {
            return writer_.variable({group + "/" + column.name, type, {"point"}, described("1", column.long_name)});
        };
        if (const auto* numbers = std::get_if<std::vector<double>>(&column.values))
            writer_.put(declare(ValueType::float64), std::span<const double>(*numbers));
        else if (const auto* whole = std::get_if<std::vector<std::int32_t>>(&column.values))
            writer_.put(declare(ValueType::int32), std::span<const std::int32_t>(*whole));
        else
            writer_.put(declare(ValueType::text),
                        std::span<const std::string>(std::get<std::vector<std::string>>(column.values)));
    }

    void declare_variable(const ResultsReader& sample, const VariableInfo& variable)
    {
        if (variable.dimensions.empty() || variable.dimensions.front() != "/month" ||
            !known_.emplace(variable.path, true).second)
            return;
        CollectedVariable collected;
        collected.of_run = variable;
        const std::string group = group_of(variable.path);
        declare_axes(group);
        std::vector<std::string> dimensions = run_dimensions(request_);
        dimensions.emplace_back("month");
        for (std::size_t axis = 1; axis < variable.dimensions.size(); ++axis) {
            const auto labels = labels_of(variable.dimensions[axis]);
            const std::string name = variable.dimensions[axis].substr(variable.dimensions[axis].rfind('/') + 1);
            writer_.dimension(
                {fmt::format("{}/{}", group, name), 0, labels, axis_text(sample, variable.dimensions[axis])});
            if (differs(variable.dimensions[axis], labels)) {
                if (variable.dimensions.size() > 2)
                    throw OutputError(variable.path + ": the runs have different labels on " +
                                      variable.dimensions[axis]);
                collected.label_axis = variable.dimensions[axis];
                collected.labels = labels;
            }
            collected.cells *= labels.size();
            dimensions.push_back(name);
        }
        Description text = described(variable.units, variable.long_name, variable.comment);
        const auto coordinates = coordinate_names();
        if (!coordinates.empty()) text.further.emplace_back("coordinates", coordinates);
        if (variable.type == ValueType::float64)
            text.further.emplace_back("_FillValue", std::numeric_limits<double>::quiet_NaN());
        if (variable.type == ValueType::int64) // the hash stays whole: a reader would turn it into a fraction
            text.further.emplace_back("_FillValue", std::numeric_limits<std::int64_t>::min());
        collected.id = writer_.variable({variable.path, variable.type, dimensions, text});
        layout_.variables.push_back(std::move(collected));
    }

    // Those of all scenarios, in the order in which they first occur.
    std::vector<std::string> labels_of(const std::string& axis) const
    {
        std::vector<std::string> labels;
        for (const auto& sample : samples_)
            if (sample->has(axis))
                for (auto& label : sample->labels(axis))
                    if (std::ranges::find(labels, label) == labels.end()) labels.push_back(std::move(label));
        return labels;
    }

    bool differs(const std::string& axis, const std::vector<std::string>& labels) const
    {
        return std::ranges::any_of(samples_, [&](const auto& s) { return !s->has(axis) || s->labels(axis) != labels; });
    }

    static Description axis_text(const ResultsReader& sample, const std::string& axis)
    {
        Description text;
        for (const auto& [name, value] : sample.attributes(axis)) {
            const auto* words = std::get_if<std::string>(&value);
            if (words && name == "units") text.units = *words;
            if (words && name == "long_name") text.long_name = *words;
            if (words && name == "comment") text.comment = *words;
        }
        return text;
    }

    std::string coordinate_names() const
    {
        std::string names;
        for (const auto& column : request_.columns)
            if (column.parameter) names += (names.empty() ? "" : " ") + column.name;
        return names;
    }

    void declare_table(const ResultsReader& sample, const DimensionInfo& axis)
    {
        if (!known_.emplace(axis.path, true).second) return;
        CollectedTable table;
        table.axis = axis.path;
        const std::string group = group_of(axis.path);
        table.dimension = writer_.unlimited({axis.path, 4096, false, axis_text(sample, axis.path)});
        table.run = writer_.variable(
            {group + "/run", ValueType::int64, {axis.name}, described("1", "number of the run, as in /run")});
        for (const auto& variable : sample.variables(group)) {
            if (variable.dimensions != std::vector{axis.path}) continue;
            Description text = described(variable.units, variable.long_name, variable.comment);
            for (const auto& [name, value] : sample.attributes(variable.path))
                if (name.starts_with("flag_") || name == "members") text.further.emplace_back(name, value);
            table.columns.emplace_back(variable, writer_.variable({variable.path, variable.type, {axis.name}, text}));
        }
        layout_.tables.push_back(std::move(table));
    }

    ResultsWriter& writer_;
    const CollectRequest& request_;
    const Samples& samples_;
    CollectedLayout layout_;
    std::map<std::string, bool> with_axes_, known_;
};

} // namespace

std::vector<std::string> run_dimensions(const CollectRequest& request)
{
    if (request.has_points) return {"scenario", "point", "replicate"};
    return {"scenario", "replicate"};
}

CollectedLayout declare_collected(ResultsWriter& writer, const CollectRequest& request, const Samples& samples)
{
    return Declarer(writer, request, samples).declare();
}

} // namespace rongtong
