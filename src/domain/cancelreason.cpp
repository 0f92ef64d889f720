// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelreason.h"

#include <QRegularExpression>

namespace {

const QRegularExpression &fieldPattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\{\\s*(name|event|rebook link)\\s*\\}"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

} // namespace

QString reasonFor(const QString &text, const ReasonFields &fields)
{
    QString typed = text;
    typed.remove(linkMark);
    QString filled;
    qsizetype from = 0;
    for (auto matches = fieldPattern().globalMatch(typed); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString field = match.captured(1).toLower();
        filled += QStringView(typed).mid(from, match.capturedStart() - from);
        filled += field == QLatin1String("name") ? fields.name : field == QLatin1String("event") ? fields.event : fields.link;
        from = match.capturedEnd();
    }
    filled += QStringView(typed).mid(from);
    return filled.trimmed();
}

bool asksForLink(const QString &text)
{
    for (auto matches = fieldPattern().globalMatch(text); matches.hasNext();) {
        if (matches.next().captured(1).compare(QLatin1String("rebook link"), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QString withLink(QString reason, const QUrl &link)
{
    return reason.replace(linkMark, link.toString(QUrl::FullyEncoded));
}
