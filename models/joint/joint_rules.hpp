// Parameters of joint projects (contract.hpp, propose.cpp, work_jointly.cpp) and of novelty (research/novelty.hpp).
#pragma once

#include "models/research/novelty.hpp"
#include "sim/parameter.hpp"

namespace rongtong {

struct JointRules {
    double joint_switch, leader_workers, part, candidates, candidate_error;
    double cost, cost_distance, cost_size, cost_trust, bargaining, hold_up, walk_off, ip, ip_diffusion, memory, closer;
    double capability_spread, novelty_near, novelty_far, novelty_saturation, grasp, grasp_absorption, misread;
};

inline NoveltyRules novelty_rules(const JointRules& r)
{
    return {r.novelty_near, r.novelty_far, r.novelty_saturation, r.grasp, r.grasp_absorption, r.misread};
}

inline constexpr Parameter<JointRules> joint_parameters[]{
    {{"switch", "1", 0, 1, 1,
      "1: where research makes growth, performers of some size and chain leaders look for partners in R&D; 0: nobody "
      "does",
      "switch"},
     &JointRules::joint_switch},
    {{"leader_workers", "person", 1, 100000, 50,
      "workers from which on a performer looks for partners itself; smaller ones wait to be asked", "assumed"},
     &JointRules::leader_workers},
    {{"part", "1", 0.05, 1, 0.5, "part of a firm's R&D that goes into the joint project that it is in", "assumed"},
     &JointRules::part},
    {{"candidates", "1", 1, 64, 16, "performers that are looked at for one demand", "assumed"},
     &JointRules::candidates},
    {{"candidate_error", "1", 0, 1, 0.1, "standard deviation of the log error of what a candidate expects", "assumed"},
     &JointRules::candidate_error},
    {{"cost", "1", 0, 0.6, 0.1, "part of joint work that agreeing and coordinating take, next door and of equal size",
      "assumed"},
     &JointRules::cost},
    {{"cost_distance", "1", 0, 0.2, 0.03,
      "rise of that part with the log of one and the hundreds of km between the two", "assumed"},
     &JointRules::cost_distance},
    {{"cost_size", "1", 0, 0.2, 0.01, "rise of that part with the log ratio of the workers of the two", "assumed"},
     &JointRules::cost_size},
    {{"cost_trust", "1", 0, 0.6, 0.15, "fall of that part where the two have brought a project to the market before",
      "assumed"},
     &JointRules::cost_trust},
    {{"bargaining", "1", 0, 1, 0.1, "rise of a side's share in the result with its power over one half", "assumed"},
     &JointRules::bargaining},
    {{"hold_up", "1", 0, 1, 0.3,
      "odds that the stronger side takes half of the other's share before the market, at full power and without "
      "protection",
      "hold-up: Klein, Crawford & Alchian 1978, doi 10.1086/466922 (form); value assumed"},
     &JointRules::hold_up},
    {{"walk_off", "1/month", 0, 0.1, 0.01, "odds that one side goes on alone with what was found, without protection",
      "assumed"},
     &JointRules::walk_off},
    {{"ip", "1", 0, 1, 0.5, "enforceable part of rights in what was found, at the start", "assumed"}, &JointRules::ip},
    {{"ip_diffusion", "1", 0, 0.9, 0.5, "part of catching up that full protection takes away", "assumed"},
     &JointRules::ip_diffusion},
    {{"memory", "month", 0, 240, 60, "months for which two firms know each other from a joint success", "assumed"},
     &JointRules::memory},
    {{"closer", "1", 0, 1, 0.2, "part of the distance of two firms that a joint success takes away", "assumed"},
     &JointRules::closer},
    {{"capability_spread", "1", 0, 2, 0.5, "standard deviation of the log of what a firm knows of a field", "assumed"},
     &JointRules::capability_spread},
    {{"novelty_near", "1", 0.01, 10, 0.2, "what is new at distance 0", "assumed"}, &JointRules::novelty_near},
    {{"novelty_far", "1", 0, 10, 1, "rise of what is new with distance", "assumed"}, &JointRules::novelty_far},
    {{"novelty_saturation", "1", 0, 1, 0, "fall of that rise with absorptive capacity",
      "Nooteboom and others 2007, doi 10.1016/j.respol.2007.04.003 (sign); 0: left out"},
     &JointRules::novelty_saturation},
    {{"grasp", "1", 0.01, 10, 0.4, "what is understood at distance 0 without own R&D", "assumed"}, &JointRules::grasp},
    {{"grasp_absorption", "1", 0, 10, 1, "rise of what is understood with absorptive capacity",
      "Cohen & Levinthal 1990, doi 10.2307/2393553 (form); value assumed"},
     &JointRules::grasp_absorption},
    {{"misread", "1", 0, 10, 0.8, "fall of what is understood with distance", "assumed"}, &JointRules::misread},
};

} // namespace rongtong
