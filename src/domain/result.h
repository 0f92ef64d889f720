// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <utility>
#include <variant>

/// The failed side of a Result: `return Unexpected(Error{…});`.
class Unexpected
{
public:
    explicit Unexpected(Error error) : m_error(std::move(error)) { }
    const Error &error() const & { return m_error; }
    Error &&error() && { return std::move(m_error); }

private:
    Error m_error;
};

/// A value or the reason why there is none. Member names are those of `std::expected`, which needs C++23.
template <typename T>
class Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    Result(Unexpected failed) : m_state(std::in_place_index<1>, std::move(failed).error()) { }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T &value() const { return std::get<0>(m_state); }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    T value_or(T other) const { return has_value() ? value() : std::move(other); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value: `return Done{};`.
struct Done
{
    bool operator==(const Done &) const = default;
};
