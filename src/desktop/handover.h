// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

// What goes through the socket: four bytes of length, then the words as UTF-8, each ended by a zero byte.

constexpr qsizetype longestHandOver = 8 * 1024;

/// Nothing when the words are too long together or contain a zero.
std::optional<QByteArray> handOverBytes(const QStringList &words);

enum class HandOverState { Incomplete, Refused, Whole };
struct ReadHandOver
{
    HandOverState state = HandOverState::Incomplete;
    QStringList words;
};

/// Reads what has arrived so far; refuses a wrong length at its first bytes.
ReadHandOver readHandOver(const QByteArray &received);
