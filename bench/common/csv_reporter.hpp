// The console's table, and a row of CSV per measurement: commit, compiler, cpu, threads, workload, rows, time (seconds
// per pass), rate (rows per second). Rows are appended, so that one file collects all workloads and commits.
#pragma once

#include "bench/common/machine.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <unistd.h>

namespace rongtong::bench {

// RFC 4180: quoted where needed.
inline std::string csv_field(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == text.npos) return text;
    std::string quoted = "\"";
    for (char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

class CsvReporter : public benchmark::ConsoleReporter {
public:
    // path "": the console only. Throws std::runtime_error if the file can't be opened.
    explicit CsvReporter(const std::string& path)
        : ConsoleReporter(isatty(STDOUT_FILENO) ? OO_Defaults : OO_Tabular), // colours for a terminal only
          prefix_(fmt::format("{},{},{}", csv_field(commit()), csv_field(compiler()), csv_field(cpu())))
    {
        if (path.empty()) return;
        file_.open(path, std::ios::app);
        if (!file_) throw std::runtime_error("can't write " + path);
        if (file_.tellp() == std::ofstream::pos_type(0))
            file_ << "commit,compiler,cpu,threads,workload,rows,time,rate\n";
    }

    void ReportRuns(const std::vector<Run>& runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        if (!file_.is_open()) return;
        for (const Run& run : runs) write(run);
        file_.flush();
        if (!file_) throw std::runtime_error("can't write the CSV file (disk full?)");
    }

private:
    void write(const Run& run)
    {
        const auto rows = run.counters.find("rows"), threads = run.counters.find("threads");
        // Neither a mean over repetitions nor a workload whose result was wrong is a measurement.
        if (run.run_type != Run::RT_Iteration || rows == run.counters.end() || threads == run.counters.end()) return;
        const double seconds = run.real_accumulated_time / static_cast<double>(run.iterations);
        file_ << fmt::format("{},{},{},{},{:.6g},{:.6g}\n", prefix_, threads->second.value,
                             csv_field(run.run_name.function_name), rows->second.value, seconds,
                             rows->second.value / seconds);
    }

    std::string prefix_;
    std::ofstream file_;
};

} // namespace rongtong::bench
