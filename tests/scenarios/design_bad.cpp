// What is wrong with a design is said, all of it at once, with its place.
#include "design_helper.hpp"

using namespace rongtong;

namespace {

const std::vector<Factor> three_factors{{"tax", 0}, {"rule", 3}, {"cap", 0}};

// Pointer and message of each problem: "/design/seed: ...".
std::vector<std::string> wrong(const std::string& text, const std::vector<Factor>& factors = three_factors)
{
    const ReadDesign read = read_design_text(text, factors);
    CHECK_FALSE(read.request.has_value());
    std::vector<std::string> out;
    for (const Problem& p : read.problems) {
        CHECK(p.line >= 2); // the design starts there
        CHECK(p.column >= 1);
        out.push_back(p.pointer + ": " + p.message);
    }
    return out;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("A kind that does not exist")
{
    CHECK(wrong(R"({"kind": "latin_hypercub", "points": 3})") ==
          Lines{"/design/kind: there is no kind of design \"latin_hypercub\""});
    CHECK(read_design_text(R"({"kind": "latin_hypercub"})", three_factors).problems[0].hint ==
          "did you mean \"latin_hypercube\"?");
    CHECK(wrong(R"({"points": 3})") == Lines{"/design: the key \"kind\" is missing"});
    CHECK(wrong(R"({"kind": 3})") == Lines{"/design/kind: this is 3"});
    CHECK(wrong(R"(["grid"])") == Lines{"/design: this is a list"});
    CHECK(wrong(R"({"kind": "grid"})", {}) == Lines{"/design: there is no parameter to vary"});
}

TEST_CASE("Keys that a kind does not have")
{
    for (const std::string kind : {"grid", "list", "random", "latin_hypercube", "sobol", "morris", "saltelli",
                                   "factorial", "fractional_factorial", "one_at_a_time"}) {
        const Lines lines = wrong(R"({"kind": ")" + kind + R"(", "centre": 1})");
        CHECK(lines.front() == "/design/centre: the key \"centre\" is unknown here");
    }
    CHECK(wrong(R"({"kind": "random", "points": 4, "skip": 1})") ==
          Lines{"/design/skip: the key \"skip\" is unknown here"});
}

TEST_CASE("Several problems are reported together")
{
    CHECK(wrong(R"({"kind": "sobol", "points": 0, "skip": -1, "seed": 0.5, "sed": 1})") ==
          Lines{"/design/sed: the key \"sed\" is unknown here", "/design/points: 0 is out of range",
                "/design/skip: -1 is out of range", "/design/seed: 0.5 is not a whole number"});
    CHECK(wrong(R"({"kind": "saltelli", "second_order": "yes", "seed": 4294967296})") ==
          Lines{"/design: the key \"base\" is missing", "/design/second_order: this is \"yes\"",
                "/design/seed: 4294967296 is out of range"});
}

TEST_CASE("Grids without steps, with steps for a list or for nothing")
{
    CHECK(wrong(R"({"kind": "grid"})") == Lines{"/design: the key \"steps\" is missing"});
    CHECK(read_design_text(R"({"kind": "grid"})", three_factors).problems[0].hint == "given by bounds: tax, cap");
    CHECK(wrong(R"({"kind": "grid", "steps": 1})") == Lines{"/design/steps: 1 is out of range"});
    CHECK(wrong(R"({"kind": "grid", "steps": "3"})") == Lines{"/design/steps: this is \"3\""});
    CHECK(wrong(R"({"kind": "grid", "steps": {"tax": 1, "rule": 3, "cpa": 4}})") ==
          Lines{"/design/steps/cpa: there is no factor \"cpa\"",
                "/design/steps/rule: \"rule\" has listed values and takes all of them",
                "/design/steps/tax: 1 is out of range", "/design/steps: the steps of \"cap\" are missing"});
}

TEST_CASE("Lists that leave out factors, name others or repeat a point")
{
    CHECK(wrong(R"({"kind": "list"})") == Lines{"/design: the key \"points\" is missing"});
    CHECK(wrong(R"({"kind": "list", "points": []})") == Lines{"/design/points: the list is empty"});
    CHECK(wrong(R"({"kind": "list", "points": {}})") == Lines{"/design/points: this is an object"});
    CHECK(wrong(R"({"kind": "list", "points": [{"tax": 1, "cap": 2, "rul": 1}, 3,
                    {"tax": 1, "cap": 2, "rule": "a"}, {"cap": 2.0, "rule": "a", "tax": 1}]})") ==
          Lines{"/design/points/0: the factor \"rule\" is missing", "/design/points/0/rul: there is no factor \"rul\"",
                "/design/points/1: this is no point", "/design/points/3: this point is a duplicate"});
}

TEST_CASE("Morris with odd numbers of levels")
{
    CHECK(wrong(R"({"kind": "morris", "trajectories": 2, "levels": 5})") ==
          Lines{"/design/levels: 5 levels is an odd number", "/design: the factor \"rule\" has 3 listed values"});
    CHECK(wrong(R"({"kind": "morris", "trajectories": 2})", {{"x", 1}}) ==
          Lines{"/design: the factor \"x\" has 1 listed value"});
}

TEST_CASE("Sobol sequences beyond the tables")
{
    CHECK(wrong(R"({"kind": "sobol", "points": 1})", continuous_factors(3668)) ==
          Lines{"/design: the Sobol sequence does not reach 3668 dimensions"});
    CHECK(wrong(R"({"kind": "saltelli", "base": 1})", continuous_factors(1834)) ==
          Lines{"/design: the Sobol sequence does not reach the 3668 dimensions that 1834 factors need"});
    CHECK(design_of(R"({"kind": "sobol", "points": 1})", continuous_factors(3667)).points[0].at ==
          std::vector<double>(3667, 0.5));
}

TEST_CASE("Two-level designs with factors of other counts")
{
    CHECK(wrong(R"({"kind": "factorial"})") == Lines{"/design: the factor \"rule\" has 3 listed values"});
    CHECK(wrong(R"({"kind": "fractional_factorial", "resolution": 3})") ==
          Lines{"/design: the factor \"rule\" has 3 listed values"});
}

TEST_CASE("Fractions: either generators or a resolution")
{
    const auto k = continuous_factors(5);
    CHECK(wrong(R"({"kind": "fractional_factorial"})", k) ==
          Lines{"/design: neither \"generators\" nor \"resolution\" is given"});
    CHECK(wrong(R"({"kind": "fractional_factorial", "generators": ["E=ABCD"], "resolution": 6})", k) ==
          Lines{"/design: both \"generators\" and \"resolution\" are given", "/design/resolution: 6 is out of range"});
    CHECK(wrong(R"({"kind": "fractional_factorial", "resolution": 3})", continuous_factors(13)) ==
          Lines{"/design/resolution: there are 13 factors"});
    CHECK(wrong(R"({"kind": "fractional_factorial", "generators": ["E=ABCD"]})", continuous_factors(26)) ==
          Lines{"/design: there are 26 factors"});
}

TEST_CASE("Generators that are none, or name unknown factors")
{
    const auto of = [](const std::string& list) {
        return wrong(R"({"kind": "fractional_factorial", "generators": )" + list + "}", continuous_factors(5));
    };
    CHECK(of("[]") == Lines{"/design/generators: the list is empty"});
    CHECK(of(R"([7, "ABC", "E=", "E=A", "E=AAB", "=AB"])") ==
          Lines{"/design/generators/0: this is no generator", "/design/generators/1: this is no generator",
                "/design/generators/2: a factor that is no product of others can't be told from another one",
                "/design/generators/3: a factor that is no product of others can't be told from another one",
                "/design/generators/4: the factor \"A\" stands twice in a product",
                "/design/generators/5: there is no factor \"\""});
    CHECK(of(R"(["F=ABC", "E=ABX", "E=x1*y", "D=x1x2", "D=A**B"])") ==
          Lines{"/design/generators/0: there is no factor \"F\"", "/design/generators/1: there is no factor \"X\"",
                "/design/generators/2: there is no factor \"y\"", "/design/generators/3: there is no factor \"x1x2\"",
                "/design/generators/4: there is no factor \"\""});
}

TEST_CASE("Generators that don't fit together")
{
    const auto of = [](const std::string& list) {
        return wrong(R"({"kind": "fractional_factorial", "generators": )" + list + "}", continuous_factors(5));
    };
    CHECK(of(R"(["E=ABC", "E=ABD"])") == Lines{"/design/generators/1: E is defined twice"});
    CHECK(of(R"(["E=ABE"])") == Lines{"/design/generators/0: E is defined by E, which generators define"});
    CHECK(of(R"(["D=ABE", "E=BCD"])") == Lines{"/design/generators/0: D is defined by E, which generators define",
                                               "/design/generators/1: E is defined by D, which generators define"});
    CHECK(of(R"(["D=ABC", "E=CAB"])") == Lines{"/design/generators: the factors DE would always change together"});
}

TEST_CASE("The schema knows every kind and the keys that the reader knows")
{
    const auto schema = design_schema();
    CHECK(schema["properties"]["kind"]["enum"].size() == 10);
    REQUIRE(schema["allOf"].size() == 10);
    for (const auto& rule : schema["allOf"]) {
        const std::string kind = rule["if"]["properties"]["kind"]["const"];
        CHECK(rule["if"]["required"] == nlohmann::ordered_json::array({"kind"}));
        CHECK(rule["then"]["additionalProperties"] == false);
        nlohmann::json design = {{"kind", kind}};
        for (const auto& [key, what] : rule["then"]["properties"].items())
            if (key != "kind") design[key] = nullptr;
        for (const Problem& p : read_design_text(design.dump(), three_factors).problems)
            CHECK(p.message.find("unknown") == std::string::npos);
        if (!rule["then"].contains("required")) continue;
        for (const std::string key : rule["then"]["required"]) // without it the reader complains
            CHECK(read_design_text(nlohmann::json{{"kind", kind}}.dump(), three_factors).problems[0].message ==
                  "the key \"" + key + "\" is missing");
    }
}
