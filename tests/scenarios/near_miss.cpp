#include "scenarios/near_miss.hpp"

#include <catch2/catch.hpp>

using namespace rongtong;

TEST_CASE("edit distance counts insertions, deletions, replacements and swaps of neighbours")
{
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("months", "month") == 1);
    CHECK(edit_distance("wset", "west") == 1);
    CHECK(edit_distance("ca", "abc") == 3); // optimal alignment: a swapped pair is not edited again
}

TEST_CASE("the nearest name is suggested only if it is near")
{
    const std::vector<std::string> names{"seed", "months", "firms", "start_month"};
    CHECK(nearest("month", names) == "months");
    CHECK(nearest("fimrs", names) == "firms");
    CHECK(nearest("start", names) == "start_month"); // part of a name
    CHECK(nearest("xyz", names).empty());
    CHECK(nearest("", names).empty());
    CHECK(nearest(std::string(100000, 'm'), names).empty());
    CHECK(suggestion("seeds", names) == "did you mean \"seed\"?");
    CHECK(suggestion("xyz", names) == "one of: seed, months, firms, start_month");
    CHECK(suggestion("xyz", std::vector<std::string>{}).empty());
    CHECK(suggestion("widgets", std::vector<std::string>(45, "s01")).ends_with("s01, s01"));
    CHECK(suggestion("widgets", std::vector<std::string>(45, "a long name")).empty());
}
