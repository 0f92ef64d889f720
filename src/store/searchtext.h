// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

// Text as the search index holds it. Words are folded (foldedForSearch) and stand between blanks. Scripts that write
// without blanks, or that put short words in front of names, are cut into overlapping pairs of letters, so that any
// part of a name is found: 田中さ becomes "田中 中さ さ".

/// What goes into a column of the index. Of a single text only the beginning is looked into.
QString indexedText(const QString &text);
QString indexedText(const QStringList &texts); ///< of all of them, one after the other

/// What asks the index for `typed`: its words one after the other, the last one by its beginning unless `whole`.
/// Empty where there is nothing in it that could be found.
QString indexPhrase(const QString &typed, bool whole);
