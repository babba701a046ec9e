// Words that people look for, beside those that the catalogue uses, in English and Chinese.
#pragma once

#include <string>
#include <vector>

namespace rongtong {

// Other words and phrases for this one, in small letters; empty where none are known. A plural is taken for its singular.
std::vector<std::string> same_meaning(const std::string& phrase);

} // namespace rongtong
