#include "analysis/cells.hpp"

#include <cmath>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "sim/error.hpp"

namespace rongtong {

namespace {

std::string text_of(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }
std::string text_of(float value) { return std::isnan(value) ? "" : fmt::format("{}", value); }
std::string text_of(std::int64_t value) { return fmt::to_string(value); }
std::string text_of(std::uint64_t value) { return fmt::to_string(value); }

template <class Shown, class Value>
std::vector<std::string> texts_of(const std::vector<Value>& values)
{
    std::vector<std::string> texts;
    texts.reserve(values.size());
    for (const auto value : values) texts.push_back(text_of(static_cast<Shown>(value)));
    return texts;
}

std::vector<std::string> words_in(const std::string& text)
{
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

// What the numbers of a panel's sector and the like stand for: its attribute, or the root's axis of that name.
std::vector<std::string> panel_words(const ResultsReader& file, const VariableInfo& variable)
{
    if (file.has_attribute(variable.path, "members")) return words_in(file.text_attribute(variable.path, "members"));
    for (const char* axis : {"sector", "region", "size", "ownership", "tier"})
        if (variable.name == axis && file.has("/" + variable.name)) return file.labels("/" + variable.name);
    return {};
}

std::vector<std::string> words_of(const ResultsReader& file, const VariableInfo& variable)
{
    if (variable.type == ValueType::int8 && file.has_attribute(variable.path, "flag_meanings"))
        return words_in(file.text_attribute(variable.path, "flag_meanings"));
    if (variable.type == ValueType::float64 && variable.path == "/panel/" + variable.name)
        return panel_words(file, variable);
    return {};
}

// A variable whose words are shown is not described as a number.
VariableInfo described(const ResultsReader& file, VariableInfo variable, bool in_words)
{
    const std::string axis = "/" + variable.name;
    if (in_words && variable.type == ValueType::float64 && file.has(axis) && file.has_attribute(axis, "long_name"))
        variable.long_name = file.text_attribute(axis, "long_name");
    return variable;
}

template <class Value>
void put_words(std::vector<std::string>& texts, const std::vector<Value>& values, const std::vector<std::string>& words)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] >= 0 && values[i] < static_cast<Value>(words.size()))
            if (const auto place = static_cast<std::size_t>(values[i]); static_cast<Value>(place) == values[i])
                texts[i] = words[place];
}

} // namespace

Cells::Cells(const ResultsReader& file, VariableInfo variable)
    : file_(file), words_(words_of(file, variable)), variable_(described(file, std::move(variable), !words_.empty()))
{}

bool Cells::is_integer() const
{
    return !is_text() && variable_.type != ValueType::float32 && variable_.type != ValueType::float64;
}

std::vector<std::string> Cells::read(std::size_t first, std::size_t count) const
{
    const auto& path = variable_.path;
    const bool scalar = variable_.shape.empty();
    if (variable_.type == ValueType::text) {
        const auto all = file_.texts(path);
        const std::size_t row = scalar || variable_.shape[0] == 0 ? all.size() : all.size() / variable_.shape[0];
        if ((first + count) * row > all.size())
            throw OutputError(file_.path().string() + ": " + path + " has no such rows");
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first * row);
        return {begin, begin + static_cast<std::ptrdiff_t>(count * row)};
    }
    if (variable_.type == ValueType::float64 || variable_.type == ValueType::float32) {
        const auto values = scalar ? file_.doubles(path) : file_.doubles(path, first, count);
        auto texts = variable_.type == ValueType::float64 ? texts_of<double>(values) : texts_of<float>(values);
        put_words(texts, values, words_);
        return texts;
    }
    if (variable_.type == ValueType::uint64)
        return texts_of<std::uint64_t>(scalar ? file_.unsigned_integers(path)
                                              : file_.unsigned_integers(path, first, count));
    const auto values = scalar ? file_.integers(path) : file_.integers(path, first, count);
    auto texts = texts_of<std::int64_t>(values);
    put_words(texts, values, words_);
    return texts;
}

} // namespace rongtong
