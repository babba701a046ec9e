// What report and explore do once they know what to show: the page into a file, or its data alone.
#pragma once

#include "analysis/report/report.hpp"
#include "analysis/text_file.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"

#include <string>

namespace rongtong::cli {

// o: output, force, json. page: an example of its name; gather(): the page's data. What is wrong with either is bad input, and
// nothing is written.
template <class Options, class Gather>
int answer_with_page(const Options& o, const std::string& page, const Gather& gather)
{
    nlohmann::ordered_json data;
    try {
        if (!o.output.empty()) check_output_path(o.output, o.force);
        if (o.output.empty() && !o.json)
            throw OutputError("name the page: -o " + page + " (or --json for its data alone)");
        data = gather();
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
    if (!o.output.empty()) {
        TextFile file(o.output, o.force);
        file.write(report_page(data));
        file.finish();
    }
    constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace; // file names may hold any bytes
    print(o.json ? data.dump(2, ' ', false, replace) + "\n" : o.output + "\n");
    return done;
}

} // namespace rongtong::cli
