// Results in memory: what a run gives before it is known which file it goes to. Can be copied, so that runs that share
// their past share its results too.
#pragma once

#include "output/results_reader.hpp"
#include "output/results_sink.hpp"

#include <map>
#include <variant>
#include <vector>

namespace rongtong {

class ResultsBuffer final : public ResultsSink {
public:
    struct Axis { // a dimension that grows
        Unlimited declared;
        std::size_t steps = 0;
        std::vector<std::int32_t> values;
        std::vector<std::size_t> columns; // that grow along it

        Unlimited known() const; // as declared, in one piece where all of it is less
    };
    struct Column {
        Variable declared;
        std::vector<std::string> axes; // paths of the dimensions that do not grow
        std::size_t cells = 1;         // values of a step
        std::size_t axis = 0;          // index of the Axis; no_axis where it does not grow
        std::size_t steps = 0;
        std::vector<std::byte> bytes; // steps * cells values
    };
    static constexpr std::size_t no_axis = static_cast<std::size_t>(-1);

    // All that a file holds, with the layout but without the attributes of its root.
    static ResultsBuffer of(const ResultsReader& file);

    void group(const std::string& path, const Description& text = {}) override;
    void dimension(const Dimension& dimension) override;
    DimensionId unlimited(const Unlimited& dimension) override;
    VariableId variable(const Variable& variable) override;
    void attribute(const std::string& path, const std::string& name, const AttributeValue& value) override;
    using ResultsSink::advance;
    void advance(DimensionId dimension, std::span<const std::int32_t> values) override;
    void advance_rows(DimensionId dimension, std::size_t rows) override;

    // Takes the steps of all variables that the other one holds too. Those of a labelled axis (levers) go to the same
    // label; cells that the other one has no label for become zeros. The steps here must be none so far. Throws
    // std::logic_error if a variable that grows is missing there and no label explains it.
    void adopt(const ResultsBuffer& earlier);

    // Declares everything there and gives it all complete steps, then the attributes.
    void copy_to(ResultsSink& sink) const;

    const std::vector<Column>& columns() const { return columns_; }
    const std::vector<Axis>& axes() const { return axes_; }
    const Dimension* find_dimension(const std::string& path) const; // nullptr where there is none that is fixed
    std::size_t bytes() const;                                      // of values

private:
    struct Group {
        std::string path;
        Description text;
    };
    struct AxisIndex {
        std::size_t index;
    };
    struct ColumnIndex {
        std::size_t index;
    };
    struct Note { // an attribute
        std::string path, name;
        AttributeValue value;
    };

    void put_values(VariableId variable, ValueType type, const void* values, std::size_t count) override;
    void advance(Axis& axis, std::size_t steps);
    std::string path_of_dimension(const std::string& group, const std::string& name) const;
    void adopt_column(Column& to, const Column* from, const ResultsBuffer& earlier, std::size_t steps);
    void declare_in(ResultsSink& sink, std::vector<DimensionId>& axes, std::vector<VariableId>& columns) const;

    std::vector<std::variant<Group, Dimension, AxisIndex, ColumnIndex>> declared_; // in order
    std::vector<Axis> axes_;
    std::vector<Column> columns_;
    std::vector<Note> notes_;
    std::map<std::string, std::size_t> axis_index_, column_index_, fixed_; // fixed_: into declared_
};

} // namespace rongtong
