// What no output of a run allows to measure yet. It stands in the table so that nobody takes silence for success.
#include "analysis/validate/family.hpp"

namespace rongtong::validation {

namespace {

namespace open_family {

std::vector<Finding> nothing(const Material&) { return {}; }

} // namespace open_family

} // namespace

extern const Family family_open{"Not recorded by any run yet",
                                {{"open.exit_capital",
                                  "capital of exits over used taken and new bought by entrants",
                                  "1",
                                  "",
                                  "",
                                  {0.97, 1.03},
                                  "acceptance bar of the base model",
                                  "flows of used capital in /accounts, which the model does not have yet"},
                                 {"open.bullwhip",
                                  "firms whose orders placed vary more than their sales",
                                  "%",
                                  "",
                                  "Lee, Padmanabhan & Whang 1997; Cachon, Randall & Schmidt 2007",
                                  {},
                                  "",
                                  "orders placed over links, by firm, in output.panel"}},
                                open_family::nothing};

} // namespace rongtong::validation
