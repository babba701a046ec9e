// A short list in place, for what has a small bound (regions, banks): no memory is asked for.
#pragma once

#include <array>
#include <cstddef>
#include <stdexcept>

namespace rongtong {

template <class T, std::size_t most>
class Few {
public:
    Few() = default;
    explicit Few(std::size_t size) : size_(size)
    {
        if (size > most) throw std::length_error("a short list is longer than its bound");
    }

    void push_back(const T& value)
    {
        if (size_ == most) throw std::length_error("a short list is longer than its bound");
        all_[size_++] = value;
    }

    std::size_t size() const { return size_; }
    T* data() { return all_.data(); }
    const T* data() const { return all_.data(); }
    T* begin() { return all_.data(); }
    T* end() { return all_.data() + size_; }
    const T* begin() const { return all_.data(); }
    const T* end() const { return all_.data() + size_; }
    T& operator[](std::size_t k) { return all_[k]; }
    const T& operator[](std::size_t k) const { return all_[k]; }
    T& back() { return all_[size_ - 1]; }

private:
    std::array<T, most> all_{};
    std::size_t size_ = 0;
};

} // namespace rongtong
