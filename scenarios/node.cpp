#include "scenarios/node.hpp"

#include "scenarios/near_miss.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rongtong {

namespace {

constexpr std::size_t longest_quote = 60;

std::string shortened(std::string s)
{
    if (s.size() <= longest_quote) return s;
    std::size_t cut = longest_quote;
    while (cut > 0 && (static_cast<unsigned char>(s[cut]) & 0xC0) == 0x80) --cut; // not inside a character
    return s.substr(0, cut) + "...";
}

// A value as it may stand in a message.
std::string quoted(const nlohmann::json& v)
{
    if (v.is_object()) return "an object";
    if (v.is_array()) return "a list";
    return shortened(v.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string parent_of(const std::string& pointer)
{
    const auto slash = pointer.rfind('/');
    return slash == std::string::npos ? "" : pointer.substr(0, slash);
}

} // namespace

std::string plain(double value)
{
    if (value == std::floor(value) && std::fabs(value) < 1e15) return fmt::format("{:.0f}", value);
    return fmt::format("{}", value);
}

std::string in_range(double low, double high, std::string_view unit, bool whole)
{
    constexpr double none = std::numeric_limits<double>::infinity();
    std::string out = whole ? "a whole number" : "a number";
    if (low != -none && high != none) out += " from " + plain(low) + " to " + plain(high);
    else if (low != -none) out += " of at least " + plain(low);
    else if (high != none) out += " of at most " + plain(high);
    if (!unit.empty() && unit != "1") out += fmt::format(" ({})", unit);
    return out;
}

Node Node::operator[](std::string_view key) const
{
    std::string pointer = fmt::format("{}/{}", pointer_, pointer_token(key));
    if (!value_ || !value_->is_object()) return Node(*document_, nullptr, pointer);
    const auto it = value_->find(key);
    return Node(*document_, it == value_->end() ? nullptr : &*it, pointer);
}

Node Node::need(std::string_view key) const
{
    Node n = (*this)[key];
    if (!n && value_ && value_->is_object() && whole())
        fail(fmt::format("the key \"{}\" is missing", key), fmt::format("\"{}\"", key));
    return n;
}

std::vector<std::pair<std::string, Node>> Node::members() const
{
    std::vector<std::pair<std::string, Node>> out;
    if (value_ && value_->is_object())
        for (const auto& [key, v] : value_->items())
            out.emplace_back(key, Node(*document_, &v, fmt::format("{}/{}", pointer_, pointer_token(key))));
    return out;
}

std::vector<Node> Node::items() const
{
    std::vector<Node> out;
    if (value_ && value_->is_array())
        for (std::size_t i = 0; i < value_->size(); ++i)
            out.emplace_back(*document_, &(*value_)[i], pointer_ + "/" + std::to_string(i));
    return out;
}

// Numbers beyond 64 bits are kept as their nearest double, which is another number.
std::string Node::as_written() const
{
    if (!value_->is_number_float()) return quoted(*value_);
    for (const auto& [pointer, label] : document_->overrides)
        if (pointer == pointer_ && label.starts_with("--set ")) return shortened(label.substr(label.find('=') + 1));
    for (const auto& layer : document_->layers)
        if (const SourcePlace* place = layer->find(pointer_))
            if (auto number = number_at(layer->text, *place); !number.empty()) return shortened(std::move(number));
    return quoted(*value_);
}

std::optional<double> Node::number(double low, double high, std::string_view unit, bool whole) const
{
    if (!value_) return std::nullopt;
    const std::string expected = in_range(low, high, unit, whole);
    if (!value_->is_number()) {
        wrong_type(expected.c_str());
        return std::nullopt;
    }
    const double v = value_->get<double>();
    if (v < low || v > high || !std::isfinite(v)) {
        fail(fmt::format("{} is out of range", as_written()), expected);
        return std::nullopt;
    }
    if (whole && v != std::floor(v)) {
        fail(fmt::format("{} is not a whole number", as_written()), expected);
        return std::nullopt;
    }
    return v;
}

std::optional<double> Node::positive(double high, std::string_view unit) const
{
    if (!value_) return std::nullopt;
    const double v = value_->is_number() ? value_->get<double>() : 0;
    if (value_->is_number() && v > 0 && v <= high) return v;
    std::string expected = "a number above 0";
    if (std::isfinite(high)) expected += ", at most " + plain(high);
    if (!unit.empty() && unit != "1") expected += fmt::format(" ({})", unit);
    if (value_->is_number()) fail(fmt::format("{} is out of range", as_written()), expected);
    else wrong_type(expected.c_str());
    return std::nullopt;
}

std::optional<std::string> Node::text() const
{
    if (!value_) return std::nullopt;
    if (value_->is_string()) return value_->get<std::string>();
    wrong_type("a text");
    return std::nullopt;
}

std::optional<std::string> Node::choice(std::span<const std::string> allowed, std::string_view what) const
{
    auto v = text();
    if (!v || std::find(allowed.begin(), allowed.end(), *v) != allowed.end()) return v;
    fail(fmt::format("there is no {} {}", what, quoted(*value_)), fmt::format("the name of a {}", what),
         suggestion(*v, allowed));
    return std::nullopt;
}

std::optional<bool> Node::flag() const
{
    if (!value_) return std::nullopt;
    if (value_->is_boolean()) return value_->get<bool>();
    wrong_type("true or false");
    return std::nullopt;
}

bool Node::is_object() const
{
    if (!value_) return false;
    if (!value_->is_object()) wrong_type("an object {...}");
    return value_->is_object();
}

bool Node::is_array() const
{
    if (!value_) return false;
    if (!value_->is_array()) wrong_type("a list [...]");
    return value_->is_array();
}

void Node::allow(std::span<const std::string> keys) const
{
    for (const auto& [key, node] : members())
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            node.fail_key("the key " + quoted(nlohmann::json(key)) + " is unknown here", "", suggestion(key, keys));
}

void Node::wrong_type(const char* expected) const { fail("this is " + quoted(*value_), expected); }

void Node::fail(std::string message, std::string expected, std::string hint) const
{
    report(std::move(message), std::move(expected), std::move(hint), false);
}

void Node::fail_key(std::string message, std::string expected, std::string hint) const
{
    report(std::move(message), std::move(expected), std::move(hint), true);
}

// What --set began, where no file has anything: perhaps its name is misspelt.
std::string Node::hint_of_new(const std::string& where) const
{
    const std::string parent = parent_of(where);
    const nlohmann::json::json_pointer around(parent);
    if (!document_->value.contains(around)) return "";
    std::vector<std::string> others;
    for (const auto& [key, value] : document_->value[around].items())
        if (fmt::format("{}/{}", parent, pointer_token(key)) != where) others.push_back(pointer_token(key));
    const auto meant = nearest(where.substr(parent.size() + 1), others);
    return meant.empty() ? fmt::format("no file has {}, so this began it anew", where)
                         : fmt::format("did you mean {}/{}?", parent, meant);
}

void Node::report(std::string message, std::string expected, std::string hint, bool at_key) const
{
    Problem p{document_->layers.empty() ? "" : document_->layers.front()->file,
              pointer_,
              0,
              0,
              std::move(message),
              std::move(expected),
              std::move(hint)};
    const auto finish = [&](const std::string& file, int line, int column) {
        p.file = file;
        p.line = line;
        p.column = column;
        document_->problems->push_back(p);
    };
    // The nearest enclosing value that has a place. What the command line set has none in a file.
    for (std::string where = pointer_;; where = parent_of(where)) {
        for (auto it = document_->overrides.rbegin(); it != document_->overrides.rend(); ++it)
            if (it->first == where || where.starts_with(it->first + "/")) return finish(it->second, 0, 0);
        for (const auto& layer : document_->layers)
            if (const SourcePlace* place = layer->find(where)) {
                const bool key = at_key && where == pointer_ && place->key_line > 0;
                return finish(layer->file, key ? place->key_line : place->line,
                              key ? place->key_column : place->column);
            }
        if (where.empty()) break;
        for (const auto& [pointer, label] : document_->overrides)
            if (pointer.starts_with(where + "/")) {
                if (p.hint.empty()) p.hint = hint_of_new(where);
                return finish(label, 0, 0);
            }
    }
    document_->problems->push_back(p);
}

} // namespace rongtong
