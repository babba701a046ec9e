#include "analysis/validate/records.hpp"

#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

#include "analysis/firm_columns.hpp"

namespace rongtong::validation {

namespace {

std::vector<int> distinct(const std::vector<std::int64_t>& rows)
{
    std::vector<int> months;
    for (const auto month : rows)
        if (months.empty() || months.back() != month) months.push_back(static_cast<int>(month));
    return months;
}

bool asks_for_all(const ResultsReader& file)
{
    if (!file.has_attribute("/", "scenario")) return false;
    const auto scenario = nlohmann::json::parse(file.text_attribute("/", "scenario"), nullptr, false);
    const auto at = nlohmann::json::json_pointer("/output/panel/firms");
    return scenario.is_object() && (!scenario.contains(at) || scenario[at] == "all");
}

// So many values from the first of these rows on.
template <class T>
std::vector<T> part(const std::vector<T>& values, const MonthRows& rows)
{
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(rows.first);
    return {begin, begin + static_cast<std::ptrdiff_t>(rows.count)};
}

} // namespace

Records::Records(const ResultsReader& file) : file_(&file)
{
    if (file.has("/panel/firm")) panel_rows_ = file.integers("/panel/month");
    if (file.has("/network/buyer")) network_rows_ = file.integers("/network/month");
    panel_months_ = distinct(panel_rows_);
    network_months_ = distinct(network_rows_);
    if (const auto months = file.integers("/month"); !months.empty()) last_month_ = static_cast<int>(months.back());
    all_firms_ = !panel_rows_.empty() && asks_for_all(file);
}

Records::Records(const RecordTables& tables)
    : panel_rows_(tables.panel_months),
      network_rows_(tables.network_months),
      panel_months_(distinct(panel_rows_)),
      network_months_(distinct(network_rows_)),
      all_firms_(!panel_rows_.empty()),
      tables_(&tables)
{
    for (const auto* months : {&panel_months_, &network_months_})
        if (!months->empty()) last_month_ = std::max(last_month_, months->back());
}

bool Records::has(const std::vector<std::string>& variables) const
{
    return std::ranges::all_of(variables, [&](const auto& name) {
        return tables_ ? tables_->panel.contains(name) : file_->has("/panel/" + name);
    });
}

std::optional<Firms> Records::firms(int month, const std::vector<std::string>& variables) const
{
    const auto rows = rows_of_month(panel_rows_, month);
    if (!rows || !has(variables)) return std::nullopt;
    if (tables_) {
        Firms firms{month, part(tables_->firms, *rows), {}};
        for (const auto& name : variables) firms.columns[name] = part(tables_->panel.at(name), *rows);
        return firms;
    }
    Firms firms{month, file_->unsigned_integers("/panel/firm", rows->first, rows->count), {}};
    for (const auto& name : variables) firms.columns[name] = file_->doubles("/panel/" + name, rows->first, rows->count);
    return firms;
}

std::optional<Firms> Records::last_firms(const std::vector<std::string>& variables) const
{
    return panel_months_.empty() ? std::nullopt : firms(panel_months_.back(), variables);
}

std::optional<Links> Records::links(int month) const
{
    const auto rows = rows_of_month(network_rows_, month);
    if (!rows) return std::nullopt;
    if (tables_)
        return Links{month, part(tables_->buyers, *rows), part(tables_->suppliers, *rows),
                     part(tables_->values, *rows)};
    return Links{month, file_->unsigned_integers("/network/buyer", rows->first, rows->count),
                 file_->unsigned_integers("/network/supplier", rows->first, rows->count),
                 file_->doubles("/network/value", rows->first, rows->count)};
}

std::optional<int> Records::kind_number(const std::string& kind) const
{
    if (!file_ || !file_->has("/events/kind") || !file_->has_attribute("/events/kind", "flag_meanings"))
        return std::nullopt;
    std::istringstream words(file_->text_attribute("/events/kind", "flag_meanings"));
    int number = 0;
    for (std::string word; words >> word; ++number)
        if (word == kind) return number;
    return std::nullopt;
}

std::optional<std::vector<std::uint64_t>> Records::hit(const std::string& kind, int from, int to) const
{
    const auto number = kind_number(kind);
    if (!number) return std::nullopt;
    const auto months = file_->integers("/events/month"), kinds = file_->integers("/events/kind");
    const auto firms = file_->unsigned_integers("/events/firm");
    std::vector<std::uint64_t> found;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (kinds[i] == *number && months[i] > from && months[i] <= to) found.push_back(firms[i]);
    std::ranges::sort(found);
    return found;
}

std::optional<std::vector<std::pair<std::uint64_t, double>>> Records::shares(const std::vector<std::string>& kinds,
                                                                             int from, int to) const
{
    std::vector<std::int64_t> numbers;
    for (const auto& kind : kinds)
        if (const auto number = kind_number(kind)) numbers.push_back(*number);
    if (numbers.empty() || !file_->has("/events/share")) return std::nullopt;
    const auto months = file_->integers("/events/month"), all = file_->integers("/events/kind");
    const auto firms = file_->unsigned_integers("/events/firm");
    const auto shares = file_->doubles("/events/share");
    std::vector<std::pair<std::uint64_t, double>> found;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (months[i] > from && months[i] <= to && std::ranges::find(numbers, all[i]) != numbers.end())
            found.emplace_back(firms[i], shares[i]);
    return found;
}

std::optional<Losses> Records::trade_losses() const
{
    const auto number = kind_number("trade_loss");
    if (!number) return std::nullopt;
    const auto months = file_->integers("/events/month"), kinds = file_->integers("/events/kind");
    const auto firms = file_->unsigned_integers("/events/firm");
    const auto lost = file_->doubles("/events/lost");
    Losses losses;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (kinds[i] != *number) continue;
        losses.months.push_back(months[i]);
        losses.firms.push_back(firms[i]);
        losses.lost.push_back(lost[i]);
    }
    return losses;
}

std::vector<std::size_t> places(const std::vector<std::uint64_t>& of, const std::vector<std::uint64_t>& in)
{
    std::vector<std::size_t> found;
    found.reserve(of.size());
    for (const auto id : of) {
        const auto at = std::ranges::lower_bound(in, id);
        found.push_back(at != in.end() && *at == id ? static_cast<std::size_t>(at - in.begin()) : in.size());
    }
    return found;
}

} // namespace rongtong::validation
