#include "analysis/collect.hpp"

#include "analysis/collect_common.hpp"
#include "analysis/collect_layout.hpp"
#include "analysis/runs.hpp"
#include "output/input_error.hpp"
#include "sim/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace rongtong {

namespace {

template <class T>
constexpr T absent()
{
    if constexpr (std::is_floating_point_v<T>) return std::numeric_limits<T>::quiet_NaN();
    else if constexpr (std::is_signed_v<T>) return std::numeric_limits<T>::min();
    else return 0;
}

template <class T>
std::vector<T> read_values(const ResultsReader& file, const std::string& path)
{
    if constexpr (std::is_same_v<T, double>) return file.doubles(path);
    else if constexpr (std::is_same_v<T, std::uint64_t>) return file.unsigned_integers(path);
    else {
        const auto wide = file.integers(path);
        return {wide.begin(), wide.end()};
    }
}

// f(T{}) with the C++ type of a variable.
template <class F>
void with_type(ValueType type, const std::string& path, const F& f)
{
    switch (type) {
    case ValueType::int8: return f(std::int8_t{});
    case ValueType::int32: return f(std::int32_t{});
    case ValueType::int64: return f(std::int64_t{});
    case ValueType::uint64: return f(std::uint64_t{});
    case ValueType::float64: return f(double{});
    case ValueType::float32:
    case ValueType::text: break;
    }
    throw OutputError(path + ": is of a type that can't be collected");
}

class Collector {
public:
    Collector(const CollectRequest& request, const std::filesystem::path& output, bool force)
        : request_(request), writer_(output, {.force = force})
    {}

    CollectCount run()
    {
        try {
            gather();
            writer_.finish();
        } catch (...) {
            std::error_code ec;
            std::filesystem::remove(writer_.part_path(), ec); // it is of no use to anyone
            throw;
        }
        return count_;
    }

private:
    void gather()
    {
        layout_ = declare_collected(writer_, request_, find_samples(request_));
        status_.assign(request_.runs(), static_cast<std::int8_t>(RunStatus::missing));
        for (auto* texts : {&digest_, &ended_}) texts->assign(request_.runs(), "");
        for (auto* numbers : {&seed_, &kept_}) numbers->assign(request_.runs(), 0);
        threads_.assign(request_.runs(), 0);
        for (std::size_t run = 0; run < request_.runs(); ++run) {
            take(run);
            if (request_.progress) request_.progress(run);
        }
        write_run_facts();
        for (const auto& [name, value] : request_.attributes) writer_.attribute("/", name, value);
        common_.write(writer_);
    }

    void take(std::size_t run)
    {
        const auto bytes = request_.results(run);
        if (!bytes) {
            const bool failed = request_.failed(run);
            status_[run] = static_cast<std::int8_t>(failed ? RunStatus::failed : RunStatus::missing);
            ++(failed ? count_.failed : count_.missing);
        } else {
            ++count_.finished;
            status_[run] = static_cast<std::int8_t>(RunStatus::finished);
        }
        std::optional<ResultsReader> file;
        if (bytes) file.emplace(*bytes, fmt::format("run {}", run));
        const auto places = file ? month_places(*file) : std::vector<std::size_t>{};
        for (const auto& variable : layout_.variables)
            with_type(variable.of_run.type, variable.of_run.path,
                      [&]<class T>(T) { put<T>(variable, run, file ? &*file : nullptr, places); });
        if (!file) return;
        check_run(*file, run);
        for (const auto& table : layout_.tables) append(table, run, *file);
        seed_[run] = static_cast<std::int64_t>(file->integer_attribute("/", "seed"));
        kept_[run] = static_cast<std::int64_t>(places.size());
        digest_[run] = file->text_attribute("/", "scenario_sha256");
        ended_[run] = file->text_attribute("/", "ended");
        threads_[run] = static_cast<std::int32_t>(file->integer_attribute("/", "threads"));
    }

    // A file's name alone does not make it the run that the plan means.
    void check_run(const ResultsReader& file, std::size_t run) const
    {
        if (request_.digest) check_sweep_run(file, run, request_.digest(run));
        else check_sweep_run(file, run);
    }

    // Where the months of this run stand among all.
    std::vector<std::size_t> month_places(const ResultsReader& file) const
    {
        std::vector<std::size_t> places;
        for (const auto month : file.integers("/month")) {
            const auto found = std::ranges::lower_bound(request_.months, month);
            if (found == request_.months.end() || *found != month)
                throw OutputError(
                    fmt::format("{}: has month {}, which its plan does not have", file.path().string(), month));
            places.push_back(static_cast<std::size_t>(found - request_.months.begin()));
        }
        return places;
    }

    template <class T>
    void put(const CollectedVariable& variable, std::size_t run, const ResultsReader* file,
             const std::vector<std::size_t>& places)
    {
        std::vector<T> cells(request_.months.size() * variable.cells, absent<T>());
        if (file && file->has(variable.of_run.path)) {
            const auto values = read_values<T>(*file, variable.of_run.path);
            const auto columns = columns_of(variable, *file);
            const std::size_t width = columns.size();
            if (values.size() != places.size() * width)
                throw OutputError(fmt::format("{}: {} has another number of columns than in other runs of its scenario",
                                              file->path().string(), variable.of_run.path));
            for (std::size_t m = 0; m < places.size(); ++m)
                for (std::size_t c = 0; c < width; ++c)
                    cells[places[m] * variable.cells + columns[c]] = values[m * width + c];
        }
        writer_.put_cell(variable.id, request_.cell(run), cells.data());
    }

    // Where the cells of a run's month stand.
    static std::vector<std::size_t> columns_of(const CollectedVariable& variable, const ResultsReader& file)
    {
        std::vector<std::size_t> columns;
        if (variable.label_axis.empty()) {
            for (std::size_t c = 0; c < variable.cells; ++c) columns.push_back(c);
            return columns;
        }
        for (const auto& label : file.labels(variable.label_axis)) {
            const auto found = std::ranges::find(variable.labels, label);
            if (found == variable.labels.end())
                throw OutputError(fmt::format("{}: {} has \"{}\", which no other run of its scenario has",
                                              file.path().string(), variable.label_axis, label));
            columns.push_back(static_cast<std::size_t>(found - variable.labels.begin()));
        }
        return columns;
    }

    void append(const CollectedTable& table, std::size_t run, const ResultsReader& file)
    {
        if (!file.has(table.axis)) return;
        common_.see(table.axis.substr(0, table.axis.rfind('/')), file);
        const std::size_t rows = file.dimension(table.axis).length;
        const std::vector<std::int64_t> numbers(rows, static_cast<std::int64_t>(run));
        writer_.put(table.run, std::span<const std::int64_t>(numbers));
        for (const auto& column : table.columns) { // no structured binding: clang before 16 captures none in a lambda
            const auto& variable = column.first;
            with_type(variable.type, variable.path, [&]<class T>(T) {
                const auto values = read_values<T>(file, variable.path);
                writer_.put(column.second, std::span<const T>(values));
            });
        }
        writer_.advance_rows(table.dimension, rows);
    }

    void write_run_facts()
    {
        const auto dimensions = run_dimensions(request_);
        const auto declare = [&](const char* path, ValueType type, const char* long_name, Attributes further = {}) {
            return writer_.variable({path, type, dimensions, {"1", long_name, "", std::move(further)}});
        };
        std::vector<std::int64_t> numbers(request_.runs());
        for (std::size_t run = 0; run < numbers.size(); ++run) numbers[run] = static_cast<std::int64_t>(run);
        writer_.put(declare("/run", ValueType::int64, "number of the run"), std::span<const std::int64_t>(numbers));
        writer_.put(
            declare("/status", ValueType::int8, "what came of the run", flags({"missing", "finished", "failed"})),
            std::span<const std::int8_t>(status_));
        writer_.put(declare("/seed", ValueType::int64, "seed of the run"), std::span<const std::int64_t>(seed_));
        writer_.put(declare("/months_kept", ValueType::int64, "months that the run has, the first ones"),
                    std::span<const std::int64_t>(kept_));
        writer_.put(declare("/scenario_sha256", ValueType::text, "digest of what the run is made of"),
                    std::span<const std::string>(digest_));
        writer_.put(declare("/provenance/ended", ValueType::text, "when the run ended, UTC"),
                    std::span<const std::string>(ended_));
        writer_.put(declare("/provenance/threads", ValueType::int32, "threads that the run used"),
                    std::span<const std::int32_t>(threads_));
    }

    const CollectRequest& request_;
    ResultsWriter writer_;
    CollectedLayout layout_;
    CommonAttributes common_;
    std::vector<std::int8_t> status_;
    std::vector<std::string> digest_, ended_;
    std::vector<std::int64_t> seed_, kept_;
    std::vector<std::int32_t> threads_;
    CollectCount count_;
};

} // namespace

std::vector<std::size_t> CollectRequest::cell(std::size_t run) const
{
    const std::size_t replicate = run % replicates.size(), rest = run / replicates.size();
    if (has_points) return {rest / points, rest % points, replicate};
    return {rest, replicate};
}

CollectCount collect_runs(const CollectRequest& request, const std::filesystem::path& output, bool force)
{
    return Collector(request, output, force).run();
}

} // namespace rongtong
