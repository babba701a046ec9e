#include "output/glance.hpp"

#include "output/attributes.hpp"
#include "output/file_kind.hpp"
#include "output/plain_file.hpp"
#include "output/read_in_child.hpp"
#include "sim/error.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace rongtong {

namespace {

using namespace hdf5;
namespace fs = std::filesystem;

std::uint64_t count(hid_t file, const char* name, const fs::path& shown)
{
    if (const auto number = count_in(read_attribute(file, name, shown))) return *number;
    throw OutputError(fmt::format("{}: its attribute {} is no count", shown.string(), name));
}

// Of a data set in the file itself: a link may lead anywhere.
std::int32_t last_month(hid_t file, const fs::path& shown)
{
    constexpr hssize_t most = 100000;
    H5L_info_t link{};
    check(H5Lget_info(file, "/month", &link, H5P_DEFAULT), shown, "has no months");
    if (link.type != H5L_TYPE_HARD) throw OutputError(shown.string() + ": its months are elsewhere");
    const Handle months = checked(H5Dopen2(file, "/month", H5P_DEFAULT), shown, "has no months");
    const Handle space = checked(H5Dget_space(months.get()), shown, "/month can't be read");
    const auto length = H5Sget_simple_extent_npoints(space.get());
    if (length <= 0) return 0;
    if (length > most) throw OutputError(shown.string() + ": has more months than any run");
    std::vector<std::int32_t> values(static_cast<std::size_t>(length));
    check(H5Dread(months.get(), H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), shown,
          "/month can't be read");
    return values.back();
}

// One text for the way from one process to another: fields that hold no zero byte, each ended by one.
std::string fields_of(const fs::path& path, bool unfinished)
{
    const Handle file = open_results(path);
    check_kind(file.get(), path, unfinished);
    std::string text;
    const auto add = [&](std::string field) {
        std::erase(field, '\0');
        text += field + '\0';
    };
    add(text_or_empty(file.get(), "scenario_name", path));
    add(fmt::to_string(count(file.get(), "seed", path)));
    add(fmt::to_string(count(file.get(), "replicate", path)));
    add(fmt::to_string(last_month(file.get(), path)));
    add(text_or_empty(file.get(), "scenario", path));
    return text;
}

class Fields {
public:
    explicit Fields(std::string_view text) : rest_(text) {}

    std::string_view next()
    {
        const auto end = std::min(rest_.find('\0'), rest_.size());
        const auto field = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return field;
    }

    template <class Number>
    Number number()
    {
        Number value{};
        const auto field = next();
        std::from_chars(field.data(), field.data() + field.size(), value);
        return value;
    }

private:
    std::string_view rest_;
};

} // namespace

Glance glance(const fs::path& file, bool unfinished)
{
    const Session session;
    require_plain_file(file, "a results file");
    const auto look = [&] { return fields_of(file, unfinished); };
    const std::string text = read_in_child(look, file, fs::file_size(file));
    Fields fields(text);
    Glance seen;
    seen.scenario_name = fields.next();
    seen.seed = fields.number<std::uint64_t>();
    seen.replicate = fields.number<std::uint64_t>();
    seen.month = fields.number<std::int32_t>();
    seen.scenario = fields.next();
    return seen;
}

} // namespace rongtong
