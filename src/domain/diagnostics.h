// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <chrono>

/// What became of one request, without anything that it was about.
struct RequestOutcome
{
    QDateTime sent;
    QString method;
    QString path; ///< with every name and id in it replaced: "/scheduled_events/{id}/invitees"
    int status = 0; ///< 0: no answer came
    QString failure; ///< one word of our own; empty where a whole answer came
    std::chrono::milliseconds duration{0};
    bool operator==(const RequestOutcome &) const = default;
};

/// What somebody who mends Sundial needs to know of a run, and nothing about its user: it is made to be posted in public.
struct Diagnostics
{
    using Facts = QList<QPair<QString, QString>>;

    Facts program; ///< versions, system, screens
    Facts account; ///< how it is signed in; no name, no address
    QStringList scopes; ///< their names; empty where Calendly does not say
    Facts store; ///< sizes, and rows of each table
    Facts sync;
    QList<RequestOutcome> requests; ///< the oldest first
};

/// "Debian GNU/Linux 12 (bookworm), linux 6.1.0, x86_64": neither the name of the computer nor a path, which may hold the user's.
QString systemText();

/// `path` with known words of Calendly's addresses, and "{id}" for all else.
QString pathTemplate(const QString &path);
