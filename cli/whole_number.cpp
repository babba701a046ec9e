#include "cli/whole_number.hpp"

#include <fmt/format.h>

#include <charconv>

namespace rongtong::cli {

CLI::Option* add_whole_number(CLI::App& command, const std::string& name, std::optional<std::int64_t>& value,
                              const std::string& help)
{
    const auto read = [&value, name](const std::string& text) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error == std::errc::result_out_of_range)
            throw CLI::ValidationError(name, fmt::format("{} is beyond what 64 bits hold", text));
        if (error != std::errc{} || end != text.data() + text.size())
            throw CLI::ValidationError(name, fmt::format("\"{}\" is no whole number", text));
        value = number;
    };
    return command.add_option_function<std::string>(name, read, help)->type_name("INT");
}

} // namespace rongtong::cli
