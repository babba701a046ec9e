// Texts of a results file as they are written into files that other programs open.
#pragma once

#include <string>

namespace rongtong {

// A cell of a CSV table that holds numbers or what is ours: quoted where it must be.
std::string csv_field(const std::string& field);

// A cell that holds a text: control characters as \uNNNN, and a quote before what a spreadsheet would take for a formula.
std::string csv_text(const std::string& text);

// Between the tags and in the attributes of XML 1.0, which has no control characters.
std::string xml_text(const std::string& text);

} // namespace rongtong
