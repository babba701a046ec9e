// The data into the page that page/ made. Inside the script element the data are JSON whose "<", ">" and "&" are written as
// escapes, so that no text of a file or a scenario can end the element or begin another.
#include <string_view>

#include "analysis/report/report.hpp"

namespace rongtong {

namespace {

// Pieces of page/dist/page.html, since compilers need not take longer literals.
constexpr const char* pieces[] = {
#include "report_page.inc"
};
constexpr std::string_view data_place = "@RONGTONG_DATA@";

std::string as_script(const nlohmann::ordered_json& data)
{
    constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace; // file names may hold any bytes
    std::string text;
    for (const char c : data.dump(-1, ' ', false, replace)) {
        if (c == '<') text += "\\u003c";
        else if (c == '>') text += "\\u003e";
        else if (c == '&') text += "\\u0026";
        else text += c;
    }
    return text;
}

} // namespace

std::string report_page(const nlohmann::ordered_json& data)
{
    std::string page;
    for (const char* piece : pieces) page += piece;
    return page.replace(page.find(data_place), data_place.size(), as_script(data));
}

} // namespace rongtong
