// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchquery.h"

#include <QLocale>

/// A filter that was typed, in words: "With ana", "Not canceled", "Before 1 Oct 2026".
QString searchPartText(const SearchPart &part, QDate today, const QLocale &locale = QLocale());

/// "not understood: before:31.12.2026", of filters that find nothing out; empty where there are none.
QString notUnderstoodText(const SearchQuery &query);

/// A filter that can be typed: how it begins, and what it does.
struct SearchWord
{
    QString typed; ///< "with:", "is:canceled"
    QString meaning;
};
QList<SearchWord> searchWords();
