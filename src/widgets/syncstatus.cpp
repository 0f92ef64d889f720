// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncstatus.h"

#include "errortext.h"
#include "format.h"
#include "syncservice.h"
#include "zones.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SyncStatus)
};

constexpr qint64 staleAfterSeconds = 10 * 60;

QString momentText(const QDateTime &utc, const QDateTime &now, const QTimeZone &zone)
{
    const QDate today = wallClock(now, zone).date();
    const QDate date = wallClock(utc, zone).date();
    return date == today ? timeText(utc, zone) : Words::tr("%1, %2").arg(shortDateText(date, today), timeText(utc, zone));
}

QString withAge(const QString &what, const QDateTime &seen, const QDateTime &now, const QTimeZone &zone)
{
    return seen.isNull() ? what : Words::tr("%1, shown as of %2").arg(what, momentText(seen, now, zone));
}

QString checkingText(const SyncService &sync)
{
    const SyncService::Progress progress = sync.progress();
    return progress.partsTotal > 0 && progress.meetingsRead > 0 ? Words::tr("Checking… %n meetings read", nullptr, progress.meetingsRead)
                                                                : Words::tr("Checking…");
}

} // namespace

SyncStatus syncStatus(const SyncService &sync, const QDateTime &now, const QTimeZone &zone)
{
    const QDateTime seen = sync.lastSync();
    const qint64 age = seen.isNull() ? 0 : std::max<qint64>(0, seen.secsTo(now));
    const bool stale = age >= staleAfterSeconds;
    switch (sync.state()) {
    case SyncService::State::Stopped:
        return {};
    case SyncService::State::UpToDate:
        return {QStringLiteral("done"), stale ? ColorRole::BrassText : ColorRole::Ok,
                seen.isNull() ? Words::tr("Up to date") : Words::tr("Up to date, checked %1 ago").arg(ageText(std::chrono::seconds(age))), stale};
    case SyncService::State::Checking:
        return {QStringLiteral("refresh"), ColorRole::Text2, checkingText(sync), stale};
    case SyncService::State::Offline: {
        const QDateTime since = sync.offlineSince();
        const QString what = since.isNull() ? Words::tr("Offline") : Words::tr("Offline since %1").arg(momentText(since, now, zone));
        return {QStringLiteral("offline"), ColorRole::BrassText, withAge(what, seen, now, zone), stale};
    }
    case SyncService::State::Paused: {
        const qint64 wait = std::max<qint64>(0, now.secsTo(sync.budget().blockedUntil));
        return {QStringLiteral("expiring"), ColorRole::BrassText,
                Words::tr("Paused for %1: this account used up its calls").arg(ageText(std::chrono::seconds(wait))), stale};
    }
    case SyncService::State::Failed: {
        const auto problem = sync.problem();
        const QString what = problem ? errorText(*problem).title : Words::tr("Could not check");
        return {QStringLiteral("warning"), ColorRole::Danger, withAge(what, seen, now, zone), stale};
    }
    case SyncService::State::SignedOut:
        return {QStringLiteral("key"), ColorRole::Danger, withAge(Words::tr("Signed out"), seen, now, zone), stale};
    }
    return {};
}
