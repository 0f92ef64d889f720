// SPDX-License-Identifier: GPL-3.0-or-later
#include "plaintext.h"

#include <QTextBoundaryFinder>

namespace {

/// Characters that turn the direction of what follows, or that nobody sees. The joiners U+200C and U+200D stay: emoji
/// and several scripts need them.
bool isHidden(char32_t c)
{
    const bool turnsDirection
        = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool zeroWidth = c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
    return turnsDirection || zeroWidth;
}

bool isLineBreak(char32_t c)
{
    return c == '\n' || c == '\r' || c == 0x0085 || c == 0x2028 || c == 0x2029;
}

/// The code point at `i`, which then stands behind it; half a surrogate pair is U+FFFD.
char32_t nextCodePoint(const QString &text, qsizetype &i)
{
    const QChar first = text.at(i++);
    if (!first.isSurrogate())
        return first.unicode();
    if (first.isHighSurrogate() && i < text.size() && text.at(i).isLowSurrogate())
        return QChar::surrogateToUcs4(first, text.at(i++));
    return QChar::ReplacementCharacter;
}

void append(QString &text, char32_t c)
{
    text += QStringView(QChar::fromUcs4(c));
}

QString shortened(const QString &text, int most)
{
    if (text.size() <= most)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(qMax(0, most - 1));
    qsizetype cut = finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary();
    // A single letter under thousands of accents has no boundary to cut at.
    if (cut <= 0)
        cut = qMax(0, most - 1);
    return text.left(cut).trimmed() + QChar(0x2026);
}

/// The plain letter behind one that has no decomposition, or that is another's form at the end of a word.
QString baseLetter(QChar c)
{
    if (const int digit = c.digitValue(); digit >= 0)
        return QString::number(digit);
    switch (c.unicode()) {
    case 0x00DF:
        return QStringLiteral("ss");
    case 0x00E6:
        return QStringLiteral("ae");
    case 0x00F0:
    case 0x0111:
        return QStringLiteral("d");
    case 0x00F8:
        return QStringLiteral("o");
    case 0x00FE:
        return QStringLiteral("th");
    case 0x0131:
        return QStringLiteral("i");
    case 0x0142:
        return QStringLiteral("l");
    case 0x0153:
        return QStringLiteral("oe");
    case 0x05DA: // Hebrew kaf, mem, nun, pe and tsadi
    case 0x05DD:
    case 0x05DF:
    case 0x05E3:
    case 0x05E5:
        return QChar(c.unicode() + 1);
    case 0x0629: // Arabic teh marbuta
        return QChar(0x0647);
    case 0x0649: // Arabic and Persian yeh
    case 0x06CC:
        return QChar(0x064A);
    case 0x06A9: // Persian kaf
        return QChar(0x0643);
    default:
        return c;
    }
}

/// Accents and optional vowel points; not the vowel signs of Indic scripts, which make another word.
bool isAccent(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x0300 && u <= 0x036F) || (u >= 0x1AB0 && u <= 0x1AFF) || (u >= 0x1DC0 && u <= 0x1DFF)
        || (u >= 0x20D0 && u <= 0x20FF) || (u >= 0x0591 && u <= 0x05C7 && c.isMark()) || (u >= 0x064B && u <= 0x065F)
        || u == 0x0670;
}

/// Nobody types them: joiners, variation selectors and the stroke that lengthens Arabic letters.
bool isUntyped(QChar c)
{
    const char16_t u = c.unicode();
    return isHidden(u) || u == 0x200C || u == 0x200D || u == 0x0640 || (u >= 0xFE00 && u <= 0xFE0F);
}

} // namespace

QString oneLine(const QString &foreign, int most)
{
    QString line;
    bool blank = false;
    // Nobody sees what is far behind the cut, so it is not looked at.
    for (qsizetype i = 0; i < foreign.size() && line.size() <= most + 16;) {
        const char32_t c = nextCodePoint(foreign, i);
        if (isHidden(c))
            continue;
        if (isLineBreak(c) || QChar::isSpace(c) || QChar::category(c) == QChar::Other_Control) {
            blank = !line.isEmpty();
            continue;
        }
        if (blank)
            line += QLatin1Char(' ');
        blank = false;
        append(line, c);
    }
    return shortened(line, most);
}

QString plainBlock(const QString &foreign)
{
    QString block;
    block.reserve(foreign.size());
    for (qsizetype i = 0; i < foreign.size();) {
        const char32_t c = nextCodePoint(foreign, i);
        if (c == '\r' && i < foreign.size() && foreign.at(i) == QLatin1Char('\n'))
            continue;
        if (isLineBreak(c))
            block += QLatin1Char('\n');
        else if (c == '\t' || (!isHidden(c) && QChar::category(c) != QChar::Other_Control))
            append(block, c);
    }
    return block;
}

QString isolated(const QString &foreign)
{
    for (qsizetype i = 0; i < foreign.size();) {
        const QChar::Direction direction = QChar::direction(nextCodePoint(foreign, i));
        if (direction == QChar::DirR || direction == QChar::DirAL)
            return QChar(0x2068) + foreign + QChar(0x2069); // first strong isolate … pop
    }
    return foreign;
}

QString foldedForSearch(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (!isAccent(c) && !isUntyped(c))
            folded += baseLetter(c);
    }
    return folded.normalized(QString::NormalizationForm_C);
}
