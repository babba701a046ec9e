// Attributes of groups and datasets. Inside output/ only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "output/hdf5.hpp"

namespace rongtong::hdf5 {

// Sets or replaces. Texts are scalar UTF-8 of fixed length, which is what the oldest readers take.
void write_attribute(hid_t object, const std::string& name, const AttributeValue& value,
                     const std::filesystem::path& file);

// units, long_name, comment (where not empty), then the further ones.
void write_description(hid_t object, const Description& text, const std::filesystem::path& file);

bool has_attribute(hid_t object, const std::string& name);

// OutputError where it is missing or of a kind that we never write.
AttributeValue read_attribute(hid_t object, const std::string& name, const std::filesystem::path& file);

// A whole number that is not negative, of any of our types; empty for anything else.
std::optional<std::uint64_t> count_in(const AttributeValue& value);

// All, as written, without those of the dimension scales.
Attributes read_attributes(hid_t object, const std::filesystem::path& file);

// A text attribute, or "" where there is none.
std::string text_or_empty(hid_t object, const std::string& name, const std::filesystem::path& file);

} // namespace rongtong::hdf5
