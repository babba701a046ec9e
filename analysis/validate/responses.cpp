#include "analysis/validate/responses.hpp"

#include <algorithm>

namespace rongtong::validation {

using nlohmann::json;

std::optional<Responses> responses(const Pairing& pairing, const Quantity& quantity)
{
    Responses all;
    for (const auto& [base, other] : pairing.pairs) {
        const auto without = series(base->run, quantity), with = series(other->run, quantity);
        if (!without || !with) return std::nullopt;
        std::vector<double> response;
        for (std::size_t m = 0; m < with->size(); ++m) {
            const double difference = (*with)[m] - (*without)[m];
            response.push_back(quantity.measure == Measure::percent  ? 100 * difference / (*without)[m]
                               : quantity.measure == Measure::points ? 100 * difference
                                                                     : difference);
        }
        all.push_back(std::move(response));
    }
    return all;
}

std::vector<double> at_month(const Responses& all, std::size_t month)
{
    std::vector<double> values;
    for (const auto& response : all) values.push_back(response[month]);
    return values;
}

std::vector<double> mean_response(const Responses& all)
{
    std::vector<double> means;
    for (std::size_t m = 0; m < all.front().size(); ++m) means.push_back(mean(at_month(all, m)));
    return means;
}

Responses by_year(const Responses& all, std::size_t first_month)
{
    Responses years;
    for (const auto& response : all) {
        const auto from = std::min(first_month, response.size());
        years.push_back(yearly({response.begin() + static_cast<std::ptrdiff_t>(from), response.end()}));
    }
    return years;
}

namespace {

const json* only(const json& some, const json& others, const char* key, const std::string& value)
{
    if (some.size() != 1 || !others.empty()) return nullptr;
    const json& one = *some.begin();
    return one.is_object() && one.value(key, json()) == value ? &one : nullptr;
}

} // namespace

const json* only_shock(const Pairing& p, const std::string& kind)
{
    return only(p.change.shocks, p.change.policies, "kind", kind);
}

const json* only_policy(const Pairing& p, const std::string& lever)
{
    return only(p.change.policies, p.change.shocks, "lever", lever);
}

double number_or(const json& object, const char* key, double otherwise)
{
    const auto at = object.find(key);
    return at != object.end() && at->is_number() ? at->get<double>() : otherwise;
}

std::size_t first_month(const json& change)
{
    const double month = number_or(change, "month", number_or(change, "start_month", 1));
    return month < 1 ? 0 : static_cast<std::size_t>(month) - 1;
}

bool has_target(const json& change)
{
    const auto at = change.find("target");
    if (at == change.end() || !at->is_object()) return false;
    return std::ranges::any_of(*at, [](const json& part) { return part != "all"; });
}

Regularity reported_with_luck(Regularity regularity, const Pairing& pairing)
{
    if (pairing.luck) regularity.band = {};
    return regularity;
}

Plot response_plot(const Responses& all, const std::string& what, std::size_t from, const std::vector<double>& borders)
{
    Plot plot{.x = "month after the first with it", .y = what};
    Curve curve{.label = "mean over pairs", .x = {}, .y = {}};
    for (std::size_t m = from; m < all.front().size(); ++m) {
        const auto moment = moments(at_month(all, m));
        curve.x.push_back(static_cast<double>(m - from));
        curve.y.push_back(moment.mean);
        if (moment.low) curve.low.push_back(*moment.low), curve.high.push_back(*moment.high);
    }
    plot.curves.push_back(std::move(curve));
    plot.borders = borders;
    return plot;
}

} // namespace rongtong::validation
