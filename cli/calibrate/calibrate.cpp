// rongtong calibrate: waves of runs, each at points that the waves before could not rule out. Every wave is a sweep in a folder of its
// own, and its points follow from the file and the waves before, so that a killed calibration goes on where it was.
#include "analysis/fit/space.hpp"
#include "analysis/text_file.hpp"
#include "cli/calibrate/options.hpp"
#include "cli/calibrate/runs.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/provenance.hpp"
#include "cli/sweep/folder.hpp"
#include "cli/sweep/ledger.hpp"
#include "cli/sweep/options.hpp"
#include "cli/sweep/start_copies.hpp"
#include "output/input_error.hpp"
#include "output/run_store.hpp"
#include "scenarios/designs/kind.hpp"
#include "sim/parallel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Points = std::vector<std::vector<json>>; // values by point and parameter

// A folder that is new, or that a calibration was begun in.
void check_folder(const CalibrateOptions& o)
{
    std::error_code ec;
    const bool begun = is_sweep_folder(o.output / "wave-1");
    const bool there = fs::exists(o.output, ec) && !(fs::is_directory(o.output, ec) && fs::is_empty(o.output, ec));
    if (begun && !o.resume)
        throw BadInput(o.output.string() + ": exists already; --resume goes on, -o names another folder");
    if (there && !begun)
        throw BadInput(o.output.string() + ": exists already and is no folder of a calibration; -o names another");
    fs::create_directories(o.output, ec);
    if (ec) throw BadInput(fmt::format("{}: can't be made: {}", o.output.string(), ec.message()));
}

// Values at places of the unit cube; where whole numbers make two points one, once.
void add_points(const FitPlan& fit, const std::vector<std::vector<double>>& places, Points& points)
{
    for (const auto& at : places) {
        std::vector<json> values;
        for (std::size_t i = 0; i < at.size(); ++i) values.push_back(fit.plan.parameters[i].value_at(at[i]));
        if (std::ranges::find(points, values) == points.end()) points.push_back(std::move(values));
    }
}

// What the scenario has without the calibration, where that lies between the bounds, and a Latin hypercube.
Points first_points(const FitPlan& fit)
{
    DesignRequest request;
    request.kind = "latin_hypercube";
    request.points = static_cast<std::int64_t>(fit.points);
    request.seed = fit.seed;
    Factors factors;
    for (const auto& p : fit.plan.parameters) factors.push_back({p.name, 0});
    Points points;
    if (auto usual = usual_point(fit); !usual.empty()) points.push_back(std::move(usual));
    std::vector<std::vector<double>> places;
    for (const auto& p : make_design(request, factors).points) places.push_back(p.at);
    add_points(fit, places, points);
    return points;
}

// Whether each run of the wave has been done, be it that it failed.
bool is_complete(const fs::path& folder, const SweepPlan& plan)
{
    const RunStore store(folder);
    const auto failures = read_failures(folder);
    for (std::size_t run = 0; run < plan.runs(); ++run)
        if (!store.has(run) && !failures.contains(run)) return false;
    return true;
}

class Calibration {
public:
    explicit Calibration(const CalibrateOptions& options)
        : o_(options),
          fit_(load_fit(options.plan, known_regularities())),
          match_(targets_of(fit_), {fit_.cutoff, fit_.largest})
    {
        report_.name = fit_.plan.name;
        report_.words = words_of(fit_);
        report_.seed = fit_.seed;
        report_.waves_wanted = fit_.waves;
        report_.program = fmt::format("{} {}", program_version(), git_commit());
        for (const auto& p : fit_.plan.parameters)
            report_.parameters.push_back({p.name, p.pointer, p.low, p.high, p.logarithmic});
        for (const auto& values : fit_.asked) report_.asked.push_back({numbers(values), places_of(fit_, values)});
    }

    int run()
    {
        check_folder(o_);
        Points points = first_points(fit_);
        if (!usual_point(fit_).empty()) report_.usual = 0;
        for (std::size_t wave = 1; wave <= fit_.waves && !points.empty(); ++wave) {
            const int code = run_wave(wave, points);
            if (code != done) return code;
            if (!o_.quiet && !o_.json) print(wave_text(report_, wave - 1) + "\n");
            points = next_points();
        }
        write();
        if (o_.json) print(text_of(fit_json(report_, match_)));
        else if (!o_.quiet) print("\n" + fit_table(report_, match_));
        if (!points_left(match_).empty()) return done;
        complain("no point is left, and none is handed on");
        return failed;
    }

private:
    static std::vector<double> numbers(const std::vector<json>& values)
    {
        std::vector<double> all;
        for (const auto& value : values) all.push_back(value.get<double>());
        return all;
    }

    static std::string text_of(const nlohmann::ordered_json& value)
    {
        return value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    }

    SweepOptions sweep_options(const fs::path& folder) const
    {
        SweepOptions options;
        options.output = folder;
        options.jobs = o_.jobs;
        options.threads = o_.threads;
        options.resume = true;
        options.yes = o_.yes;
        options.quiet = o_.quiet || o_.json;
        options.command_line = o_.command_line;
        return options;
    }

    // The exit code. Runs that fail leave their points without figures.
    int run_wave(std::size_t wave, const Points& points)
    {
        const fs::path folder = o_.output / fmt::format("wave-{}", wave);
        const SweepPlan plan = plan_at_points(fit_, points, false);
        const int code = sweep(sweep_options(folder), plan);
        if (code != done && (code != failed || !is_complete(folder, plan))) return code;
        match_.add_wave(tried_points(fit_, plan, folder, wave));
        for (const auto& values : points) report_.values.push_back(numbers(values));
        const auto look = [&] {
            return space_left(match_, fit_.plan.parameters.size(), fit_.seed, static_cast<std::uint32_t>(wave));
        };
        space_ = o_.threads > 0 ? with_arena(o_.threads, look) : look();
        report_.waves.push_back(
            {points.size(), plan.runs(), plan.runs() - RunStore(folder).size(), space_.share, values_left()});
        return done;
    }

    // By parameter, the least and the largest value of what is left.
    std::vector<std::pair<double, double>> values_left() const
    {
        std::vector<std::pair<double, double>> left;
        for (std::size_t i = 0; i < fit_.plan.parameters.size() && !space_.members.empty(); ++i) {
            const auto by_place = [i](const auto& a, const auto& b) { return a[i] < b[i]; };
            const auto [low, high] = std::ranges::minmax_element(space_.members, by_place);
            const auto value = [&](const auto& at) {
                return fit_.plan.parameters[i].value_at((*at)[i]).template get<double>();
            };
            left.emplace_back(value(low), value(high));
        }
        return left;
    }

    Points next_points() const
    {
        std::vector<std::vector<double>> places;
        for (const auto p : spread_out(space_.members, fit_.points)) places.push_back(space_.members[p]);
        Points points;
        add_points(fit_, places, points);
        return points;
    }

    void write_file(const char* name, const std::string& text) const
    {
        TextFile file(o_.output / name, true);
        file.write(text);
        file.finish();
    }

    void write() const
    {
        write_file("calibration.json", text_of(fit_json(report_, match_)));
        write_file("points.csv", fit_csv(report_, match_));
        std::error_code ec;
        if (const auto plan = points_plan()) write_file("points.json", plan->dump(1) + "\n");
        else fs::remove(o_.output / "points.json", ec); // of fewer waves
    }

    // All scenarios at the points that are left, as a plan that finds what it needs beside it.
    std::optional<json> points_plan() const
    {
        const auto left = points_left(match_);
        if (left.empty()) return std::nullopt;
        std::vector<std::vector<double>> places;
        for (const auto p : left) places.push_back(match_.points()[p].x);
        Points points;
        for (const auto at : spread_out(places, fit_.handed_on ? fit_.handed_on : left.size())) {
            std::vector<json> values;
            for (std::size_t i = 0; i < fit_.plan.parameters.size(); ++i) {
                const double value = report_.values[left[at]][i];
                values.push_back(fit_.plan.parameters[i].whole ? json(static_cast<std::int64_t>(value)) : json(value));
            }
            points.push_back(std::move(values));
        }
        return stored_beside(o_.output, plan_at_points(fit_, points, true));
    }

    const CalibrateOptions& o_;
    FitPlan fit_;
    HistoryMatch match_;
    FitReport report_;
    SpaceLeft space_;
};

} // namespace

int calibrate(const CalibrateOptions& options)
{
    try {
        return Calibration(options).run();
    } catch (const OutputError& error) {
        complain(
            fmt::format("the calibration can't go on: {}\n  Finished runs are kept. When the cause is gone, call it "
                        "again with --resume",
                        error.what()));
        return dynamic_cast<const InputError*>(&error) ? bad_input : failed;
    }
}

} // namespace rongtong::cli
