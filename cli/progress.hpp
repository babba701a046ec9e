// How far a run has come, on stderr: a bar on a terminal, plain lines elsewhere; or, for a program, lines of JSON.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rongtong::cli {

enum class ProgressFor { nobody, people, program };

// What --progress json and --quiet ask for.
inline ProgressFor progress_for(const std::string& wanted, bool quiet)
{
    if (wanted == "json") return ProgressFor::program;
    return quiet ? ProgressFor::nobody : ProgressFor::people;
}

class Progress {
public:
    Progress(std::int32_t first_month, std::int32_t last_month, ProgressFor reader);

    void show(std::int32_t month, double firm_months); // firm-months since the first month
    void clear();                                      // takes the bar away, for a message
    void end();

private:
    using Clock = std::chrono::steady_clock;
    double seconds_since(Clock::time_point then) const
    {
        return std::chrono::duration<double>(Clock::now() - then).count();
    }
    std::string state(std::int32_t month, double firm_months) const;
    void draw_bar(std::int32_t month, const std::string& state);
    void say_json(std::int32_t month, double firm_months);

    std::int32_t first_, last_, shown_month_;
    ProgressFor reader_;
    bool terminal_, drawn_ = false;
    Clock::time_point began_ = Clock::now(), shown_ = began_;
};

} // namespace rongtong::cli
