#include "scenarios/designs/fraction.hpp"
#include "scenarios/near_miss.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace rongtong {

namespace {

std::string_view trimmed(std::string_view s)
{
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
    return s;
}

std::optional<std::size_t> find_factor(const Factors& factors, std::string_view token)
{
    for (std::size_t i = 0; i < factors.size(); ++i)
        if (factors[i].name == token) return i;
    const auto letter = token.size() == 1 ? factor_letters.find(token) : factor_letters.npos;
    if (letter < factors.size()) return letter;
    return std::nullopt;
}

void unknown(DesignReader& in, const Node& node, std::string_view token)
{
    const std::string near = nearest(token, in.names());
    in.fail(node, fmt::format("there is no factor \"{}\"", token),
            fmt::format("a name, or a letter from A to {} in the order of the factors (without I)",
                        factor_letters[in.factors().size() - 1]),
            near.empty() ? "" : "did you mean \"" + near + "\"?");
}

bool is_letter(char c) { return factor_letters.find(c) != factor_letters.npos; }

// "ABC" is three tokens unless it is a name; "tax*cap" is two.
std::vector<std::string_view> tokens(const Factors& factors, std::string_view product)
{
    std::vector<std::string_view> out;
    const bool by_letters = !find_factor(factors, product) && std::all_of(product.begin(), product.end(), is_letter);
    while (!product.empty()) {
        const std::size_t end = by_letters ? 1 : std::min(product.find('*'), product.size());
        out.push_back(trimmed(product.substr(0, end)));
        product.remove_prefix(std::min(by_letters ? end : end + 1, product.size()));
    }
    return out;
}

// The factors of a product as bits; nullopt after a problem.
std::optional<std::uint32_t> read_product(DesignReader& in, const Node& node, std::string_view product)
{
    std::uint32_t bits = 0;
    for (const auto token : tokens(in.factors(), product)) {
        const auto i = find_factor(in.factors(), token);
        if (!i) {
            unknown(in, node, token);
            return std::nullopt;
        }
        if (bits >> *i & 1) {
            in.fail(node, fmt::format("the factor \"{}\" stands twice in a product", token), "each factor once");
            return std::nullopt;
        }
        bits |= 1u << *i;
    }
    return bits;
}

} // namespace

std::optional<Generator> read_generator(DesignReader& in, const Node& node)
{
    const auto text = node.json().is_string() ? node.json().get<std::string>() : "";
    const auto equals = text.find('=');
    if (equals == text.npos) {
        in.fail(node, "this is no generator", "a text such as \"E=ABC\" or \"tax=cap*subsidy\"");
        return std::nullopt;
    }
    const auto left = trimmed(std::string_view(text).substr(0, equals));
    auto right = trimmed(std::string_view(text).substr(equals + 1));
    Generator g;
    g.minus = right.starts_with('-');
    if (g.minus || right.starts_with('+')) right = trimmed(right.substr(1));

    const auto factor = find_factor(in.factors(), left);
    if (!factor) unknown(in, node, left);
    const auto product = read_product(in, node, right);
    if (!factor || !product) return std::nullopt;
    g.factor = *factor;
    g.product = *product;
    if (std::popcount(g.product) >= 2) return g;
    in.fail(node, "a factor that is no product of others can't be told from another one",
            "a product of 2 or more factors");
    return std::nullopt;
}

} // namespace rongtong
