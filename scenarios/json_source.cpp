#include "scenarios/json_source.hpp"

#include "scenarios/json_cursor.hpp"
#include "scenarios/json_message.hpp"
#include "scenarios/standard_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace rongtong {

namespace {

using nlohmann::json;

// Builds the value and the table of places out of the parser's events.
class Builder : public json::json_sax_t {
public:
    Builder(JsonSource& source, std::vector<Problem>& problems)
        : source_(source), problems_(problems), cursor_(source.text)
    {}

    bool null() override { return add(nullptr); }
    bool boolean(bool v) override { return add(v); }
    bool number_integer(json::number_integer_t v) override { return add(v); }
    bool number_unsigned(json::number_unsigned_t v) override { return add(v); }
    bool number_float(json::number_float_t v, const json::string_t&) override { return add(v); }
    bool string(json::string_t& v) override { return add(std::move(v)); }
    bool binary(json::binary_t&) override { return false; } // not in JSON text
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(json::string_t& name) override;
    bool parse_error(std::size_t position, const std::string& token, const json::exception& e) override;

private:
    bool add(json v) { return place(std::move(v)) != nullptr; }
    json* place(json v);
    bool open(json v);
    bool close();

    JsonSource& source_;
    std::vector<Problem>& problems_;
    JsonCursor cursor_;
    JsonCursor::Spot key_spot_{0, 0};
    std::string key_, pointer_; // pointer_ of the innermost open container
    std::vector<json*> open_;
    std::vector<std::size_t> lengths_; // of pointer_, by depth
};

json* Builder::place(json v)
{
    const auto spot = cursor_.next_token();
    std::string pointer = pointer_;
    SourcePlace where{spot.line, spot.column, 0, 0};
    json* target = &source_.value;
    if (!open_.empty() && open_.back()->is_array()) {
        pointer.append("/").append(std::to_string(open_.back()->size()));
        open_.back()->push_back(nullptr);
        target = &open_.back()->back();
    } else if (!open_.empty()) {
        pointer.append("/").append(pointer_token(key_));
        where.key_line = key_spot_.line;
        where.key_column = key_spot_.column;
        target = &(*open_.back())[key_];
    }
    *target = std::move(v);
    source_.places[pointer] = where;
    if (target->is_structured()) {
        lengths_.push_back(pointer_.size());
        pointer_ = std::move(pointer);
    }
    return target;
}

bool Builder::open(json v)
{
    open_.push_back(place(std::move(v)));
    if (open_.size() <= deepest_nesting) return true;
    const SourcePlace& p = source_.places[pointer_];
    problems_.push_back({source_.file, "", p.line, p.column, "brackets are nested too deeply",
                         "at most " + std::to_string(deepest_nesting) + " levels", ""});
    return false;
}

bool Builder::close()
{
    cursor_.next_token();
    open_.pop_back();
    pointer_.resize(lengths_.back());
    lengths_.pop_back();
    return true;
}

bool Builder::key(json::string_t& name)
{
    key_spot_ = cursor_.next_token();
    key_ = name;
    if (open_.back()->contains(name)) {
        const std::string pointer = fmt::format("{}/{}", pointer_, pointer_token(name));
        problems_.push_back({source_.file, pointer, key_spot_.line, key_spot_.column,
                             fmt::format("the key \"{}\" stands twice in one object", name), "each key once",
                             "its first use is in line " + std::to_string(source_.places[pointer].key_line)});
    }
    return true;
}

bool Builder::parse_error(std::size_t position, const std::string& token, const json::exception& e)
{
    problems_.push_back(json_syntax_problem(source_.file, source_.text, position, token, e.what()));
    return false;
}

// What a JSON parser would pass over or end at silently.
bool refuse_bytes(const JsonSource& source, std::vector<Problem>& problems)
{
    const auto starts = [&](std::string_view s) { return source.text.starts_with(s); };
    const auto refuse = [&](std::size_t offset, std::string message, std::string expected, std::string hint) {
        const auto spot = JsonCursor::spot_of(source.text, offset);
        problems.push_back(
            {source.file, "", spot.line, spot.column, std::move(message), std::move(expected), std::move(hint)});
        return true;
    };
    if (starts("\xEF\xBB\xBF"))
        return refuse(0, "the file begins with a byte order mark", "UTF-8 without a byte order mark",
                      "save it as \"UTF-8\", not as \"UTF-8 with BOM\"");
    if (starts("\xFF\xFE") || starts("\xFE\xFF"))
        return refuse(0, "the file is in UTF-16", "UTF-8", "save it as \"UTF-8\"");
    if (const auto nul = source.text.find('\0'); nul != std::string::npos)
        return refuse(nul, "the file holds a zero byte", "text in UTF-8", "");
    return false;
}

} // namespace

const SourcePlace* JsonSource::find(std::string_view pointer) const
{
    const auto it = places.find(pointer);
    return it == places.end() ? nullptr : &it->second;
}

std::string pointer_token(std::string_view key)
{
    std::string out;
    for (char c : key) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

std::optional<JsonSource> parse_json(std::string text, const std::string& file, std::vector<Problem>& problems)
{
    JsonSource source{file, std::move(text), nullptr, {}};
    const std::size_t before = problems.size();
    if (refuse_bytes(source, problems)) return std::nullopt;
    Builder builder(source, problems);
    const bool good = json::sax_parse(source.text.begin(), source.text.end(), &builder);
    if (!good || problems.size() > before) return std::nullopt;
    return source;
}

std::optional<JsonSource> read_json(const std::filesystem::path& path, const std::string& file,
                                    std::vector<Problem>& problems)
{
    if (path == "-") return parse_json(standard_input(), file, problems);
    std::error_code ec;
    const auto refuse = [&](const char* message, const std::string& hint) {
        problems.push_back({file, "", 0, 0, message, "a JSON file", hint});
        return std::nullopt;
    };
    if (!std::filesystem::exists(path, ec)) return refuse("there is no such file", "");
    if (std::filesystem::is_directory(path, ec)) return refuse("this is a folder", "name a file in it");
    if (!std::filesystem::is_regular_file(path, ec))
        return refuse("this is a pipe or a device, which might never end", "save it as a file first");
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    std::string head(8, '\0'); // a results file may be too large to read
    head.resize(static_cast<std::size_t>(in.read(head.data(), 8).gcount()));
    if (head.starts_with("\x89HDF\r\n"))
        return refuse("this is a result, not a scenario",
                      fmt::format("rongtong run --from {} does its run again; compare and export read it", file));
    if (head.starts_with("RTCKPT\n"))
        return refuse("this is a checkpoint, not a scenario",
                      fmt::format("rongtong run --resume {} goes on from it", file));
    text << head;
    if (in && in.peek() != std::ifstream::traits_type::eof()) text << in.rdbuf();
    if (!in.is_open() || in.bad()) return refuse("the file can't be read", "check its permissions");
    return parse_json(std::move(text).str(), file, problems);
}

std::string number_at(const std::string& text, const SourcePlace& place)
{
    std::size_t at = 0;
    for (int line = 1; line < place.line && at != text.npos; ++line) at = text.find('\n', at) + 1;
    for (int column = 1; column < place.column && at < text.size(); ++column) do
            ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    if (at >= text.size()) return "";
    return text.substr(at, text.find_first_not_of("+-.0123456789eE", at) - at);
}

} // namespace rongtong
