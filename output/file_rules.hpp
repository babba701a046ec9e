// What format.md and collected.md promise of a file, beyond its being HDF5 with the layout of ours.
#pragma once

namespace rongtong {

class ResultsReader;

// Reads everything in the file. OutputError with file and place where something is not as promised.
void check_rules(const ResultsReader& file);

// Whether the file says that `rongtong collect` made it.
bool is_collected(const ResultsReader& file);

} // namespace rongtong
