#include <catch2/catch.hpp>

#include "sim/printable.hpp"
#include "sim/shell_word.hpp"

using rongtong::printable;
using rongtong::shell_word;

TEST_CASE("what a terminal would obey is shown instead")
{
    CHECK(printable("产出 output, 60 %") == "产出 output, 60 %");
    CHECK(printable("a\x1b[2Jb") == "a\\u001b[2Jb");
    CHECK(printable("a\nb\tc") == "a\\u000ab\\u0009c");
    CHECK(printable("a\nb\r", "\n") == "a\nb\\u000d");
    CHECK(printable("\x7f\xc2\x9b") == "\\u007f\\u009b");
    CHECK(printable("\xe2\x80\xae"
                    "abc") == "\\u202eabc"); // right to left
}

TEST_CASE("bytes that are no UTF-8 are written out")
{
    CHECK(printable("\xff") == "\\xff");
    CHECK(printable("\xc3") == "\\xc3");                   // cut off
    CHECK(printable("\xc0\xaf") == "\\xc0\\xaf");          // longer than it need be
    CHECK(printable("\xed\xa0\x80") == "\\xed\\xa0\\x80"); // half of a pair
}

TEST_CASE("a word for the shell can be pasted")
{
    CHECK(shell_word("runs/base.h5") == "runs/base.h5");
    CHECK(shell_word("") == "''");
    CHECK(shell_word("a b") == "'a b'");
    CHECK(shell_word("it's $(x)") == "'it'\\''s $(x)'");
    CHECK(shell_word("软件") == "'软件'");
    CHECK(shell_word("a\x1b[m'\\\n") == "$'a\\x1b[m\\'\\\\\\x0a'");
}
