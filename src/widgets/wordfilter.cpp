// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordfilter.h"

#include "listmodel.h"
#include "plaintext.h"

#include <algorithm>

void WordFilter::setText(const QString &text)
{
    const QStringList words = foldedForSearch(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

bool WordFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_words.isEmpty())
        return true;
    const QString searched = foldedForSearch(sourceModel()->index(sourceRow, 0, sourceParent).data(ListModel::SearchRole).toString());
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) { return searched.contains(word); });
}
