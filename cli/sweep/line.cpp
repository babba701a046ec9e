#include "cli/sweep/line.hpp"

#include "cli/notes.hpp"
#include "models/room.hpp"
#include "output/output_path.hpp"
#include "output/results_writer.hpp"

namespace rongtong::cli {

namespace {

// The same economy under other policies.
Economy under(Economy economy, const Setup& setup)
{
    economy.setup = setup;
    economy.policy.levers.resize(setup.policies.size());
    make_room(economy); // copies have none
    return economy;
}

} // namespace

Line::Line(std::shared_ptr<const Scenario> scenario)
    : scenario_(std::move(scenario)),
      economy_(start_economy(scenario_->setup)),
      months_(results_, scenario_->output, economy_, scenario_->setup.months),
      records_(results_, scenario_->output, scenario_->setup),
      reach_(scenario_->setup, economy_.month),
      draws_(scenario_->setup.seed, scenario_->setup.replicate)
{}

Line::Line(std::shared_ptr<const Scenario> scenario, const Past& past)
    : Line(std::move(scenario), Past{past.economy, past.results})
{}

Line::Line(std::shared_ptr<const Scenario> scenario, Past&& past)
    : scenario_(std::move(scenario)),
      economy_(under(std::move(past.economy), scenario_->setup)),
      months_(results_, scenario_->output, economy_, scenario_->setup.months),
      records_(results_, scenario_->output, scenario_->setup),
      reach_(scenario_->setup, economy_.month),
      draws_(scenario_->setup.seed, scenario_->setup.replicate)
{
    results_.adopt(past.results);
}

void Line::advance()
{
    advance_month(economy_, draws_);
    months_.write(economy_);
    records_.write(economy_);
    reach_.look(economy_);
    firm_months_ += static_cast<double>(economy_.total.firms);
}

std::vector<std::string> Line::notes() const { return run_notes(*scenario_, reach_, records_, false); }

std::vector<std::byte> results_image(const ResultsBuffer& results, const std::filesystem::path& scratch)
{
    std::vector<std::byte> bytes;
    {
        ResultsWriter writer(scratch);
        results.copy_to(writer);
        bytes = writer.snapshot_bytes();
    }
    std::error_code ec;
    std::filesystem::remove(part_path_of(scratch), ec);
    return bytes;
}

} // namespace rongtong::cli
