// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchtext.h"

#include "plaintext.h"

#include <QList>
#include <QStringList>

#include <algorithm>

namespace {

// More of one text is not looked into; more of one word is not compared.
constexpr qsizetype mostText = 20'000;
constexpr qsizetype mostOfColumn = 2'000'000; // the people of a large group, with what they answered
constexpr qsizetype mostOfWord = 64;
constexpr qsizetype mostOfPhrase = 200;

/// Letters that belong together: a word, or what is written without blanks.
struct Run
{
    QList<char32_t> letters;
    bool paired = false;
};

bool isPaired(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
    case QChar::Script_Yi:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
    case QChar::Script_Arabic:
    case QChar::Script_Hebrew:
    case QChar::Script_Syriac:
        return true;
    default:
        return false;
    }
}

bool isLetter(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

/// Emoji and other signs that say something by themselves.
bool isSign(char32_t c)
{
    return c > 0x7F && c != QChar::ReplacementCharacter && QChar::category(c) == QChar::Symbol_Other;
}

QList<Run> runsOf(const QString &text)
{
    QList<Run> runs;
    bool joins = false; // the next letter may go on with the last run
    const QList<uint> letters = foldedForSearch(text).toUcs4();
    for (const char32_t c : letters) {
        if (!isLetter(c)) {
            joins = false;
            if (isSign(c))
                runs.append(Run{.letters = {c}});
            continue;
        }
        // A mark belongs to the letter that it stands over.
        const bool paired = QChar::isMark(c) && joins ? runs.constLast().paired : isPaired(c);
        if (!joins || runs.constLast().paired != paired)
            runs.append(Run{.paired = paired});
        joins = true;
        if (paired || runs.constLast().letters.size() < mostOfWord)
            runs.last().letters.append(c);
    }
    return runs;
}

QString textOf(const QList<char32_t> &letters, qsizetype from, qsizetype count)
{
    return QString::fromUcs4(letters.constData() + from, std::min(count, letters.size() - from));
}

/// The words of a run; `open`: nothing is known of what comes behind its last letter.
void appendWords(QStringList &words, const Run &run, bool open)
{
    if (!run.paired) {
        words.append(textOf(run.letters, 0, run.letters.size()));
        return;
    }
    const qsizetype pairs = open ? std::max<qsizetype>(run.letters.size() - 1, 1) : run.letters.size();
    for (qsizetype i = 0; i < pairs; ++i)
        words.append(textOf(run.letters, i, 2));
}

} // namespace

QString indexedText(const QString &text)
{
    return indexedText(QStringList{text});
}

QString indexedText(const QStringList &texts)
{
    QString joined;
    for (const QString &text : texts) {
        joined += QStringView(text).left(mostText);
        joined += QLatin1Char('\n');
        if (joined.size() >= mostOfColumn)
            break;
    }
    QStringList words;
    const QList<Run> runs = runsOf(joined.left(mostOfColumn));
    for (const Run &run : runs)
        appendWords(words, run, false);
    return words.join(QLatin1Char(' '));
}

QString indexPhrase(const QString &typed, bool whole)
{
    QStringList words;
    const QList<Run> runs = runsOf(typed.left(mostOfPhrase));
    if (runs.isEmpty())
        return {};
    for (const Run &run : runs)
        appendWords(words, run, &run == &runs.constLast());
    const Run &last = runs.constLast();
    const bool isCut = typed.size() > mostOfPhrase; // maybe within its last word
    const bool byBeginning = last.paired ? last.letters.size() == 1 : !whole || isCut;
    return QStringLiteral("\"%1\"%2").arg(words.join(QLatin1Char(' ')), byBeginning ? QStringLiteral(" *") : QString());
}
