// Who paid what to whom in a month, beside firms: their payments stand in the sums of their groups (FirmSums::flows).
//
// In row phases a firm posts its own side with pay() and receive(), which move its cash; when all are done, post_partners() posts
// the other side by the declaration of the flow. Serial code posts both sides at once: transfer() between purses, firm_pays() and
// firm_receives() between a firm and a purse. Deposits of bodies follow from their purses when the books close.
#pragma once

#include "models/ledger/flows.hpp"

#include <vector>

namespace rongtong {

struct Ledger {
    std::vector<Purse> households; // by region
    Purse pools, government, world, bank, central_bank, funds, platforms;
    Purse clearing; // what the market took in and paid out

    void open(std::size_t regions)
    {
        *this = Ledger{std::move(households), {}, {}, {}, {}, {}, {}, {}, {}};
        households.assign(regions, Purse{});
    }
};

} // namespace rongtong
