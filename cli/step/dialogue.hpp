// The talk with who steers a run: rongtong run --step (docs/step.md).
#pragma once

#include "cli/step/lines.hpp"
#include "cli/step/request.hpp"
#include "models/economy.hpp"
#include "scenarios/scenario.hpp"

#include <string>

namespace rongtong::cli {

class Dialogue {
public:
    // given: of the run's earlier parts, as text() gave it then.
    explicit Dialogue(const std::string& given = "[]");

    enum class Next { month, stop, gone, signal }; // gone: nobody asks any more

    void open(const Scenario& scenario, const Economy& economy);

    // Before a month: what comes now. Waits for a request where the last one is met, answers mistakes itself, and puts intensities that
    // were given into economy and scenario.
    Next before_month(Economy& economy, Scenario& scenario);
    void after_month(const Economy& economy); // answers where the request is met

    bool steered() const { return !given_.empty(); }
    std::string text() const { return given_.dump(); } // all that was given: [{"month":, "policy":, "intensity":}, ...]

private:
    bool heed(const StepRequest& request, Economy& economy, Scenario& scenario);

    InputLines lines_;
    StepRequest request_;
    std::int32_t until_ = -1; // month in which the request is met
    nlohmann::ordered_json given_;
};

void say(const nlohmann::ordered_json& answer); // a line on standard output

} // namespace rongtong::cli
