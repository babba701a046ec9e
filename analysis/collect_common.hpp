// What the groups of records say of themselves, such as which inputs are critical in /network: kept where all runs say the same. Inside
// analysis/ only.
#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "output/results_reader.hpp"
#include "output/results_writer.hpp"

namespace rongtong {

class CommonAttributes {
public:
    void see(const std::string& group, const ResultsReader& file)
    {
        const auto attributes = file.attributes(group);
        auto& said = said_.try_emplace(group, attributes).first->second;
        std::erase_if(said, [&](const auto& one) {
            return std::find(attributes.begin(), attributes.end(), one) == attributes.end();
        });
    }

    void write(ResultsWriter& writer) const
    {
        for (const auto& [group, attributes] : said_)
            for (const auto& [name, value] : attributes) writer.attribute(group, name, value);
    }

private:
    std::map<std::string, Attributes> said_;
};

} // namespace rongtong
