// SPDX-License-Identifier: GPL-3.0-or-later
#include "place.h"

namespace {

constexpr int fewestDigits = 3;
constexpr int mostDigits = 15; // ITU E.164

bool isSafeWebAddress(const QUrl &url)
{
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() && url.userInfo().isEmpty();
}

bool isSeparator(QChar c)
{
    return c.isSpace() || QStringLiteral("-./()\u2010\u2011\u2012\u2013").contains(c);
}

/// What may follow a number without being part of it.
bool beginsExtension(QStringView rest)
{
    for (const QLatin1String sign :
         {QLatin1String("ext"), QLatin1String("x"), QLatin1String("#"), QLatin1String(","), QLatin1String(";")}) {
        if (rest.startsWith(sign, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// "tel:" and the digits of a number as people write it; nothing for a text that is no number.
QUrl telephone(QString text)
{
    text = text.trimmed();
    QString digits;
    const bool international = text.startsWith(QLatin1Char('+'));
    if (international)
        text = text.mid(1).remove(QLatin1String("(0)"));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.digitValue() >= 0)
            digits += QString::number(c.digitValue());
        else if (beginsExtension(QStringView(text).mid(i)))
            break;
        else if (!isSeparator(c))
            return {};
    }
    if (digits.size() < fewestDigits || digits.size() > mostDigits)
        return {};
    return QUrl(QStringLiteral("tel:") + (international ? QStringLiteral("+") : QString()) + digits);
}

} // namespace

bool isConference(Place::Kind kind)
{
    switch (kind) {
    case Place::Kind::Zoom:
    case Place::Kind::GoogleMeet:
    case Place::Kind::Teams:
    case Place::Kind::Webex:
    case Place::Kind::GoToMeeting:
        return true;
    default:
        return false;
    }
}

QUrl joinTarget(const Place &place)
{
    switch (place.kind) {
    case Place::Kind::OutboundCall:
    case Place::Kind::InboundCall:
        return telephone(place.location);
    case Place::Kind::Custom: {
        // Written by the host. What an invitee wrote (AskInvitee) stays text.
        const QUrl written(place.location.trimmed(), QUrl::StrictMode);
        return isSafeWebAddress(written) ? written : QUrl();
    }
    default:
        return isSafeWebAddress(place.joinUrl) ? place.joinUrl : QUrl();
    }
}
