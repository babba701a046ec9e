// SHA-256 (FIPS 180-4) as 64 hexadecimal digits.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rongtong {

std::string sha256(std::string_view bytes);

// The same of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    void add(std::string_view bytes);
    std::string digits(); // once, at the end

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace rongtong
