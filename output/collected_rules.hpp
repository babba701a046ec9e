// What collected.md promises of a collected file. Inside output/ only.
#pragma once

namespace rongtong {

class ResultsReader;

// OutputError with file and place where the facts about the runs do not fit the axes of the runs.
void check_collected(const ResultsReader& file);

} // namespace rongtong
