// A value in a JSON document that knows where it stands, so that whatever is wrong with it can be said with its file,
// line and column. Reading goes on after a problem: all of them are wanted.
#pragma once

#include "scenarios/json_source.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rongtong {

// A document, the files that its values came from (the one that wins first), and what is wrong with it.
struct Document {
    nlohmann::json value;
    std::vector<std::shared_ptr<const JsonSource>> layers;
    std::vector<Problem>* problems = nullptr;
    // values set on the command line: their pointers and how the user wrote them
    std::vector<std::pair<std::string, std::string>> overrides;
    bool parent_missing = false; // `extends` leads nowhere: what is missing here may stand there
};

class Node {
public:
    Node(const Document& document, const nlohmann::json* value, std::string pointer)
        : document_(&document), value_(value), pointer_(std::move(pointer))
    {}
    static Node root(const Document& d) { return Node(d, &d.value, ""); }

    explicit operator bool() const { return value_ != nullptr; } // does it exist?
    const nlohmann::json& json() const { return *value_; }       // it must exist
    const std::string& pointer() const { return pointer_; }
    bool whole() const { return !document_->parent_missing; } // is all of the document known?

    Node operator[](std::string_view key) const; // of an object; does not exist if the key is missing
    Node need(std::string_view key) const;       // the same, and a missing key is a problem
    std::vector<std::pair<std::string, Node>> members() const;
    std::vector<Node> items() const;

    // Each is nullopt (false), with a problem, if the value is of another type or out of range; without a problem if it
    // does not exist.
    std::optional<double> number(double low, double high, std::string_view unit, bool whole = false) const;
    std::optional<double> positive(double high, std::string_view unit) const; // above 0
    std::optional<std::string> text() const;
    std::optional<std::string> choice(std::span<const std::string> allowed, std::string_view what) const;
    std::optional<bool> flag() const;
    bool is_object() const;
    bool is_array() const;

    // Keys beyond these are problems.
    void allow(std::span<const std::string> keys) const;

    void fail(std::string message, std::string expected = "", std::string hint = "") const;
    // The same, but the place is the key's.
    void fail_key(std::string message, std::string expected = "", std::string hint = "") const;
    // A problem that knows its own place.
    void add(Problem problem) const { document_->problems->push_back(std::move(problem)); }

private:
    void report(std::string message, std::string expected, std::string hint, bool at_key) const;
    void wrong_type(const char* expected) const;
    std::string as_written() const;
    std::string hint_of_new(const std::string& where) const;

    const Document* document_;
    const nlohmann::json* value_;
    std::string pointer_;
};

// Numbers in messages: shortest form, "1000000" rather than "1e+06", no locale.
std::string plain(double value);
std::string in_range(double low, double high, std::string_view unit, bool whole);

} // namespace rongtong
