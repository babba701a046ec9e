#include "cli/bundle/data_digest.hpp"

#include "scenarios/sha256.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rongtong::cli {

namespace {

template <class T>
std::string bytes_of(const std::vector<T>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

// Each text behind its length, so that no two lists look alike.
std::string bytes_of_texts(const std::vector<std::string>& texts)
{
    std::string all;
    for (const auto& text : texts) all += fmt::format("{}:{}", text.size(), text);
    return all;
}

std::string content_of(const ResultsReader& results, const VariableInfo& variable)
{
    switch (variable.type) {
    case ValueType::float32:
    case ValueType::float64: return "real " + bytes_of(results.doubles(variable.path));
    case ValueType::uint64: return "natural " + bytes_of(results.unsigned_integers(variable.path));
    case ValueType::text: return "text " + bytes_of_texts(results.texts(variable.path));
    default: return "whole " + bytes_of(results.integers(variable.path));
    }
}

} // namespace

DataDigests data_digests(const ResultsReader& results)
{
    DataDigests digests;
    for (const auto& group : results.groups()) {
        for (const auto& variable : results.variables(group))
            digests[variable.path] = sha256(fmt::format("{} ", fmt::join(variable.shape, "x")) +
                                            content_of(results, variable));
        for (const auto& dimension : results.dimensions(group))
            if (dimension.has_values)
                digests[dimension.path] = sha256("labels " + bytes_of_texts(results.labels(dimension.path)));
    }
    return digests;
}

std::string digest_of_all(const DataDigests& digests)
{
    std::string lines;
    for (const auto& [path, digest] : digests) lines += fmt::format("{} {}\n", path, digest);
    return sha256(lines);
}

} // namespace rongtong::cli
