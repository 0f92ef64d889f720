// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchmarks.h"

#include "plaintext.h"

#include <algorithm>

namespace {

/// A word of a text, folded, and where each of its letters comes from.
struct Word
{
    QString folded;
    QList<qsizetype> from; ///< of each letter of `folded`
    qsizetype end = 0; ///< behind it in the text
};

bool isWithoutBlanks(const QString &word)
{
    switch (word.front().script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
    case QChar::Script_Arabic:
    case QChar::Script_Hebrew:
        return true;
    default:
        return false;
    }
}

QList<Word> wordsOf(const QString &text)
{
    QList<Word> words;
    bool joins = false;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype next = at + (text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1);
        while (next < text.size() && text[next].isMark())
            ++next;
        const QString folded = foldedForSearch(text.mid(at, next - at));
        const bool isLetter = !folded.isEmpty() && (folded.front().isLetterOrNumber() || folded.front().isSurrogate());
        if (isLetter) {
            if (!joins)
                words.append(Word());
            words.last().folded += folded;
            words.last().from += QList<qsizetype>(folded.size(), at);
            words.last().end = next;
        }
        // What folds to nothing, a soft hyphen for one, parts no words.
        joins = isLetter || (joins && folded.isEmpty());
        at = next;
    }
    return words;
}

TextMark markOf(const Word &first, qsizetype begin, const Word &last, qsizetype length)
{
    const qsizetype from = first.from[begin];
    // A letter that folds to several, as ß does to ss, is marked as a whole.
    const auto next = std::find_if(last.from.begin() + length, last.from.end(), [&](qsizetype at) { return at > last.from[length - 1]; });
    return {from, (next == last.from.end() ? last.end : *next) - from};
}

} // namespace

SearchMarks::SearchMarks(const SearchQuery &query)
{
    using Field = SearchPart::Field;
    for (const SearchPart &part : query.parts) {
        if (part.kind != SearchPart::Kind::Text || part.excluded)
            continue;
        Phrase phrase{.words = {}, .whole = part.whole};
        const QList<Word> words = wordsOf(part.text);
        for (const Word &word : words)
            phrase.words.append(word.folded);
        if (phrase.words.isEmpty())
            continue;
        if (part.field == Field::Any || part.field == Field::Title || part.field == Field::Type)
            m_ofName.append(phrase);
        if (part.field == Field::Any || part.field == Field::With)
            m_ofPeople.append(phrase);
    }
}

QList<TextMark> SearchMarks::marks(const QString &text, const QList<Phrase> &phrases)
{
    QList<TextMark> found;
    if (phrases.isEmpty())
        return found;
    const QList<Word> words = wordsOf(text);
    for (const Phrase &phrase : phrases) {
        const qsizetype count = phrase.words.size();
        for (qsizetype first = 0; first + count <= words.size(); ++first) {
            const QString &wanted = phrase.words.last();
            const Word &last = words[first + count - 1];
            if (count == 1 && isWithoutBlanks(wanted)) {
                if (const qsizetype at = last.folded.indexOf(wanted); at >= 0)
                    found.append(markOf(last, at, last, at + wanted.size()));
                continue;
            }
            bool fits = phrase.whole ? last.folded == wanted : last.folded.startsWith(wanted);
            for (qsizetype number = 0; fits && number + 1 < count; ++number)
                fits = words[first + number].folded == phrase.words[number];
            if (fits)
                found.append(markOf(words[first], 0, last, wanted.size()));
        }
    }
    std::sort(found.begin(), found.end(), [](const TextMark &one, const TextMark &other) { return one.position < other.position; });
    return found;
}
