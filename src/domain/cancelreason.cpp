// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelreason.h"

#include <QRegularExpression>

#include <algorithm>

namespace {

bool endsSentence(QChar c)
{
    return QStringLiteral(".!?\u3002\uFF01\uFF1F").contains(c);
}

/// Where the sentence begins in which `at` stands; a line break ends one, too.
qsizetype beginOfSentence(const QString &text, qsizetype at)
{
    for (qsizetype begin = at; begin > 0; --begin) {
        const QChar before = text.at(begin - 1);
        if (before == QLatin1Char('\n') || (before.isSpace() && begin > 1 && endsSentence(text.at(begin - 2))))
            return begin;
    }
    return 0;
}

/// Behind the blanks that follow the sentence.
qsizetype endOfSentence(const QString &text, qsizetype at)
{
    const auto isBlank = [&text](qsizetype place) { return text.at(place).isSpace() && text.at(place) != QLatin1Char('\n'); };
    qsizetype end = at;
    while (end < text.size() && text.at(end) != QLatin1Char('\n')) {
        const bool ends = endsSentence(text.at(end++));
        if (ends && (end == text.size() || text.at(end).isSpace()))
            break;
    }
    while (end < text.size() && isBlank(end))
        ++end;
    return end;
}

QString withoutSentence(QString text, qsizetype from, qsizetype length)
{
    qsizetype begin = beginOfSentence(text, from);
    qsizetype end = endOfSentence(text, from + length);
    if (end < text.size() && text.at(end) == QLatin1Char('\n')) {
        if (begin == 0 || text.at(begin - 1) == QLatin1Char('\n'))
            ++end; // the line held nothing else
        while (begin > 0 && text.at(begin - 1) == QLatin1Char(' '))
            --begin;
    }
    return text.remove(begin, end - begin);
}

/// A sentence that ends in front of a missing link would lead nowhere.
QString withoutLinks(QString text)
{
    const auto isLink = [](const ReasonPiece &piece) { return piece.field == QLatin1String("rebook link"); };
    for (;;) {
        const QList<ReasonPiece> pieces = reasonPieces(text);
        const auto link = std::find_if(pieces.begin(), pieces.end(), isLink);
        if (link == pieces.end())
            return text;
        text = withoutSentence(text, link->from, link->length);
    }
}

} // namespace

QList<ReasonPiece> reasonPieces(const QString &text)
{
    // Other programs write them in two braces.
    static const QRegularExpression pattern(QStringLiteral("\\{(\\{)?\\s*(name|event|rebook link)\\s*\\}(?(1)\\})"),
                                            QRegularExpression::CaseInsensitiveOption);
    QList<ReasonPiece> pieces;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        pieces.append({match.capturedStart(), match.capturedLength(), match.captured(2).toLower()});
    }
    return pieces;
}

QStringList unknownFields(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\{+[^{}\\n]+\\}+"));
    const QList<ReasonPiece> known = reasonPieces(text);
    QStringList unknown;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool isKnown = std::any_of(known.begin(), known.end(), [&match](const ReasonPiece &piece) {
            return piece.from >= match.capturedStart() && piece.from < match.capturedEnd();
        });
        if (!isKnown)
            unknown.append(match.captured());
    }
    unknown.removeDuplicates();
    return unknown;
}

QString reasonFor(const QString &text, const ReasonFields &fields)
{
    QString typed = text;
    typed.remove(linkMark);
    if (fields.link.isEmpty())
        typed = withoutLinks(typed);
    QString filled;
    qsizetype from = 0;
    const QList<ReasonPiece> pieces = reasonPieces(typed);
    for (const ReasonPiece &piece : pieces) {
        filled += QStringView(typed).mid(from, piece.from - from);
        filled += piece.field == QLatin1String("name") ? fields.name : piece.field == QLatin1String("event") ? fields.event : fields.link;
        from = piece.from + piece.length;
    }
    filled += QStringView(typed).mid(from);
    return filled.trimmed();
}

bool asksForLink(const QString &text)
{
    const QList<ReasonPiece> pieces = reasonPieces(text);
    return std::any_of(pieces.begin(), pieces.end(), [](const ReasonPiece &piece) { return piece.field == QLatin1String("rebook link"); });
}

QString withLink(QString reason, const QUrl &link)
{
    for (qsizetype at = reason.indexOf(linkMark); link.isEmpty() && at >= 0; at = reason.indexOf(linkMark))
        reason = withoutSentence(reason, at, 1);
    return reason.replace(linkMark, link.toString(QUrl::FullyEncoded));
}
