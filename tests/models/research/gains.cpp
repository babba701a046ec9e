// What R&D gives (models/research/gains.hpp, budget.hpp).
#include "models/research/gains.hpp"

#include "models/parameters.hpp"
#include "models/research/budget.hpp"
#include "sim/draws.hpp"

#include <catch2/catch.hpp>

using namespace rongtong;

namespace {

ResearchRules plain()
{
    ResearchRules rules = default_parameters().research;
    rules.chain = 0, rules.success = 0.25, rules.crowding = 2, rules.gain_spread = 1, rules.largest_gain = 0.5,
    rules.catch_up = 0.12;
    return rules;
}

} // namespace

TEST_CASE("successes come with spending over what is usual, and what one gives falls with the lead")
{
    const ResearchRules rules = plain();
    CHECK(success_odds(1, rules) == Approx(0.25 / 12));
    CHECK(success_odds(2, rules) == Approx(0.5 / 12));
    CHECK(success_odds(0, rules) == 0);
    CHECK(success_odds(1000, rules) == 1);
    CHECK(gain_scale(0.03, 0, rules) == Approx(0.12));
    CHECK(gain_scale(0.03, 0.5, rules) == Approx(0.12 * std::exp(-1.0)));
    CHECK(gain_scale(0.03, 3, rules) == Approx(0.12 * std::exp(-2.0))); // the lead counts up to 1
    CHECK(gain_scale(0.03, -3, rules) == Approx(0.12 * std::exp(1.0))); // and down to -0.5
    CHECK(gain_of(0.1, 0, rules) == Approx(0.1 * std::exp(-0.5)));
    CHECK(gain_of(0.1, 9, rules) == 0.5);
}

TEST_CASE("the mean gain is the mean of draws, bound and all")
{
    const ResearchRules rules = plain();
    for (double scale : {0.02, 0.12, 0.4, 2.0}) {
        const Draws draws(7, 0);
        double sum = 0;
        constexpr int n = 200000;
        for (int k = 0; k < n; ++k) {
            const auto w = draws.words(static_cast<std::uint64_t>(k), 1, Purpose::innovation);
            sum += gain_of(scale, normal_from(w[1], w[2]), rules);
        }
        CHECK(mean_gain(scale, rules) == Approx(sum / n).epsilon(0.01));
    }
    CHECK(mean_gain(0, rules) == 0);
    ResearchRules certain = rules;
    certain.gain_spread = 0;
    CHECK(mean_gain(0.1, certain) == 0.1);
    CHECK(mean_gain(0.9, certain) == 0.5);
}

TEST_CASE("who is behind makes up a part of the distance, who is ahead learns nothing")
{
    const ResearchRules rules = plain();
    CHECK(caught_up(-0.2, 0, rules) == Approx(0.002));
    CHECK(caught_up(0, 1, rules) == 0);
    CHECK(caught_up(0.2, 1, rules) == 0);
}

TEST_CASE("R&D follows profit within half and twice the usual rate, and cash where that is short")
{
    ResearchRules rules = plain();
    rules.budget_profit = 2, rules.budget_speed = 0.1;
    CHECK(wanted_research(0.04, {0, 1}, rules) == Approx(0.04));
    CHECK(wanted_research(0.04, {0.1, 1}, rules) == Approx(0.04 * std::exp(0.2)));
    CHECK(wanted_research(0.04, {2, 1}, rules) == Approx(0.08));
    CHECK(wanted_research(0.04, {-2, 1}, rules) == Approx(0.02));
    CHECK(wanted_research(0.04, {0, 0.25}, rules) == Approx(0.02)); // half of half of its buffer
    CHECK(wanted_research(0.04, {0, -1}, rules) == 0);
    CHECK(next_research(0.02, 0.04, {0, 1}, rules) == Approx(0.022));
}

TEST_CASE(
    "a product ages by what successes can be expected to bring, so that performers' quality stays one in the mean")
{
    ResearchRules rules = plain();
    rules.product_gain = 0.2;
    CHECK(product_ageing(rules) == Approx(0.25 / 12 * mean_gain(0.2, rules)));
    const Draws draws(7, 0);
    double lead = 0, sum = 0;
    constexpr int months = 400000;
    for (int month = 0; month < months; ++month) {
        const auto w = draws.words(1, month, Purpose::innovation);
        lead = 0.98 * lead - product_ageing(rules);
        if (to_uniform(w[0]) < success_odds(1, rules))
            lead += gain_of(rules.product_gain, normal_from(w[1], w[2]), rules);
        sum += lead;
    }
    CHECK(sum / months == Approx(0).margin(0.01));
    rules.product_gain = 0;
    CHECK(product_ageing(rules) == 0);
}

TEST_CASE("who has done R&D learns faster from others, by a stock that fades")
{
    ResearchRules rules = plain();
    rules.absorption = 0.5, rules.knowledge_loss = 0.12;
    CHECK(caught_up(-0.2, 1, rules) == Approx(0.002 * 1.25));
    CHECK(caught_up(-0.2, 3, rules) == Approx(0.002 * 1.375));
    CHECK(next_knowledge(1, 1, rules) == 1); // usual R&D keeps it
    CHECK(next_knowledge(1, 0, rules) == Approx(0.99));
    CHECK(next_knowledge(0, 2, rules) == Approx(0.02));
    rules.absorption = 0;
    CHECK(caught_up(-0.2, 3, rules) == caught_up(-0.2, 0, rules));
}
