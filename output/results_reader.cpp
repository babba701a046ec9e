#include "output/results_reader.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "output/attributes.hpp"
#include "output/file_kind.hpp"
#include "output/file_rules.hpp"
#include "output/input_error.hpp"
#include "output/known_files.hpp"
#include "output/plain_file.hpp"
#include "output/read_in_child.hpp"
#include "output/seal.hpp"
#include "output/stored_dataset.hpp"
#include "output/stored_layout.hpp"
#include "sim/error.hpp"

namespace rongtong {

using namespace hdf5;

namespace {

const char* name_of(ValueType type)
{
    switch (type) {
    case ValueType::int8: return "int8";
    case ValueType::int32: return "int32";
    case ValueType::int64: return "int64";
    case ValueType::uint64: return "uint64";
    case ValueType::float32: return "float32";
    case ValueType::float64: return "float64";
    case ValueType::text: return "texts";
    }
    return "?";
}

constexpr auto all_rows = std::numeric_limits<std::size_t>::max();
const std::vector<ValueType> integer_types{ValueType::int8, ValueType::int32, ValueType::int64};
const std::vector<ValueType> numeric_types{ValueType::int8,   ValueType::int32,   ValueType::int64,
                                           ValueType::uint64, ValueType::float32, ValueType::float64};

} // namespace

struct ResultsReader::Impl {
    std::filesystem::path path;
    Handle file;
    StoredLayout layout;

    ~Impl()
    {
        const Session session;
        file.reset();
    }

    [[noreturn]] void refuse(const std::string& reason) const { throw OutputError(path.string() + ": " + reason); }

    Handle open(const std::string& object) const
    {
        if (object != "/" && !known(object)) refuse("has no '" + object + "'");
        return checked(H5Oopen(file.get(), object.c_str(), H5P_DEFAULT), path, object + " can't be opened");
    }

    bool known(const std::string& object) const
    {
        const auto is = [&](const auto& entry) { return entry.path == object; };
        return std::find(layout.groups.begin(), layout.groups.end(), object) != layout.groups.end() ||
               std::any_of(layout.dimensions.begin(), layout.dimensions.end(), is) ||
               std::any_of(layout.variables.begin(), layout.variables.end(), is);
    }

    const StoredDimension* find_dimension(const std::string& object) const
    {
        const auto found = std::ranges::find(layout.dimensions, object, &StoredDimension::path);
        return found == layout.dimensions.end() ? nullptr : &*found;
    }

    Handle dataset(const std::string& object, std::vector<ValueType> allowed, const char* wanted) const
    {
        Handle opened = open(object);
        if (H5Iget_type(opened.get()) != H5I_DATASET) refuse(object + " is a group, not a variable");
        const Handle type = checked(H5Dget_type(opened.get()), path, object + " can't be read");
        const auto found = find_value_type(type.get());
        if (!found || std::find(allowed.begin(), allowed.end(), *found) == allowed.end())
            refuse(
                fmt::format("{} does not hold {}, but {}", object, wanted, found ? name_of(*found) : "another type"));
        const auto scale = find_dimension(object);
        if (scale && !scale->has_values) refuse(object + " is an axis without values");
        return opened;
    }

    template <class T>
    std::vector<T> read(const Handle& from, const std::string& object, ValueType type, std::size_t first,
                        std::size_t rows) const;

    VariableInfo info(const StoredVariable& stored) const;
};

template <class T>
std::vector<T> ResultsReader::Impl::read(const Handle& from, const std::string& object, ValueType type,
                                         std::size_t first, std::size_t rows) const
{
    auto count = shape_of(from.get(), path);
    std::vector<hsize_t> start(count.size(), 0);
    if (rows != all_rows) {
        if (count.empty() || first > count[0] || rows > count[0] - first) refuse(object + " has no such rows");
        start[0] = first;
        count[0] = rows;
    }
    std::size_t values = 1;
    for (const auto length : count) values *= length;
    std::vector<T> result(values);
    if (values == 0) return result;
    const Handle space = checked(H5Dget_space(from.get()), path, object + " can't be read");
    Handle memory(H5Screate(H5S_SCALAR));
    if (!count.empty()) {
        H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr);
        memory = Handle(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr));
    }
    check(H5Dread(from.get(), memory_type(type), memory.get(), space.get(), H5P_DEFAULT, result.data()), path,
          object + " can't be read (is the file damaged?)");
    return result;
}

VariableInfo ResultsReader::Impl::info(const StoredVariable& stored) const
{
    const Handle object = open(stored.path);
    return {stored.path,
            name_of(stored.path),
            stored.type,
            stored.dimensions,
            stored.shape,
            text_or_empty(object.get(), "units", path),
            text_or_empty(object.get(), "long_name", path),
            text_or_empty(object.get(), "comment", path)};
}

ResultsReader::ResultsReader(const std::filesystem::path& path, ReaderOptions options)
try : impl_(std::make_unique<Impl>()) {
    const Session session;
    impl_->path = path;
    if (!options.own) {
        require_plain_file(path, "a results file");
        check_seal(path);
        ReaderOptions in_child = options;
        in_child.own = true;
        const auto hold_against_rules = [&] {
            check_rules(ResultsReader(path, in_child));
            return std::string();
        };
        if (!was_held(path, options.unfinished))
            read_in_child(hold_against_rules, path, std::filesystem::file_size(path));
        remember_held(path, options.unfinished);
    }
    impl_->file = open_results(path);
    check_kind(impl_->file.get(), path, options.unfinished);
    impl_->layout = read_layout(impl_->file.get(), path);
} catch (const OutputError& error) {
    throw InputError(error.what());
}

ResultsReader::ResultsReader(std::span<const std::byte> bytes, const std::filesystem::path& shown,
                             ReaderOptions options)
try : impl_(std::make_unique<Impl>()) {
    const Session session;
    impl_->path = shown;
    if (!options.own) {
        check_seal(bytes, shown);
        ReaderOptions in_child = options;
        in_child.own = true;
        const auto hold_against_rules = [&] {
            check_rules(ResultsReader(bytes, shown, in_child));
            return std::string();
        };
        read_in_child(hold_against_rules, shown, bytes.size());
    }
    impl_->file = open_image(without_seal(bytes), shown);
    check_kind(impl_->file.get(), shown, options.unfinished);
    impl_->layout = read_layout(impl_->file.get(), shown);
} catch (const OutputError& error) {
    throw InputError(error.what());
}

ResultsReader::~ResultsReader() = default;
ResultsReader::ResultsReader(ResultsReader&&) noexcept = default;
ResultsReader& ResultsReader::operator=(ResultsReader&&) noexcept = default;

const std::filesystem::path& ResultsReader::path() const { return impl_->path; }
std::vector<std::string> ResultsReader::groups() const { return impl_->layout.groups; }

std::vector<VariableInfo> ResultsReader::variables(const std::string& group) const
{
    const Session session;
    std::vector<VariableInfo> result;
    for (const auto& variable : impl_->layout.variables)
        if (parent_of(variable.path) == group) result.push_back(impl_->info(variable));
    return result;
}

std::vector<VariableInfo> ResultsReader::shapes(const std::string& group) const
{
    std::vector<VariableInfo> result;
    for (const auto& v : impl_->layout.variables)
        if (parent_of(v.path) == group)
            result.push_back({v.path, name_of(v.path), v.type, v.dimensions, v.shape, "", "", ""});
    return result;
}

std::vector<DimensionInfo> ResultsReader::dimensions(const std::string& group) const
{
    std::vector<DimensionInfo> result;
    for (const auto& scale : impl_->layout.dimensions)
        if (parent_of(scale.path) == group) result.push_back(dimension(scale.path));
    return result;
}

bool ResultsReader::has(const std::string& path) const { return impl_->known(path); }
bool ResultsReader::is_dimension(const std::string& path) const { return impl_->find_dimension(path) != nullptr; }

VariableInfo ResultsReader::variable(const std::string& path) const
{
    const Session session;
    for (const auto& variable : impl_->layout.variables)
        if (variable.path == path) return impl_->info(variable);
    impl_->refuse("has no variable '" + path + "'");
}

DimensionInfo ResultsReader::dimension(const std::string& path) const
{
    for (const auto& scale : impl_->layout.dimensions)
        if (scale.path == path)
            return {scale.path, name_of(scale.path), scale.length, scale.block > 0, scale.has_values};
    impl_->refuse("has no dimension '" + path + "'");
}

std::vector<double> ResultsReader::doubles(const std::string& path) const { return doubles(path, 0, all_rows); }
std::vector<std::int64_t> ResultsReader::integers(const std::string& path) const { return integers(path, 0, all_rows); }

std::vector<double> ResultsReader::doubles(const std::string& path, std::size_t first, std::size_t count) const
{
    const Session session;
    const Handle from = impl_->dataset(path, numeric_types, "numbers");
    return impl_->read<double>(from, path, ValueType::float64, first, count);
}

std::vector<std::int64_t> ResultsReader::integers(const std::string& path, std::size_t first, std::size_t count) const
{
    const Session session;
    const Handle from = impl_->dataset(path, integer_types, "signed integers");
    return impl_->read<std::int64_t>(from, path, ValueType::int64, first, count);
}

std::vector<std::uint64_t> ResultsReader::unsigned_integers(const std::string& path) const
{
    return unsigned_integers(path, 0, all_rows);
}

std::vector<std::uint64_t> ResultsReader::unsigned_integers(const std::string& path, std::size_t first,
                                                            std::size_t count) const
{
    const Session session;
    const Handle from = impl_->dataset(path, {ValueType::uint64}, "unsigned integers");
    return impl_->read<std::uint64_t>(from, path, ValueType::uint64, first, count);
}

std::vector<std::string> ResultsReader::texts(const std::string& path) const
{
    const Session session;
    return read_texts(impl_->dataset(path, {ValueType::text}, "texts").get(), impl_->path);
}

std::vector<std::string> ResultsReader::labels(const std::string& path) const
{
    const Session session;
    const auto scale = dimension(path);
    std::vector<std::string> result;
    if (!scale.has_values) {
        constexpr std::size_t most = 10000000;
        if (scale.length > most) impl_->refuse(fmt::format("{} declares {} places", path, scale.length));
        for (std::size_t i = 0; i < scale.length; ++i) result.push_back(fmt::to_string(i));
        return result;
    }
    const Handle object = impl_->open(path);
    const Handle type(H5Dget_type(object.get()));
    if (H5Tget_class(type.get()) == H5T_STRING) return read_texts(object.get(), impl_->path);
    for (const auto value : integers(path)) result.push_back(fmt::to_string(value));
    return result;
}

Attributes ResultsReader::attributes(const std::string& path) const
{
    const Session session;
    return read_attributes(impl_->open(path).get(), impl_->path);
}

bool ResultsReader::has_attribute(const std::string& path, const std::string& name) const
{
    const Session session;
    return hdf5::has_attribute(impl_->open(path).get(), name);
}

std::string ResultsReader::text_attribute(const std::string& path, const std::string& name) const
{
    const Session session;
    const auto value = read_attribute(impl_->open(path).get(), name, impl_->path);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    impl_->refuse(fmt::format("attribute '{}' of {} is no text", name, path));
}

double ResultsReader::number_attribute(const std::string& path, const std::string& name) const
{
    const Session session;
    const auto value = read_attribute(impl_->open(path).get(), name, impl_->path);
    return std::visit(
        [&](const auto& number) -> double {
            if constexpr (std::is_arithmetic_v<std::decay_t<decltype(number)>>) return static_cast<double>(number);
            else impl_->refuse(fmt::format("attribute '{}' of {} is no number", name, path));
        },
        value);
}

std::uint64_t ResultsReader::integer_attribute(const std::string& path, const std::string& name) const
{
    const Session session;
    const auto value = read_attribute(impl_->open(path).get(), name, impl_->path);
    if (const auto number = count_in(value)) return *number;
    impl_->refuse(fmt::format("attribute '{}' of {} is no count", name, path));
}

} // namespace rongtong
