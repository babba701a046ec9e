// A file that can't be used as it is: what was asked for can't be begun. Other OutputErrors are of writing.
#pragma once

#include "sim/error.hpp"

namespace rongtong {

struct InputError : OutputError {
    using OutputError::OutputError;
};

} // namespace rongtong
