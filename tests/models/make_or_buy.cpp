// Make or buy, and dropping of suppliers (make_or_buy.hpp).
#include "models/orders/make_or_buy.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;
