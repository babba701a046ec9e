// The balance sheet and the flows of one run in its last month, as /accounts of the file has them, in fen.
#include "analysis/report/parts.hpp"
#include "output/results_reader.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

// The rows of the last month of a variable over month, row and account; null where the file has no such variable.
ordered_json last_month(const ResultsReader& file, const std::string& path, std::size_t rows, std::size_t columns)
{
    if (!file.has(path)) return nullptr;
    const auto info = file.variable(path);
    if (info.shape.size() != 3 || info.shape[0] == 0 || info.shape[1] != rows || info.shape[2] != columns)
        return nullptr;
    const auto values = file.integers(path, info.shape[0] - 1, 1);
    auto matrix = ordered_json::array();
    for (std::size_t r = 0; r < rows; ++r) {
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(r * columns);
        matrix.push_back(std::vector<std::int64_t>(begin, begin + static_cast<std::ptrdiff_t>(columns)));
    }
    return matrix;
}

} // namespace

ordered_json accounts_of(const ResultsReader& file)
{
    for (const char* part : {"/accounts", "/accounts/account", "/accounts/asset", "/accounts/flow"})
        if (!file.has(part)) return nullptr;
    const auto accounts = file.labels("/accounts/account"), assets = file.labels("/accounts/asset"),
               flows = file.labels("/accounts/flow");
    ordered_json json{{"accounts", accounts}, {"assets", assets}, {"flows", flows}};
    json["balance_sheet"] = last_month(file, "/accounts/balance_sheet", assets.size(), accounts.size());
    json["transaction_flow"] = last_month(file, "/accounts/transaction_flow", flows.size(), accounts.size());
    return json["balance_sheet"].is_null() && json["transaction_flow"].is_null() ? ordered_json(nullptr) : json;
}

} // namespace rongtong
