#include "models/retired.hpp"

#include <algorithm>

namespace rongtong {

const RetiredParameters& retired_parameters()
{
    static const RetiredParameters list{}; // none since version 1 of the results
    return list;
}

const RetiredParameter* find_retired(const RetiredParameters& list, std::string_view group, std::string_view name)
{
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const auto& r) { return r.group == group && r.name == name; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace rongtong
