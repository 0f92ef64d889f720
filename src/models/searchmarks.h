// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchquery.h"

#include <QList>
#include <QString>
#include <QStringList>

/// A stretch of a text.
struct TextMark
{
    qsizetype position = 0;
    qsizetype length = 0;
    bool operator==(const TextMark &) const = default;
};

/// Where the words of a search stand in what is shown of a meeting, found as the search finds them: accents and case
/// make no difference, words count from their beginning, and scripts without blanks by any part.
class SearchMarks
{
public:
    SearchMarks() = default;
    explicit SearchMarks(const SearchQuery &query);

    QList<TextMark> inName(const QString &name) const { return marks(name, m_ofName); }
    QList<TextMark> inPeople(const QString &people) const { return marks(people, m_ofPeople); }
    bool operator==(const SearchMarks &) const = default;

private:
    /// Words that stand one after the other; the last one counts by its beginning unless `whole`.
    struct Phrase
    {
        QStringList words;
        bool whole = false;
        bool operator==(const Phrase &) const = default;
    };

    static QList<TextMark> marks(const QString &text, const QList<Phrase> &phrases);

    QList<Phrase> m_ofName;
    QList<Phrase> m_ofPeople;
};
