// The files of a calibration folder, one function each. They report what is wrong through the node and go on. A figure that
// could not be read is not a number until the end, so that no check stumbles over it a second time.
#pragma once

#include "models/calibration.hpp"
#include "scenarios/node.hpp"

namespace rongtong {

void read_nation(const Node& root, Calibration& c);
void read_sectors(const Node& root, const Node& size_classes, Calibration& c); // both files: sectors name size classes
void read_critical_inputs(const Node& root, Calibration& c); // after read_sectors; silent node: no such file
void read_table(const Node& root, Calibration& c);           // after read_sectors
void read_regions(const Node& root, Calibration& c);
void name_sectors(const Node& root, Calibration& c); // by the table's own list, where sectors.json gives none

void check_table(const Node& root, const Calibration& c);      // balance of rows and columns; after read_table
void check_sectors(const Node& sectors, const Calibration& c); // who makes what; enterprises against the nation

} // namespace rongtong
