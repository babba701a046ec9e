// Which figures answer "what does this policy do": its goals, the harm it can do, what it costs, and the state of the economy
// around it. Levers declare goals and harms; whoever calls the analysis hands the declarations in, since analysis knows no model.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace rongtong {

enum class Role { goal, harm, cost, context };

struct Watch {
    std::string indicator, axis, group; // axis "size", group "micro"; both empty: the whole economy
    Role role = Role::context;
    int goes = 0;        // a goal rises (1) or falls (-1), a harm shows by a rise or a fall; 0: nothing is expected
    std::string lever{}; // whose declaration it is
};

struct LeverWatches {
    std::vector<Watch> goals, harms; // the chief ones first
};
using WatchCatalogue = std::map<std::string, LeverWatches>; // by name of the lever

const char* name_of(Role role);

// A policy or shock that one scenario has and the other has not, or has otherwise.
struct PolicyMark {
    std::string label, lever; // a shock's kind for a shock
    bool shock = false, of_base = false;
    int start = 1, ramp = 0; // months
    int end = 0;             // first month without it; 0: never
};

// A value in which two scenarios differ beside policies and shocks.
struct SetupDifference {
    std::string pointer, base, other; // JSON texts; "" where it does not stand
};

// Both take merged scenarios; null gives nothing.
std::vector<PolicyMark> policy_marks(const nlohmann::json& base, const nlohmann::json& other);
std::vector<SetupDifference> setup_differences(const nlohmann::json& base, const nlohmann::json& other);

// About a dozen: goals, harms, cost, context.
std::vector<Watch> headline(const std::vector<PolicyMark>& marks, const WatchCatalogue& catalogue);

// Every indicator that a headline may need by group, with those that shares of groups are made of.
std::vector<std::string> watched_indicators(const WatchCatalogue& catalogue);

} // namespace rongtong
