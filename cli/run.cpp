#include "cli/run.hpp"

#include "cli/checkpoints.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/marks.hpp"
#include "cli/one_run.hpp"
#include "cli/run_words.hpp"
#include "cli/signals.hpp"
#include "cli/summary.hpp"
#include "sim/parallel.hpp"

#include <fmt/format.h>

#include <new>

namespace rongtong::cli {

namespace {

// The last words of a run.
void tell(const RunOptions& options, const Summary& summary)
{
    using nlohmann::ordered_json;
    if (options.step) say({{"type", "done"}, {"summary", summary_json(summary)}});
    else if (options.json)
        print(summary_json(summary).dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n");
    else print(summary_text(summary));
}

int compute(RunPlan& plan, const RunOptions& options, Saved& saved)
{
    using Clock = std::chrono::steady_clock;
    const auto began = Clock::now();
    OneRun one(plan, options, saved);
    const int code = one.advance();
    if (!one.finished()) return code;
    warn_of_marks(one.economy().marks);
    warn_of_what_showed(plan.scenario, one.notes(), options.step);
    if (options.quiet && !options.json && !options.step) return code;
    const std::chrono::duration<double> seconds = Clock::now() - began;
    Summary summary = summarise(plan, one.economy(), one.firm_months(), seconds.count());
    summary.asked_in_vain = one.notes();
    tell(options, summary);
    return code;
}

int report(const std::string& what, const Saved& saved)
{
    complain("the run failed: " + what);
    if (!saved.checkpoint.empty())
        print_error(fmt::format("The checkpoint of month {} is whole. When the cause is gone:\n  {}\n", saved.month,
                                how_to_go_on(saved.checkpoint)));
    return failed;
}

} // namespace

int run(const RunOptions& options)
{
    RunPlan plan = make_plan(options);
    check_memory(plan);
    remove_stale_parts(plan.checkpoint);
    announce(plan, options);
    watch_signals();
    Saved saved{plan.resumed, plan.first_month};
    try {
        return with_threads(plan.threads, [&] { return compute(plan, options, saved); });
    } catch (ScenarioError& error) { // the calibration can't carry an economy: bad input still
        for (auto& problem : error.problems)
            if (problem.file.empty()) problem.file = plan.scenario.calibration_folder.string();
        throw;
    } catch (const CheckpointError&) {
        throw;
    } catch (const BadInput&) {
        throw;
    } catch (const std::bad_alloc&) {
        return report(fmt::format("there is not enough memory for {} firms",
                                  grouped(static_cast<std::int64_t>(plan.scenario.setup.firms))),
                      saved);
    } catch (const std::exception& error) {
        return report(error.what(), saved);
    }
}

} // namespace rongtong::cli
