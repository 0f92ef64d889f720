// SPDX-License-Identifier: GPL-3.0-or-later
#include "paletteitem.h"

#include "plaintext.h"

#include <QStringList>

namespace {

constexpr int asWhole = 8; // the title begins with the word
constexpr int asBeginning = 4; // a later word of the title does
constexpr int asPart = 1;

int scoreOfWord(const QString &title, const QString &word)
{
    if (title.startsWith(word))
        return asWhole;
    for (qsizetype at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
        if (!title.at(at - 1).isLetterOrNumber())
            return asBeginning;
    }
    return title.contains(word) ? asPart : 0;
}

} // namespace

PaletteWish paletteWish(const QString &typed)
{
    PaletteWish wish;
    wish.text = typed.trimmed();
    wish.commandsOnly = wish.text.startsWith(QLatin1Char('>'));
    if (wish.commandsOnly)
        wish.text = wish.text.mid(1).trimmed();
    wish.words = foldedForSearch(wish.text).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return wish;
}

int paletteScore(const QString &title, const QStringList &words)
{
    const QString folded = foldedForSearch(title);
    int score = 1;
    for (const QString &word : words) {
        const int ofWord = scoreOfWord(folded, word);
        if (ofWord == 0)
            return 0;
        score += ofWord;
    }
    return score;
}
