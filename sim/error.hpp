// What can go wrong for good. Programming errors are assertions; bad input is ScenarioError.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace rongtong {

// One thing that is wrong with an input file.
struct Problem {
    std::string file;     // path as the user gave it
    std::string pointer;  // JSON pointer of the value ("" for the whole file)
    int line = 0;         // 1-based; 0 where there is none
    int column = 0;       // 1-based, in characters
    std::string message;  // what is wrong
    std::string expected; // what would be right: type, unit, range
    std::string hint;     // "did you mean ...", or what to do
};

// An input can't be used: all of its problems at once.
struct ScenarioError : std::runtime_error {
    std::vector<Problem> problems;
    explicit ScenarioError(std::vector<Problem> p) : std::runtime_error("bad input"), problems(std::move(p)) {}
};

// A file could not be written or read (results, checkpoint, export).
struct OutputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A checkpoint that can't be used: damaged, of another version, of another scenario.
struct CheckpointError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The books do not close: account, month and amount are in the message.
struct AccountingError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A sum or product of money left the 64-bit range.
struct MoneyOverflow : std::overflow_error {
    using std::overflow_error::overflow_error;
};

} // namespace rongtong
