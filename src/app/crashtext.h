// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// A piece of a crash report, put together in memory that is there already: after a crash nothing may be asked of the heap.
/// What does not fit is cut.
class CrashText
{
public:
    CrashText &add(std::string_view text);
    CrashText &addNumber(std::uint64_t number, int digits = 1, unsigned base = 10); ///< with zeros before it up to `digits`
    /// "2026-11-27T14:05:33Z"; without colons, which no file of Windows may have, where something else is to stand between.
    CrashText &addTime(std::chrono::sys_seconds when, char between = ':');

    std::string_view text() const { return {m_text.data(), m_size}; }
    const char *terminated() const { return m_text.data(); } ///< ends with a zero

private:
    std::array<char, 1024> m_text{};
    std::size_t m_size = 0;
};

/// What a report says of this run, its first lines: versions, system and the time, which is taken for that of the start.
std::string crashReportHead();

/// What a report says next; `thread` is "window" or "another".
CrashText crashFacts(std::chrono::sys_seconds when, std::string_view cause, std::string_view thread);

/// The name of a report: "2026-11-27T14-05-33Z.txt", and with `number` above 1 "2026-11-27T14-05-33Z_2.txt".
CrashText crashFileName(std::chrono::sys_seconds when, unsigned number);

/// Now, by a way that is open after a crash, too.
std::chrono::sys_seconds crashTime();

inline constexpr int mostCrashFrames = 64;
inline constexpr unsigned mostCrashesInASecond = 9;
