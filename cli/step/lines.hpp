// Lines of standard input, without losing a signal while waiting for one.
#pragma once

#include <string>

namespace rongtong::cli {

class InputLines {
public:
    enum class Came { line, end, signal };
    Came next(std::string& line); // without its line break; an end without one ends the last line

private:
    bool take(std::string& line);

    std::string buffer_;
    bool ended_ = false;
};

} // namespace rongtong::cli
