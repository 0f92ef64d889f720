// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelreason.h"

#include <QRegularExpression>

#include <algorithm>

QList<ReasonPiece> reasonPieces(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\{\\s*(name|event|rebook link)\\s*\\}"),
                                            QRegularExpression::CaseInsensitiveOption);
    QList<ReasonPiece> pieces;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        pieces.append({match.capturedStart(), match.capturedLength(), match.captured(1).toLower()});
    }
    return pieces;
}

QString reasonFor(const QString &text, const ReasonFields &fields)
{
    QString typed = text;
    typed.remove(linkMark);
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
    return reason.replace(linkMark, link.toString(QUrl::FullyEncoded));
}
