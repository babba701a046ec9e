#include "cli/sweep/folder.hpp"

#include "cli/exit_codes.hpp"
#include "cli/provenance.hpp"
#include "cli/sweep/extend.hpp"
#include "cli/sweep/share.hpp"
#include "cli/sweep/start_copies.hpp"
#include "output/input_error.hpp"
#include "scenarios/sha256.hpp"
#include "sim/error.hpp"
#include "sim/planted.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include <unistd.h>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* format_name = "rongtong sweep";
constexpr int format_version = 1;

json made_by(const std::string& plan_text)
{
    return {{"format", format_name},
            {"format_version", format_version},
            {"plan_sha256", sha256(plan_text)},
            {"program_version", program_version()},
            {"git_commit", git_commit()},
            {"compiler", compiler()}};
}

void write_text(const fs::path& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) throw OutputError(file.string() + ": can't be written");
}

json read_json_file(const fs::path& file)
{
    std::ifstream in(file);
    auto value = json::parse(in, nullptr, false);
    if (planted("records") ? value.is_discarded() : !value.is_object())
        throw BadInput(file.string() + ": can't be read; is this the folder of a sweep?");
    return value;
}

void fill(const fs::path& folder, const SweepPlan& plan)
{
    for (const char* inner : {"runs", "packs", "failures", "checkpoints", "processes"})
        fs::create_directories(folder / inner);
    const auto text = stored_beside(folder, plan).dump(1) + "\n";
    write_text(folder / "plan.json", text);
    write_text(folder / "sweep.json", made_by(text).dump(1) + "\n");
}

// Without a slash at the end: what is made beside it first must not be in it.
fs::path named(const fs::path& folder)
{
    const auto normal = folder.lexically_normal();
    const auto path = normal.has_filename() ? normal : normal.parent_path();
    if (path.filename().empty() || path.filename() == "." || path.filename() == "..")
        throw BadInput(folder.string() + ": can't be made; name a new folder, such as study");
    return path;
}

// Under a name of its own first: what bears the folder's name is whole, and of several processes one comes first.
void make(const fs::path& folder, const SweepPlan& plan)
{
    const fs::path begun = fmt::format("{}.{}.part", folder.string(), ::getpid());
    std::error_code ec, none;
    std::string why;
    try {
        fs::remove_all(begun, ec);
        fill(begun, plan);
        fs::rename(begun, folder, ec); // an empty folder is replaced, any other is not
        if (ec && !is_sweep_folder(folder)) why = ec.message();
    } catch (const fs::filesystem_error& error) {
        why = error.code().message();
    } catch (const OutputError& error) {
        why = error.what();
    }
    fs::remove_all(begun, none);
    if (!why.empty()) throw BadInput(fmt::format("{}: can't be made: {}", folder.string(), why));
}

std::string text_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A text out of a record that may have been changed; empty where it is none.
std::string text_in(const json& record, const char* key)
{
    if (planted("records")) return record.value(key, "");
    const auto found = record.find(key);
    return found != record.end() && found->is_string() ? found->get<std::string>() : "";
}

enum class For { reading, adding };

// Only who adds runs must be the program that made the others.
void check_program(const fs::path& folder, For purpose)
{
    const json by = read_json_file(folder / "sweep.json"), now = made_by(text_of(folder / "plan.json"));
    if (text_in(by, "format") != format_name) throw BadInput(folder.string() + ": is no folder of a sweep");
    if (!by.contains("format_version") || by["format_version"] != format_version)
        throw BadInput(folder.string() + ": was made by another version of rongtong's sweep; use that version");
    for (const char* key : {"program_version", "git_commit", "compiler"})
        if (purpose == For::adding && text_in(by, key) != text_in(now, key))
            throw BadInput(
                fmt::format("{}: was begun by another program ({} {}, here {}), whose runs would be mixed with this "
                            "one's; use that program, or begin again in another folder",
                            folder.string(), key, text_in(by, key), text_in(now, key)));
    if (text_in(by, "plan_sha256") != text_in(now, "plan_sha256"))
        throw BadInput(folder.string() + ": its plan.json was changed since its runs were made; put back what it was");
}

// The figures that the runs were made of.
void check_calibration(const fs::path& folder, const SweepPlan& plan)
{
    const json stored = read_json_file(folder / "plan.json");
    const auto changed = [&](const PlanScenario& s) {
        const auto at = json::json_pointer("/scenarios") / s.label / "calibration";
        return !stored.contains(at) || stored[at] != calibration_name(s.scenario);
    };
    for (const auto& s : plan.scenarios)
        if (changed(s))
            throw BadInput(
                fmt::format("{}: was changed since the sweep was begun, whose runs would be mixed; put back what it "
                            "was",
                            s.scenario.calibration_folder.string()));
}

} // namespace

bool is_sweep_folder(const fs::path& folder)
{
    std::error_code ec;
    return fs::is_regular_file(folder / "sweep.json", ec) && fs::is_regular_file(folder / "plan.json", ec);
}

std::string commit_of_folder(const fs::path& folder)
{
    return text_in(read_json_file(folder / "sweep.json"), "git_commit");
}

namespace {

SweepPlan open_checked(const fs::path& folder, For purpose)
{
    if (!is_sweep_folder(folder)) throw BadInput(folder.string() + ": is no folder of a sweep");
    check_program(folder, purpose);
    SweepPlan plan = load_plan(folder / "plan.json");
    check_calibration(folder, plan);
    return plan;
}

} // namespace

SweepPlan open_folder(const fs::path& folder) { return open_checked(folder, For::adding); }
SweepPlan read_folder(const fs::path& folder) { return open_checked(folder, For::reading); }

namespace {

// The folder of a plan that holds all runs of the one that it was made for.
void extend(const fs::path& folder, const SweepPlan& plan, const json& given, const json& stored)
{
    check_program(folder, For::adding);
    const SweepPlan before = load_plan(folder / "plan.json");
    const auto last = [](const SweepPlan& p) { return p.first_replicate + p.replicates; };
    if (!holds_all_of(given, stored) || before.first_replicate < plan.first_replicate || last(before) > last(plan))
        throw BadInput(
            fmt::format("{}: is of another plan, and runs of two plans are never mixed. --resume goes on with a plan "
                        "that has more replicates or scenarios, or other words. They differ at:{}",
                        folder.string(), differences(stored, given)));
    const SweepLock lock(folder); // nobody begins on a share until the folder is another
    if (const auto others = shares_at_work(folder); !others.empty())
        throw BadInput(fmt::format("{}: its plan can't grow while a process is at work on share {}", folder.string(),
                                   others.front()));
    const fs::path grown = fmt::format("{}.{}.part", named(folder).string(), ::getpid());
    std::error_code none;
    try {
        fs::remove_all(grown, none);
        fill(grown, plan);
        take_over(folder, before, grown, load_plan(grown / "plan.json")); // as runs of the folder will know it
        replace_folder(named(folder), grown);
    } catch (const InputError& error) { // a run that is damaged, or is not what it seems
        fs::remove_all(grown, none);
        throw BadInput(fmt::format("{}: can't be extended: {}", folder.string(), error.what()));
    } catch (const std::exception& error) {
        fs::remove_all(grown, none);
        throw OutputError(fmt::format("{}: can't be extended: {}", folder.string(), error.what()));
    }
}

} // namespace

void check_still_of(const fs::path& folder, const SweepPlan& plan)
{
    if (load_plan(folder / "plan.json").sha256 != plan.sha256)
        throw BadInput(folder.string() + ": its plan has grown meanwhile; call it again with --resume");
}

SweepPlan make_or_check_folder(const fs::path& folder, const SweepPlan& plan, bool may_grow)
{
    std::error_code ec;
    if (!is_sweep_folder(folder)) {
        if (fs::exists(folder, ec) && !(fs::is_directory(folder, ec) && fs::is_empty(folder, ec)))
            throw BadInput(folder.string() + ": exists already and is no folder of a sweep; -o names another");
        make(named(folder), plan);
    }
    const json stored = read_json_file(folder / "plan.json"), given = stored_plan(plan);
    if (stored != given && may_grow) extend(folder, plan, given, stored);
    else if (stored != given)
        throw BadInput(
            fmt::format("{}: is of another plan, and runs of two plans are never mixed; name another folder, or "
                        "take the plan back to what it was. They differ at:{}",
                        folder.string(), differences(stored, given)));
    return open_folder(folder);
}

} // namespace rongtong::cli
