// What public demand adds to value added.
#pragma once

#include <optional>
#include <string>

#include "analysis/validate/responses.hpp"

namespace rongtong::validation {

// By pair, by whole year from the shock's month on; nullopt where the pairing is something else. A shock to public demand is known
// by what it does: it lasts to the run's end, and in its first month public demand moves, exports do not and consumption moves by less
// than a fifth of it. Economies in which nothing answers it but orders for inputs are looked at elsewhere (leontief.cpp).
std::optional<Responses> multipliers_of(const Pairing& pairing);
std::string multiplier_note(const Pairing& pairing); // which indicators it is made of

} // namespace rongtong::validation
