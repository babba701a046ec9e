// What firms that do no R&D learn from customers that do.
//
//   taught      sqrt(largest customer's part of orders), of those over links that do R&D and are ahead of it: lead of the customer in its sector
//               (gains.hpp) above the firm's own; 0 without one. Looked at once a year by id
//   speed       of catching up (gains.hpp), over the mean:  scale * (1 - along_links + along_links * taught / mean)
//   mean        of a sector's firms without R&D, by labour cost, at the start
//   scale       of a sector: mean of 1 / (1 - along_links + along_links * taught / mean), so that the mean distance to the front stays what it is
// Suppliers of large firms learn from them: Alfaro-Urena, Manelici & Vasquez 2022, doi 10.1093/qje/qjac006 (sign). Form and size are assumed. Nobody is lifted
// above the front of its sector, and without R&D nobody learns. Parameters: research_rules.hpp. Test: tests/models/research/teaching.cpp.
#pragma once

namespace rongtong {

// Over the mean, before it is scaled. mean: of taught in the sector; 0: nobody there is taught.
inline double teaching_of(double taught, double mean, double along_links)
{
    return mean > 0 ? 1 - along_links + along_links * taught / mean : 1;
}

} // namespace rongtong
