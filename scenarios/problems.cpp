#include "scenarios/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace rongtong {

namespace {

std::string format_problem(const Problem& p)
{
    std::string out = p.file;
    if (p.line > 0) out += fmt::format(":{}:{}", p.line, p.column);
    if (!out.empty()) out += ": ";
    if (!p.pointer.empty()) out += p.pointer + ": ";
    out += p.message;
    std::string more = p.expected.empty() ? "" : "expected " + p.expected;
    if (!p.hint.empty()) more += (more.empty() ? "" : "; ") + p.hint;
    if (!more.empty()) out += " (" + more + ")";
    return out + "\n";
}

} // namespace

std::string format_problems(const std::vector<Problem>& problems)
{
    std::string out;
    for (const auto& p : problems) out += format_problem(p);
    return out;
}

void sort_problems(std::vector<Problem>& problems)
{
    std::map<std::string, std::size_t> order;
    for (const auto& p : problems) order.emplace(p.file, order.size());
    std::stable_sort(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) {
        return std::make_tuple(order[a.file], a.line, a.column) < std::make_tuple(order[b.file], b.line, b.column);
    });
}

} // namespace rongtong
