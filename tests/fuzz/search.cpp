// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"
#include "searchmarks.h"
#include "searchquery.h"
#include "searchtext.h"
#include "searchwords.h"

namespace {

void checkMarks(const QString &text, const SearchQuery &query)
{
    for (const TextMark &mark : SearchMarks(query).inName(text))
        mustHold(mark.position >= 0 && mark.length > 0 && mark.position + mark.length <= text.size(),
                 "what is underlined lies in the text");
}

} // namespace

/// What is typed into a search field.
void fuzzSearch(const QByteArray &input)
{
    static const QDate today(2026, 11, 18);
    const QString typed = QString::fromUtf8(input);
    const SearchQuery query = searchQueryOf(typed, today);
    daysOf(query);
    for (const SearchPart &part : query.parts) {
        mustHold(part.position >= 0 && part.length > 0 && part.position + part.length <= typed.size(),
                 "a part lies in what was typed");
        mustHold(without(typed, part).size() < typed.size(), "a part can be taken out");
        searchPartText(part, today, QLocale::c());
        indexPhrase(part.text, part.whole);
    }
    checkMarks(typed, query);
    indexedText(typed);
}
