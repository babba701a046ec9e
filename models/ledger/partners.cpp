// The other side of what firms paid and received in row phases, by the declaration of each flow (flows.hpp). Test:
// tests/models/ledger.cpp.
#include "models/ledger/till.hpp"
#include "models/phases.hpp"

namespace rongtong {

namespace {

Purse* partner_of(Economy& e, const Group& group, Partner partner)
{
    auto& ledger = e.ledger;
    switch (partner) {
    case Partner::households: return &ledger.households[group.region];
    case Partner::owner: return &owner_of(e, group);
    case Partner::government: return &ledger.government;
    case Partner::world: return &ledger.world;
    case Partner::bank: return &ledger.bank;
    case Partner::platforms: return &ledger.platforms;
    case Partner::clearing: return &ledger.clearing;
    case Partner::none:
    case Partner::firms: break;
    }
    return nullptr;
}

} // namespace

void post_partners(Economy& e)
{
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        for (const FlowInfo& info : flow_list)
            if (Purse* const partner = partner_of(e, e.groups[g], info.partner))
                (*partner)[info.flow] -= Money(e.sums[g].flow(info.flow));
}

} // namespace rongtong
