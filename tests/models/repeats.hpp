// Whether an economy gives the same whatever the number of threads, and over a checkpoint.
#pragma once

#include "models/state.hpp"
#include "sim/checkpoint.hpp"
#include "tests/models/fixture.hpp"
#include "tests/models/test_file.hpp"

namespace rongtong {

// The economy that its own checkpoint gives.
inline Economy over_checkpoint(const Economy& e)
{
    TestFile file;
    CheckpointWriter writer;
    add_state(writer, e);
    writer.save(file.path());
    CheckpointReader reader(file.path());
    return restore_state(reader, e.setup);
}

// State hashes of so many months on 1, 2 and 3 threads, and with a checkpoint between, for whose economy `looks` may look.
template <class Looks>
void check_repeats(const Setup& setup, int months, int checkpoint, const Looks& looks)
{
    const auto run = [&] { return state_hash(after(setup, months)); };
    const auto one = with_threads(1, run);
    CHECK(with_threads(2, run) == one);
    CHECK(with_threads(3, run) == one);
    const Economy halfway = after(setup, checkpoint);
    looks(halfway);
    Economy resumed = over_checkpoint(halfway);
    advance(resumed, months - checkpoint);
    CHECK(state_hash(resumed) == one);
}

} // namespace rongtong
