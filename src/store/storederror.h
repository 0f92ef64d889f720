// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QString>
#include <QVariantList>

#include <algorithm>
#include <optional>

/// A value and the word that stands for it in the store; numbers would change their meaning when an enum grows.
template <typename Value>
struct StoredWord
{
    Value value;
    const char *word;
};

template <typename Words, typename Value>
QString wordOf(const Words &words, Value value)
{
    const auto found = std::find_if(words.begin(), words.end(), [value](const auto &each) { return each.value == value; });
    return QLatin1String(found->word);
}

template <typename Value, typename Words>
Value valueOf(const Words &words, const QString &word, Value otherwise)
{
    const auto found = std::find_if(words.begin(), words.end(), [&word](const auto &each) { return word == QLatin1String(each.word); });
    return found == words.end() ? otherwise : found->value;
}

/// Why something went wrong as the columns kind, text and status; an empty kind where nothing did.
QVariantList problemColumns(const std::optional<Error> &problem);
std::optional<Error> problemOf(const QVariant &kind, const QVariant &text, const QVariant &status);
