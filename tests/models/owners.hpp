// For tests in which a firm without cash has to fail.
#pragma once

#include "tests/models/fixture.hpp"

namespace rongtong {

// Owners put nothing into firms that are short.
inline Setup without_owners(Setup setup)
{
    setup.parameters.insolvency.owner_chance = 0;
    return setup;
}

} // namespace rongtong
