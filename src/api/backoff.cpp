// SPDX-License-Identifier: GPL-3.0-or-later
#include "backoff.h"

#include <QLocale>
#include <QRandomGenerator>

namespace {

constexpr int mostDoublings = 6;
constexpr qint64 firstEpochSecond = 1'000'000'000; // no wait is that long: a moment in seconds since 1970 was meant

std::optional<qint64> secondsFrom(const QByteArray &text, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 seconds = text.trimmed().toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    return seconds >= firstEpochSecond ? seconds - now.toSecsSinceEpoch() : seconds;
}

/// Qt's RFC 2822 reader does not know "GMT".
std::optional<qint64> secondsUntil(const QByteArray &httpDate, const QDateTime &now)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(httpDate.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    return now.secsTo(QDateTime(date.date(), date.time(), Qt::UTC));
}

} // namespace

std::chrono::milliseconds backOff(int sent, std::chrono::milliseconds first)
{
    const int doublings = qBound(0, sent - 1, mostDoublings);
    const auto longest = first * (1 << doublings);
    const auto half = longest.count() / 2;
    return std::chrono::milliseconds(longest.count() - QRandomGenerator::global()->bounded(static_cast<int>(half) + 1));
}

std::optional<std::chrono::seconds> demandedWait(const HttpAnswer &answer, const QDateTime &now)
{
    std::optional<qint64> seconds = secondsFrom(answer.rateReset, now);
    if (!seconds)
        seconds = secondsFrom(answer.retryAfter, now);
    if (!seconds)
        seconds = secondsUntil(answer.retryAfter, now);
    return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}
