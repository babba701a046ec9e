#include "models/joint/state_checks.hpp"

#include "models/capital/equity.hpp"
#include "models/research/capabilities.hpp"

#include <algorithm>
#include <array>

namespace rongtong {

namespace {

void check_projects(const Economy& e, const Checks& check)
{
    constexpr const char* section = "joint.projects";
    std::vector<std::uint64_t> in;
    for (const JointProject& p : e.joint.projects) {
        check.in_range(section, std::array{p.begun}, -latest_month, e.month);
        check.in_range(section, std::array{p.done}, 0, 1e9);
        check.in_range(section, std::array{p.distance, p.cost, p.leader_share}, 0, 1);
        check.in_range(section, std::array{p.leader_novelty, p.partner_novelty}, 0, 1e9);
        check.in_range(section, std::array{p.stage}, 0, static_cast<double>(JointStage::market));
        check.in_range(section, std::array{p.held_up}, 0, 1);
        check.in_range(section, std::array{p.field}, 0, static_cast<double>(field_count(e.technology)) - 1);
        for (const std::uint64_t id : {p.leader, p.partner})
            if (const std::size_t row = row_of(e, id); row < e.firms.rows() && e.firms.joint[row] != 1)
                check.refuse(section, fmt::format("firm {} is in a project, and says that it is not", id));
        in.push_back(p.leader), in.push_back(p.partner);
    }
    std::ranges::sort(in);
    if (std::ranges::adjacent_find(in) != in.end())
        check.refuse(section, fmt::format("firm {} is in two projects", *std::ranges::adjacent_find(in)));
}

void check_former(const Economy& e, const Checks& check)
{
    constexpr const char* section = "joint.former";
    std::pair<std::uint64_t, std::uint64_t> before{};
    for (const FormerPartners& p : e.joint.former) {
        check.in_range(section, std::array{p.month}, 0, e.month);
        check.in_range(section, std::array{p.projects}, 1, latest_month);
        const std::pair ids(p.first, p.second);
        if (ids <= before) check.refuse(section, fmt::format("firms {} and {} do not ascend", p.first, p.second));
        before = ids;
    }
}

} // namespace

void check_joint(const Economy& e, const Checks& check)
{
    check.in_range("firms.joint", e.firms.joint, 0, 1);
    check.in_range("firms.joint_gain", e.firms.joint_gain, 0, 1000);
    check_projects(e, check);
    check_former(e, check);
}

} // namespace rongtong
