#include <catch2/catch.hpp>

#include "analysis/written_text.hpp"

using namespace rongtong;

TEST_CASE("no cell of a table begins a formula")
{
    CHECK(csv_text("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
    CHECK(csv_text("+1+1") == "'+1+1");
    CHECK(csv_text("-x") == "'-x");
    CHECK(csv_text("@SUM(A1)") == "'@SUM(A1)");
    CHECK(csv_text("  =1+1") == "'  =1+1");
    CHECK(csv_text("＝1+1") == "'＝1+1");
    CHECK(csv_text("-1.5") == "-1.5"); // a number is none
    CHECK(csv_text("软件, services") == "\"软件, services\"");
    CHECK(csv_text("a\x1b[31m\nb") == "a\\u001b[31m\\u000ab");
}

TEST_CASE("XML holds no control characters")
{
    CHECK(xml_text("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;");
    CHECK(xml_text("a\x01\xff") == "a\\u0001\\xff");
}
