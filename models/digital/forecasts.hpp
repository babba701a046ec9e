// Forecasts that buyers pass on to their suppliers, where both are at digital level 1 or beyond (lever data_sharing).
//
//   a link whose fixed place is below 256 * share carries what its buyer means to use:  coefficient * planned output of the buyer
//   a supplier's expectation then learns from  orders - orders over such links + what these buyers mean to use  instead of its orders: the swings of their stocks,
//   and the noise of their orders, do not reach it
//   markup     * (1 - margin_loss * part of its orders that comes over such links): who knows a supplier's room presses its price
// Information that is passed on lowers the swings of orders: Lee, Padmanabhan & Whang 1997, doi 10.1287/mnsc.43.4.546 (form); sizes assumed. Test:
// tests/models/digital/forecasts.cpp.
#pragma once

namespace rongtong {

// Of buyers.
struct ForecastTerms {
    double share = 0;       // part of links over which they are passed on
    double margin_loss = 0; // of a supplier, per part of its orders
};

// What a supplier's customers told it this month.
struct Forecast {
    float gap = 0;  // goods: what they mean to use less what they ordered
    float told = 0; // goods that they ordered
    float loss = 0; // of its markup, relative
};

} // namespace rongtong
