// SPDX-License-Identifier: GPL-3.0-or-later
#include "joinprogram.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace {

bool isOf(const QString &host, const QString &domain)
{
    return host == domain || host.endsWith(QLatin1Char('.') + domain);
}

/// The number in "/j/845…", as Zoom writes the way to a meeting; empty in any other address.
QString zoomNumber(const QUrl &address)
{
    static const QRegularExpression way(QStringLiteral("^/(?:j|w)/([0-9]{9,12})/?$"));
    const bool isZoom = isOf(address.host(), QStringLiteral("zoom.us")) || isOf(address.host(), QStringLiteral("zoomgov.com"));
    return isZoom ? way.match(address.path()).captured(1) : QString();
}

bool isTeams(const QUrl &address)
{
    return address.host() == QLatin1String("teams.microsoft.com") && address.path().startsWith(QLatin1String("/l/meetup-join/"));
}

} // namespace

std::optional<JoinProgram> joinProgramOf(const QUrl &address)
{
    if (address.scheme() != QLatin1String("https"))
        return std::nullopt;
    if (!zoomNumber(address).isEmpty())
        return JoinProgram::Zoom;
    return isTeams(address) ? std::optional(JoinProgram::Teams) : std::nullopt;
}

QUrl inOwnProgram(const QUrl &address)
{
    const std::optional<JoinProgram> program = joinProgramOf(address);
    if (!program)
        return {};
    QUrl own = address;
    if (program == JoinProgram::Teams) {
        own.setScheme(QStringLiteral("msteams"));
        return own;
    }
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("action"), QStringLiteral("join"));
    query.addQueryItem(QStringLiteral("confno"), zoomNumber(address));
    const QUrlQuery given(address);
    for (const QString &key : {QStringLiteral("pwd"), QStringLiteral("tk")}) {
        if (given.hasQueryItem(key))
            query.addQueryItem(key, given.queryItemValue(key, QUrl::FullyEncoded));
    }
    own.setScheme(QStringLiteral("zoommtg"));
    own.setPath(QStringLiteral("/join"));
    own.setFragment({});
    own.setQuery(query);
    return own;
}
