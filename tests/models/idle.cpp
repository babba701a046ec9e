// Policies whose mechanism is off (models/policies/idle.hpp).
#include "models/policies/idle.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

Setup with_everything()
{
    Setup setup = small_setup();
    setup.parameters.technology.progress_switch = 2, setup.parameters.review.review_switch = 1;
    setup.parameters.platforms.platform_switch = setup.parameters.digital.digital_switch =
        setup.parameters.tiers.tier_switch = 1;
    for (const Lever* lever : all_levers()) {
        Policy p;
        p.label = lever->name;
        p.lever = lever;
        setup.policies.push_back(p);
    }
    setup.shocks = {shock_of("credit_crunch", 1, {0.5, 12, 1}), shock_of("demand", 1, {-0.1, 12, 1})};
    setup.shocks[0].label = "crunch";
    return setup;
}

std::vector<std::string> pointers(const Setup& setup)
{
    std::vector<std::string> list;
    for (const auto& i : idle_policies(setup)) list.push_back(i.pointer);
    return list;
}

} // namespace

TEST_CASE("policies and shocks are idle where their mechanism is off, and only there")
{
    using List = std::vector<std::string>;
    Setup setup = with_everything();
    CHECK(pointers(setup).empty());
    setup.parameters.credit.credit_switch = 0;
    CHECK(pointers(setup) == List{"/policies/credit_information_sharing", "/shocks/crunch"});
    setup.parameters.equity.equity_switch = 0;
    CHECK(pointers(setup).size() == 4);
    setup.parameters.credit.credit_switch = 1;
    CHECK(pointers(setup) == List{"/policies/guidance_fund", "/policies/investment_incubation"});
    setup.parameters.equity.equity_switch = 1;
}

TEST_CASE("what acts through research or suppliers is idle without them")
{
    using List = std::vector<std::string>;
    Setup setup = with_everything();
    setup.parameters.technology.progress_switch = 1; // progress is given: nobody does research
    CHECK(pointers(setup) == List{"/policies/challenge_programme", "/policies/common_standards",
                                  "/policies/contract_templates", "/policies/data_sharing", "/policies/digital_tools",
                                  "/policies/gradient_cultivation", "/policies/ip_protection",
                                  "/policies/joint_research", "/policies/pilot_platforms", "/policies/rd_support",
                                  "/policies/shared_equipment", "/policies/talent_mobility"});
    CHECK(notes_on_idle_policies(setup).front() ==
          "/model/digital/switch does nothing: what tools save is counted where research makes growth, with "
          "/model/technology/switch 2");
    setup.parameters.technology.progress_switch = 2,
    setup.parameters.talent.talent_switch = 0; // no market of their own
    CHECK(pointers(setup) == List{"/policies/talent_mobility"});
    setup.parameters.talent.talent_switch = 1, setup.parameters.research.chain = 0; // no stages
    CHECK(pointers(setup) == List{"/policies/challenge_programme", "/policies/common_standards",
                                  "/policies/contract_templates", "/policies/ip_protection", "/policies/joint_research",
                                  "/policies/pilot_platforms", "/policies/shared_equipment"});
    setup.parameters.research.chain = 1, setup.parameters.joint.joint_switch = 0; // nobody works with others
    CHECK(pointers(setup) == List{"/policies/common_standards", "/policies/contract_templates",
                                  "/policies/ip_protection", "/policies/joint_research"});
    setup.parameters.joint.joint_switch = 1;
    setup.parameters.review.review_switch = 0; // nobody looks around
    CHECK(pointers(setup) == List{"/policies/capability_map", "/policies/industrial_internet",
                                  "/policies/leader_assessment", "/policies/matching_service", "/policies/order_pull"});
    setup.parameters.review.review_switch = 1;
    setup.parameters.platforms.platform_switch = 0; // nobody joins one
    CHECK(pointers(setup) == List{"/policies/industrial_internet"});
    setup.parameters.platforms.platform_switch = 1, setup.parameters.digital.digital_switch = 0;
    CHECK(pointers(setup) == List{"/policies/common_standards", "/policies/data_sharing", "/policies/digital_tools"});
    setup.parameters.digital.digital_switch = 1;
    setup.parameters.tiers.tier_switch = 0; // nobody is named
    CHECK(pointers(setup) == List{"/policies/gradient_cultivation"});
    setup.parameters.tiers.tier_switch = 1;
    setup.parameters.equity.equity_switch = 0;
    CHECK(notes_on_idle_policies(setup).front() ==
          "/policies/guidance_fund does nothing: guidance_fund acts through what /model/equity/switch switches off");
}
