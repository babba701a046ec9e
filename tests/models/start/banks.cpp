// What banks of the start must earn (models/start/balances.cpp).
#include "sim/error.hpp"
#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("banks whose interest does not pay for their deposits are refused, with what to change")
{
    Setup setup = small_setup();
    setup.parameters.banks.deposit_rate = 0.08;
    try {
        start_economy(setup);
        FAIL("no error");
    } catch (const ScenarioError& error) {
        REQUIRE(error.problems.size() == 1);
        CHECK(error.problems[0].pointer == "/model/banks");
        CHECK(error.problems[0].message.find("does not pay for their deposits") != std::string::npos);
        CHECK(error.problems[0].hint.find("deposit_rate") != std::string::npos);
    }
}
