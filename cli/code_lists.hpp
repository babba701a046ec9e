// Names and codes of lists as texts.
#pragma once

#include <string>
#include <vector>

namespace rongtong::cli {

template <class Names>
std::vector<std::string> texts(const Names& names)
{
    return {names.begin(), names.end()};
}

template <class Figures>
std::vector<std::string> codes(const Figures& figures)
{
    std::vector<std::string> all;
    for (const auto& f : figures) all.push_back(f.code);
    return all;
}

} // namespace rongtong::cli
