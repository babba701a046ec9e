#include "sim/few.hpp"

#include <catch2/catch.hpp>

#include <numeric>
#include <span>

using namespace rongtong;

TEST_CASE("a short list holds as many as its bound, and no more")
{
    Few<int, 3> list;
    CHECK(list.size() == 0);
    for (int k : {4, 5, 6}) list.push_back(k);
    CHECK(list.back() == 6);
    CHECK(std::accumulate(list.begin(), list.end(), 0) == 15);
    CHECK(std::span<int>(list).size() == 3);
    CHECK_THROWS_AS(list.push_back(7), std::length_error);
    CHECK(Few<int, 3>(2)[1] == 0);
    CHECK_THROWS_AS((Few<int, 3>(4)), std::length_error);
}
