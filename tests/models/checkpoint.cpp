// Twenty months are ten months, a checkpoint and ten months (models/state.hpp).
#include "models/state.hpp"

#include "sim/checkpoint.hpp"

#include "tests/models/fixture.hpp"
#include "tests/models/test_file.hpp"

using namespace rongtong;

namespace {

void save(const Economy& e, const std::string& path)
{
    CheckpointWriter writer;
    add_state(writer, e);
    writer.save(path);
}

Economy load(const std::string& path, const Setup& setup)
{
    CheckpointReader reader(path);
    return restore_state(reader, setup);
}

Setup busy_setup(std::uint64_t firms)
{
    Setup setup = small_setup(firms);
    Policy cap;
    cap.label = "cap";
    cap.lever = find_lever("payment_term_cap");
    cap.parameters = {60, 0.8, 0.1825, 1};
    cap.yearly_cost_per_firm = 40;
    cap.start_month = 5;
    cap.ramp_months = 12;
    setup.policies.push_back(cap);
    setup.shocks.push_back({"flood", find_shock("capacity_loss"), 8, {0.4, 6, 0}, {}});
    return setup;
}

} // namespace

TEST_CASE("twenty months are ten, a checkpoint, and ten more")
{
    const Setup setup = busy_setup(1500);
    Economy whole = start_economy(setup);
    advance(whole, 10);
    TestFile file;
    save(whole, file.path());
    Economy resumed = load(file.path(), setup);
    CHECK(resumed.month == 10);
    CHECK(state_hash(resumed) == state_hash(whole));
    for (int month = 0; month < 10; ++month) { // with a compaction in month 12
        advance(whole);
        advance(resumed);
        INFO("month " << whole.month);
        REQUIRE(state_hash(resumed) == state_hash(whole));
        REQUIRE(resumed.total.made == whole.total.made);
    }
    CHECK(resumed.accounts.balance.cell == whole.accounts.balance.cell);
}

TEST_CASE("every month, also the first and those of compactions, can be resumed from")
{
    const Setup setup = busy_setup(600);
    Economy e = start_economy(setup);
    for (int month = 0; month <= 25; ++month) {
        TestFile file;
        save(e, file.path());
        Economy resumed = load(file.path(), setup);
        advance(e);
        advance(resumed);
        INFO("resumed after month " << month);
        REQUIRE(state_hash(resumed) == state_hash(e));
    }
}

TEST_CASE("an economy at rest, and one resumed with another number of threads")
{
    const Setup setup = resting_setup(600);
    Economy e = after(setup, 3);
    TestFile file;
    save(e, file.path());
    Economy resumed = with_threads(3, [&] { return load(file.path(), setup); });
    with_threads(3, [&] { advance(resumed, 2); });
    advance(e, 2);
    CHECK(state_hash(resumed) == state_hash(e));
}

TEST_CASE("a policy that starts after the checkpoint gives what it gives to a run from the start")
{
    Setup with = busy_setup(600), without = with;
    without.policies.clear();
    with.policies[0].start_month = 9;
    Economy trunk = after(without, 6), whole = after(with, 6);
    TestFile file;
    save(trunk, file.path());
    Economy branch = load(file.path(), with);
    for (int month = 0; month < 8; ++month) {
        advance(branch);
        advance(whole);
    }
    CHECK(state_hash(branch) == state_hash(whole));
    advance(trunk, 8);
    CHECK(state_hash(trunk) != state_hash(whole));
}

TEST_CASE("a state of another layout or of another calibration is refused")
{
    const Setup setup = small_setup(600);
    const Economy e = start_economy(setup);
    TestFile file;
    CheckpointWriter writer;
    writer.add_value("state_layout", state_layout() + 1);
    writer.save(file.path());
    CHECK_THROWS_AS(load(file.path(), setup), CheckpointError);

    save(e, file.path());
    auto fewer = std::make_shared<Calibration>(*china());
    fewer->sectors.pop_back();
    for (auto& s : fewer->sectors) s.inputs.pop_back();
    Setup other = setup;
    other.calibration = fewer;
    CHECK_THROWS_AS(load(file.path(), other), CheckpointError);
}

TEST_CASE("marks of plausibility go on after a checkpoint")
{
    const TestFile file;
    Economy e = after(small_setup(), 2);
    e.marks[2] = {1, 2, -0.5};
    const auto hash = state_hash(e);
    save(e, file.path());
    const Economy loaded = load(file.path(), e.setup);
    CHECK(loaded.marks[2].first == 1);
    CHECK(loaded.marks[2].months == 2);
    CHECK(loaded.marks[2].worst == -0.5);
    CHECK(loaded.marks[0].first == 0);
    CHECK(state_hash(loaded) == hash);
}
