#include "cli/notes.hpp"

#include "scenarios/notes.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace rongtong::cli {

namespace {

std::string note_on_panel(std::vector<std::uint64_t> missing)
{
    constexpr std::size_t shown = 5;
    const std::size_t more = missing.size() > shown ? missing.size() - shown : 0;
    missing.resize(missing.size() - more);
    return fmt::format("the panel has no record of firm {}{}, which it asks for", fmt::join(missing, ", "),
                       more == 0 ? "" : fmt::format(" and {} more", more));
}

} // namespace

std::vector<std::string> run_notes(const Scenario& scenario, const Reach& reach, const RecordTables& records,
                                   bool resumed)
{
    auto notes = notes_on(scenario);
    const auto said = notes;
    for (auto& note : reach.notes(scenario.setup)) { // what is certain from the start is not said twice
        const std::string who = note.substr(0, note.find(' '));
        const auto of_it = [&](const std::string& other) { return other.starts_with(who + " reaches nobody"); };
        if (std::ranges::none_of(said, of_it)) notes.push_back(std::move(note));
    }
    if (auto missing = records.never_seen(); !resumed && !missing.empty())
        notes.push_back(note_on_panel(std::move(missing)));
    return notes;
}

std::string text_of(const std::vector<std::string>& notes)
{
    using nlohmann::json;
    return json(notes).dump(-1, ' ', false, json::error_handler_t::replace);
}

void write_notes(ResultsSink& sink, const std::vector<std::string>& notes)
{
    sink.attribute("/", "notes", text_of(notes));
}

} // namespace rongtong::cli
