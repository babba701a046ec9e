// Values from the command line.
#include "scenarios/layers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rongtong {

namespace {

using nlohmann::json;

class Setter {
public:
    Setter(Document& document, std::string label) : document_(document), label_(std::move(label)) {}

    void set(const std::string& pointer, json value);

    void refuse(const std::string& pointer, std::string message, std::string expected, std::string hint = "")
    {
        document_.problems->push_back(
            {label_, pointer, 0, 0, std::move(message), std::move(expected), std::move(hint)});
    }

private:
    json* step(json* at, const std::string& token, const std::string& pointer);

    Document& document_;
    std::string label_;
};

std::vector<std::string> tokens_of(const std::string& pointer)
{
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') tokens.emplace_back();
        else if (pointer[i] == '~' && i + 1 < pointer.size()) tokens.back() += pointer[++i] == '1' ? '/' : '~';
        else tokens.back() += pointer[i];
    }
    return tokens;
}

// The place below `at`; objects grow, lists do not.
json* Setter::step(json* at, const std::string& token, const std::string& pointer)
{
    if (at->is_null()) *at = json::object();
    if (at->is_object()) return &(*at)[token];
    const bool number = !token.empty() && token.size() < 10 && token.find_first_not_of("0123456789") == token.npos;
    if (at->is_array() && number && std::stoul(token) < at->size()) return &(*at)[std::stoul(token)];
    if (at->is_array())
        refuse(pointer, "the list has no entry \"" + token + "\"", "an index below " + std::to_string(at->size()));
    else
        refuse(pointer, "nothing can stand below a plain value", "the pointer of an object's key",
               fmt::format("{} is a plain value", pointer.substr(0, pointer.rfind('/'))));
    return nullptr;
}

void Setter::set(const std::string& pointer, json value)
{
    const auto tokens = tokens_of(pointer);
    std::string normal;
    json* at = &document_.value;
    json* parent = nullptr;
    for (const auto& token : tokens) {
        parent = at;
        at = step(at, token, pointer);
        if (!at) return;
        normal.append("/").append(pointer_token(token));
    }
    if (value.is_null() && parent->is_object()) parent->erase(tokens.back());
    else *at = std::move(value);
    document_.overrides.emplace_back(normal, label_);
}

bool is_utf8(const std::string& s)
{
    try {
        json(s).dump();
        return true;
    } catch (const json::type_error&) {
        return false;
    }
}

// What the user may have meant: "model.ordering.overtime=0.2", "firms=2000", "/firms 2000".
std::string hint_of_pointer(const std::string& text, std::size_t equals)
{
    if (equals == text.npos) return "the value is missing";
    std::string pointer = text.substr(0, equals);
    if (pointer.find_first_not_of("/.") == pointer.npos) return "";
    std::replace(pointer.begin(), pointer.end(), '.', '/');
    return fmt::format("did you mean /{}{}?", pointer.substr(pointer.find_first_not_of('/')), text.substr(equals));
}

void set_one(const std::string& text, Document& document)
{
    Setter setter(document, "--set " + text);
    const auto equals = text.find('=');
    const std::string pointer = text.substr(0, equals);
    if (!is_utf8(text)) return setter.refuse("", "this text is not valid UTF-8", "UTF-8");
    if (equals == text.npos || pointer.size() < 2 || pointer[0] != '/')
        return setter.refuse("", "this sets nothing", "/pointer=value, such as /firms=20000",
                             hint_of_pointer(text, equals));
    const std::string value = text.substr(equals + 1);
    for (const char* fixed : {"/extends", "/$schema"})
        if (pointer == fixed)
            return setter.refuse(pointer, "this can't be set: it is read before", "a pointer into the scenario",
                                 "write it into a file that extends this one");
    std::vector<Problem> faults;
    if (auto parsed = parse_json(value, "", faults)) return setter.set(pointer, parsed->value);
    if (!value.empty() && (value[0] == '{' || value[0] == '[' || value[0] == '"'))
        return setter.refuse(pointer, "the value is broken JSON: " + faults.front().message, faults.front().expected);
    setter.set(pointer, value);
}

} // namespace

void apply_overrides(const ScenarioOverrides& overrides, Document& document)
{
    for (const auto& text : overrides.set) set_one(text, document);
    const auto option = [&](const char* name, const std::optional<std::int64_t>& value) {
        if (value) Setter(document, fmt::format("--{} {}", name, *value)).set(fmt::format("/{}", name), *value);
    };
    option("seed", overrides.seed);
    option("replicate", overrides.replicate);
    option("months", overrides.months);
}

} // namespace rongtong
