// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmltext.h"

#include <QHash>
#include <QRegularExpression>

namespace {

/// What "&name;" stands for; the name itself where it is none of the usual ones.
QString characterOf(const QString &name)
{
    static const QHash<QString, QString> named{{QStringLiteral("amp"), QStringLiteral("&")},   {QStringLiteral("lt"), QStringLiteral("<")},
                                               {QStringLiteral("gt"), QStringLiteral(">")},    {QStringLiteral("quot"), QStringLiteral("\"")},
                                               {QStringLiteral("apos"), QStringLiteral("'")},  {QStringLiteral("nbsp"), QStringLiteral(" ")}};
    if (!name.startsWith(QLatin1Char('#')))
        return named.value(name, QLatin1Char('&') + name + QLatin1Char(';'));
    const bool isHexadecimal = name.mid(1).startsWith(QLatin1Char('x'), Qt::CaseInsensitive);
    const char32_t code = isHexadecimal ? name.mid(2).toUInt(nullptr, 16) : name.mid(1).toUInt();
    return code == 0 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code) ? QString() : QString::fromUcs4(&code, 1);
}

} // namespace

QString htmlAsText(const QString &html)
{
    static const QRegularExpression silent(QStringLiteral("<(script|style)\\b.*?(</\\1\\s*>|$)|<!--.*?(-->|$)"),
                                           QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression breaks(QStringLiteral("<br\\b[^>]*>|</(p|div|li|h[1-6]|tr|blockquote)\\s*>"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(QStringLiteral("</?[a-z][^>]*(>|$)"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression entity(QStringLiteral("&(#x?[0-9a-f]{1,6}|[a-z]{2,6});"), QRegularExpression::CaseInsensitiveOption);
    QString marked = html;
    marked.remove(silent);
    marked = marked.simplified().replace(breaks, QStringLiteral("\n")).remove(tag);
    QString text;
    qsizetype done = 0;
    for (auto each = entity.globalMatch(marked); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        text += marked.mid(done, match.capturedStart() - done) + characterOf(match.captured(1));
        done = match.capturedEnd();
    }
    return text + marked.mid(done);
}
