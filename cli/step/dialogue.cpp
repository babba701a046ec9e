#include "cli/step/dialogue.hpp"

#include "cli/console.hpp"
#include "cli/step/answers.hpp"
#include "cli/step/steering.hpp"
#include "sim/error.hpp"

#include <algorithm>

namespace rongtong::cli {

using nlohmann::ordered_json;

void say(const ordered_json& answer)
{
    print(answer.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n");
}

Dialogue::Dialogue(const std::string& given) : given_(ordered_json::parse(given, nullptr, false))
{
    if (!given_.is_array()) given_ = ordered_json::array();
}

void Dialogue::open(const Scenario& scenario, const Economy& economy)
{
    until_ = economy.month;
    say(start_answer(scenario, economy));
}

// Whether it could be done; else it was answered why not.
bool Dialogue::heed(const StepRequest& request, Economy& economy, Scenario& scenario)
{
    std::vector<StepProblem> problems;
    const auto month = economy.month + 1;
    check_intensities(request, scenario.setup.policies, month, problems);
    if (problems.empty() && !request.intensity.empty()) {
        try {
            scenario = rongtong::cli::steered(scenario, request.intensity, month);
        } catch (const ScenarioError& error) {
            for (const auto& p : error.problems) problems.push_back({p.pointer, p.message, p.expected, p.hint});
        }
    }
    if (!problems.empty()) {
        say({{"type", "error"}, {"problems", problems_json(problems)}});
        return false;
    }
    economy.setup.policies = scenario.setup.policies;
    for (const auto& [label, value] : request.intensity)
        given_.push_back({{"month", month}, {"policy", label}, {"intensity", value}});
    return true;
}

Dialogue::Next Dialogue::before_month(Economy& economy, Scenario& scenario)
{
    const auto last = scenario.setup.months;
    std::string line;
    while (economy.month >= until_) {
        if (output_was_lost()) return Next::gone;
        const auto came = lines_.next(line);
        if (came != InputLines::Came::line) return came == InputLines::Came::end ? Next::gone : Next::signal;
        std::vector<StepProblem> problems;
        request_ = read_request(line, problems);
        if (!problems.empty()) say({{"type", "error"}, {"problems", problems_json(problems)}});
        else if (request_.stop) return Next::stop;
        else if (heed(request_, economy, scenario))
            until_ = request_.finish ? last : std::min(last, economy.month + request_.advance);
    }
    return Next::month;
}

void Dialogue::after_month(const Economy& economy)
{
    if (economy.month >= until_) say(month_answer(economy, request_.by));
}

} // namespace rongtong::cli
