#include "scenarios/describe.hpp"

#include "models/parameters.hpp"
#include "models/policies/lever.hpp"
#include "tests/scenarios/helper.hpp"

using namespace rongtong;

TEST_CASE("the catalogue holds everything that is declared")
{
    const auto all = describe("");
    CHECK(all.size() == 6);
    CHECK(all["levers"].size() == all_levers().size());
    CHECK(all["shocks"].size() == all_shocks().size());
    std::size_t parameters = 0;
    Parameters p = default_parameters();
    for_each_group(p, [&](const char*, auto&, const auto& declared) { parameters += std::size(declared); });
    CHECK(all["parameters"].size() == parameters);
    CHECK_FALSE(all["indicators"].empty());
    for (const auto& [section, list] : all.items())
        for (const auto& entry : list) CHECK_FALSE(entry["name"].get<std::string>().empty());
}

TEST_CASE("one entry by its name")
{
    CHECK(describe("levers", "unified_market")["levers"].size() == 1);
    CHECK(describe("parameters", "ordering/overtime")["parameters"][0]["pointer"] == "/model/ordering/overtime");
    CHECK(describe("parameters", "overtime") == describe("parameters", "ordering/overtime"));
    CHECK(describe("parameters", "ordering")["parameters"].size() == std::size(ordering_parameters));
    const auto text = describe_text("levers", "payment_term_cap");
    for (const char* part : {"账款支付期限上限", "possible_harm", "cap_days", "30 to 120", "source of enforcement"})
        CHECK(text.find(part) != text.npos);
}

TEST_CASE("a name is found without its section")
{
    CHECK(describe("payment_term_cap") == describe("levers", "payment_term_cap"));
    CHECK(describe("overtime") == describe("parameters", "ordering/overtime"));
    CHECK(describe("days_receivable") == describe("indicators", "days_receivable"));
    CHECK(describe("", "capacity_loss") == describe("shocks", "capacity_loss"));
    const auto demand = describe("demand"); // a shock, and a group of parameters
    CHECK(demand.size() == 2);
    CHECK(demand["shocks"].size() == 1);
    CHECK(demand["parameters"].size() == std::size(demand_parameters));
    const auto text = describe_text("payment_term_cap");
    CHECK(text.starts_with("levers\n\n"));
    CHECK(text.find("source of enforcement") != std::string::npos);
}

TEST_CASE("the catalogue says what a target may name")
{
    CHECK(describe("levers", "payment_term_cap")["levers"][0]["target"].size() == 6);
    CHECK(describe("shocks", "demand")["shocks"][0]["target"] == nlohmann::ordered_json({"regions", "sectors"}));
    CHECK(describe_text("levers", "unified_market").find("regions\n") != std::string::npos);
}

TEST_CASE("the catalogue as text has a line for each entry")
{
    const auto text = describe_text("shocks");
    CHECK(std::count(text.begin(), text.end(), '\n') == static_cast<long>(all_shocks().size()) + 1);
    CHECK(describe_text("").find("ordering/overtime") != std::string::npos);
}

TEST_CASE("unknown names in the catalogue are refused with a suggestion")
{
    const auto hint = [](const char* section, const char* name) {
        const auto problems = problems_of([&] { describe(section, name); });
        REQUIRE(problems.size() == 1);
        return problems[0].hint;
    };
    CHECK(hint("lever", "") == "did you mean \"levers\"?");
    CHECK(hint("levers", "payment_cap") == "did you mean \"payment_term_cap\"?");
    CHECK(hint("parameters", "ordering/overtme") == "did you mean \"ordering/overtime\"?");
    CHECK(hint("shocks", "capacity") == "did you mean \"capacity_loss\"?");
    CHECK(hint("payment_cap", "") == "did you mean \"payment_term_cap\"?");
    CHECK(hint("days_recievable", "") == "did you mean \"days_receivable\"?");
    CHECK(hint("zzzzzzzzzzzz", "") == "rongtong describe --find \"zzzzzzzzzzzz\" looks into all texts");
}

namespace {

const PlaceFigures& places()
{
    static const PlaceFigures figures = count_places(china(), 2000);
    return figures;
}

} // namespace

TEST_CASE("sectors, regions and sizes: codes, names, official codes, firms of the economy")
{
    const auto all = describe("", "", &places());
    REQUIRE(all["sectors"].size() == 45);
    REQUIRE(all["regions"].size() == 4);
    REQUIRE(all["sizes"].size() == 4);
    for (const char* section : {"sectors", "regions", "sizes"}) {
        std::uint64_t firms = 0;
        for (const auto& entry : all[section]) firms += entry["firms"].get<std::uint64_t>();
        CHECK(firms == 2000);
    }
    CHECK(all["sectors"][22]["name_zh"] == "电子元器件");
    CHECK(all["sectors"][22]["official_codes"] == nlohmann::ordered_json({"C397", "C398"}));
    CHECK(all["sectors"][0]["firms"] == 0); // farms
    CHECK(all["sizes"][3]["lower_bounds"].dump().find("1000 persons and 400 million yuan a year") != std::string::npos);
    const auto text = describe_text("sectors", "", &places());
    for (const char* part : {"s23", "电子元器件", "C397, C398", "Firms of an economy of 2000"})
        CHECK(text.find(part) != text.npos);
}

TEST_CASE("a sector or region answers to code, names and official codes")
{
    for (const char* name : {"s23", "电子元器件", "C397", "Electronic components"})
        CHECK(describe("sectors", name, &places())["sectors"][0]["name"] == "s23");
    CHECK(describe("sectors", "C39", &places())["sectors"].size() == 2);
    CHECK(describe("西部", "", &places())["regions"][0]["name"] == "west");
}

TEST_CASE("targets and output are described with their names")
{
    const auto targets = describe("targets")["targets"];
    REQUIRE(targets.size() == 6);
    CHECK(targets[2]["values"] == nlohmann::ordered_json({"micro", "small", "medium", "large"}));
    CHECK(targets[5]["name"] == "firms");
    CHECK(targets[5]["values"].dump().find("largest") != std::string::npos);
    CHECK(targets[0]["shocks"].dump().find("\"demand\"") != std::string::npos);
    CHECK(targets[2]["shocks"].dump().find("\"demand\"") == std::string::npos);
    const auto panel = describe("output", "panel/variables")["output"][0];
    CHECK(panel["pointer"] == "/output/panel/variables");
    CHECK(panel["values"].dump().find("\"workers\"") != std::string::npos);
}

TEST_CASE("entries are found by words in their texts")
{
    const auto late = find_described("indicators", "overdue share");
    REQUIRE(late.size() == 1);
    CHECK(late["indicators"].dump().find("\"overdue_share\"") != std::string::npos);
    CHECK(find_described("", "账款")["levers"][0]["name"] == "payment_term_cap");
    CHECK(find_described("", "电子", &places())["sectors"].size() == 2);
    CHECK(problems_of([] { find_described("", "erdue"); }).size() == 1); // words begin as they are given
}

TEST_CASE("entries are found by words that mean the same, after those that hold the words themselves")
{
    const auto names = [](const nlohmann::ordered_json& found) {
        std::vector<std::string> all;
        for (const auto& entry : found.at("indicators")) all.push_back(entry["name"]);
        return all;
    };
    for (const char* words : {"late payment", "Late payments", "拖欠", "逾期"}) {
        const auto late = names(find_described("indicators", words));
        for (const char* name : {"overdue", "overdue_share", "overdue_1", "overdue_3", "arrears_interest"})
            CHECK(std::ranges::count(late, name) >= 1); // overdue is in the firm panel as well
        CHECK(std::ranges::count(late, "output") == 0);
    }
    CHECK(names(find_described("indicators", "失业")) == names(find_described("indicators", "jobless")));
    CHECK(names(find_described("indicators", "unemployed")).front() == "unemployment_rate");
    const auto written = names(find_described("indicators", "bankruptcy")); // "bankrupt" is another word for it
    CHECK(std::ranges::count(written, "bankruptcies") == 1);
    CHECK(names(find_described("indicators", "sme jobs")).front() == "sme_employment_share"); // word by word
    CHECK(names(find_described("indicators", "overdue share")) == std::vector<std::string>{"overdue_share"});
}
