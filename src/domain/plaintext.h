// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Foreign text for one line of a label or a row: control characters, line breaks and bidirectional overrides become
/// visible spaces or go, runs of blanks become one, and what is longer than `most` characters ends in "…".
QString oneLine(const QString &foreign, int most = 300);

/// Foreign text for a block that keeps its line breaks; controls and bidirectional overrides go.
QString plainBlock(const QString &foreign);

/// `foreign` for the middle of a sentence: text that runs from right to left is fenced, so that it turns nothing around
/// it. Other text stays as it is.
QString isolated(const QString &foreign);

/// Text as it is compared in searches: lower case, without accents, digits as 0 to 9, and one form for each
/// letter where there are several of the same sound and look.
QString foldedForSearch(const QString &text);
