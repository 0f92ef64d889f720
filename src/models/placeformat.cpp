// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include "plaintext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

/// What stands before the first comma or line break, "Studio" of "Studio, Marienstr. 4, Berlin".
QString firstWords(const QString &foreign)
{
    static const QRegularExpression end(QStringLiteral("[,;\\r\\n]"));
    return oneLine(foreign.section(end, 0, 0), 40);
}

QString wordsOr(const QString &foreign, const QString &otherwise)
{
    const QString words = firstWords(foreign);
    return words.isEmpty() ? otherwise : words;
}

} // namespace

QString placeText(const Place &place)
{
    switch (place.kind) {
    case Place::Kind::None:
        return {};
    case Place::Kind::Zoom:
        return QStringLiteral("Zoom");
    case Place::Kind::GoogleMeet:
        return QStringLiteral("Meet");
    case Place::Kind::Teams:
        return QStringLiteral("Teams");
    case Place::Kind::Webex:
        return QStringLiteral("Webex");
    case Place::Kind::GoToMeeting:
        return QStringLiteral("GoTo");
    case Place::Kind::OutboundCall:
    case Place::Kind::InboundCall:
        return Text::tr("Phone");
    case Place::Kind::Physical:
        return wordsOr(place.location, Text::tr("On site"));
    case Place::Kind::AskInvitee:
        return wordsOr(place.location, Text::tr("They choose"));
    case Place::Kind::Custom:
        return wordsOr(place.location, Text::tr("Agreed place"));
    case Place::Kind::Unknown:
        return wordsOr(place.location, oneLine(place.rawType, 40));
    }
    return {};
}

QString placeIconName(const Place &place)
{
    if (isConference(place.kind))
        return QStringLiteral("video");
    switch (place.kind) {
    case Place::Kind::None:
        return {};
    case Place::Kind::OutboundCall:
    case Place::Kind::InboundCall:
        return QStringLiteral("phone");
    default:
        return QStringLiteral("place");
    }
}

QString kindText(const EventType &type)
{
    return kindText(type.kind);
}

QString kindText(EventType::Kind kind)
{
    switch (kind) {
    case EventType::Kind::OneOnOne:
        return Text::tr("One-on-one");
    case EventType::Kind::Group:
        return Text::tr("Group");
    case EventType::Kind::RoundRobin:
        return Text::tr("Round robin");
    case EventType::Kind::Collective:
        return Text::tr("Collective");
    case EventType::Kind::MultiPool:
        return Text::tr("Multi-pool");
    case EventType::Kind::OneOff:
        return Text::tr("One-off");
    case EventType::Kind::Poll:
        return Text::tr("Meeting poll");
    }
    return {};
}
