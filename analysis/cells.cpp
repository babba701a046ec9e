#include "analysis/cells.hpp"

#include <cmath>
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

std::vector<std::string> flag_words(const ResultsReader& file, const VariableInfo& variable)
{
    std::vector<std::string> words;
    if (variable.type != ValueType::int8 || !file.has_attribute(variable.path, "flag_meanings")) return words;
    std::istringstream in(file.text_attribute(variable.path, "flag_meanings"));
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

} // namespace

Cells::Cells(const ResultsReader& file, VariableInfo variable)
    : file_(file), variable_(std::move(variable)), words_(flag_words(file, variable_))
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
        return variable_.type == ValueType::float64 ? texts_of<double>(values) : texts_of<float>(values);
    }
    if (variable_.type == ValueType::uint64)
        return texts_of<std::uint64_t>(scalar ? file_.unsigned_integers(path)
                                              : file_.unsigned_integers(path, first, count));
    const auto values = scalar ? file_.integers(path) : file_.integers(path, first, count);
    auto texts = texts_of<std::int64_t>(values);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] >= 0 && static_cast<std::size_t>(values[i]) < words_.size())
            texts[i] = words_[static_cast<std::size_t>(values[i])];
    return texts;
}

} // namespace rongtong
