#include "cli/step/request.hpp"

#include "scenarios/near_miss.hpp"
#include "scenarios/output_request.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rongtong::cli {

namespace {

using nlohmann::json;
using Problems = std::vector<StepProblem>;

std::string text_of(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

void read_advance(const json& value, StepRequest& request, Problems& problems)
{
    if (value.is_number_integer() && value >= 1 && value <= 1200) request.advance = value.get<std::int32_t>();
    else
        problems.push_back(
            {"advance", fmt::format("this is no number of months: {}", text_of(value)), "1 to 1200", ""});
}

void read_intensity(const json& value, StepRequest& request, Problems& problems)
{
    if (!value.is_object())
        return problems.push_back({"intensity", "this is no object", "{\"LABEL\": NUMBER, ...}",
                                   "LABEL is the scenario's own label of the policy"});
    for (const auto& [label, number] : value.items()) {
        const bool good = number.is_number() && number.get<double>() >= 0 && number.get<double>() <= 1;
        if (good) request.intensity[label] = number.get<double>();
        else
            problems.push_back({"intensity/" + label, fmt::format("this is no strength: {}", text_of(number)), "0 to 1",
                                number.is_number() ? "1 is the policy as it is declared" : ""});
    }
}

void read_by(const json& value, StepRequest& request, Problems& problems)
{
    if (!value.is_array())
        return problems.push_back({"by", "this is no list", fmt::format("of {}", fmt::join(group_names(), ", ")), ""});
    for (const auto& name : value) {
        const auto text = name.is_string() ? name.get<std::string>() : text_of(name);
        if (std::ranges::find(group_names(), text) != group_names().end()) request.by.push_back(text);
        else
            problems.push_back(
                {"by", fmt::format("there are no groups by \"{}\"", text), "", suggestion(text, group_names())});
    }
}

void read_flag(const std::string& key, const json& value, bool& flag, Problems& problems)
{
    if (value.is_boolean()) flag = value.get<bool>();
    else problems.push_back({key, "this is neither true nor false", "true or false", ""});
}

void read_key(const std::string& key, const json& value, StepRequest& request, Problems& problems)
{
    static const std::vector<std::string> keys{"advance", "by", "finish", "intensity", "stop"};
    if (key == "advance") read_advance(value, request, problems);
    else if (key == "intensity") read_intensity(value, request, problems);
    else if (key == "by") read_by(value, request, problems);
    else if (key == "finish") read_flag(key, value, request.finish, problems);
    else if (key == "stop") read_flag(key, value, request.stop, problems);
    else problems.push_back({key, fmt::format("the key \"{}\" is unknown here", key), "", suggestion(key, keys)});
}

} // namespace

StepRequest read_request(const std::string& line, Problems& problems)
{
    StepRequest request;
    const json value = json::parse(line, nullptr, false);
    if (!value.is_object()) {
        problems.push_back({"", "this line is no JSON object",
                            "such as {\"advance\": 1, \"intensity\": {\"cap\": 0.5}}", "each request is one line"});
        return request;
    }
    for (const auto& [key, part] : value.items()) read_key(key, part, request, problems);
    if (request.stop && (request.finish || value.contains("advance") || !request.intensity.empty()))
        problems.push_back({"stop", "a run that stops goes no further", "\"stop\" alone", ""});
    if (request.finish && value.contains("advance"))
        problems.push_back({"finish", "this goes on to the end, \"advance\" so many months", "one of the two", ""});
    return request;
}

nlohmann::ordered_json problems_json(const Problems& problems)
{
    auto list = nlohmann::ordered_json::array();
    for (const auto& p : problems)
        list.push_back({{"key", p.key}, {"message", p.message}, {"expected", p.expected}, {"hint", p.hint}});
    return list;
}

} // namespace rongtong::cli
