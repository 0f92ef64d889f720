// SPDX-License-Identifier: GPL-3.0-or-later
#include "linktext.h"

#include "format.h"
#include "placejson.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LinkText)
};

QDate dayOf(const QDateTime &utc, const QTimeZone &zone)
{
    return wallClock(utc, zone).date();
}

} // namespace

LabelParts labelParts(const QString &label)
{
    static const QRegularExpression address(QStringLiteral("<?\\b([^\\s<>,;()]+@[^\\s<>,;:()]+\\.[^\\s<>,;:()]+)>?"));
    static const QRegularExpression inBrackets(QStringLiteral("<([^\\s<>,;()]+@[^\\s<>,;:()]+\\.[^\\s<>,;:()]+)>"));
    const QString line = oneLine(label);
    QRegularExpressionMatch match = inBrackets.match(line); // before any other, which may be somebody else's
    if (!match.hasMatch())
        match = address.match(line);
    if (!match.hasMatch())
        return {line, {}};
    QString words = line.left(match.capturedStart()) + QLatin1Char(' ') + line.mid(match.capturedEnd());
    words = words.simplified();
    static const QString between = QStringLiteral(",;:-–");
    while (!words.isEmpty() && between.contains(words.back()))
        words = words.chopped(1).trimmed();
    while (!words.isEmpty() && between.contains(words.front()))
        words = words.mid(1).trimmed();
    return {words, match.captured(1)};
}

QString recipientName(const LabelParts &parts)
{
    const qsizetype begin = parts.words.lastIndexOf(QLatin1Char('('));
    return begin < 0 || !parts.words.endsWith(QLatin1Char(')')) ? parts.words : parts.words.left(begin).trimmed();
}

QString linkTitle(const LinkEntry &entry)
{
    const LabelParts parts = labelParts(entry.link.label);
    if (!parts.words.isEmpty())
        return parts.words;
    return parts.email.isEmpty() ? Text::tr("Without a label") : parts.email;
}

QString linkSecondLine(const LinkEntry &entry)
{
    const LabelParts parts = labelParts(entry.link.label);
    return parts.words.isEmpty() ? QString() : parts.email;
}

QString linkStatusText(const LinkEntry &entry)
{
    if (isTakenBack(entry))
        return Text::tr("Taken back");
    switch (toldStatus(entry)) {
    case LinkStatus::Open:
        return Text::tr("Active");
    case LinkStatus::Booked:
        return Text::tr("Booked");
    case LinkStatus::Expired:
        return Text::tr("Expired");
    case LinkStatus::Unknown:
        return Text::tr("Not known");
    }
    return {};
}

QString linkStatusIconName(LinkStatus status)
{
    switch (status) {
    case LinkStatus::Open:
        return QStringLiteral("link");
    case LinkStatus::Booked:
        return QStringLiteral("done");
    case LinkStatus::Expired:
        return QStringLiteral("canceled");
    case LinkStatus::Unknown:
        return QStringLiteral("warning");
    }
    return {};
}

int linkDaysLeft(const LinkEntry &entry, const QDateTime &now, const QTimeZone &zone)
{
    return static_cast<int>(std::max<qint64>(0, dayOf(now, zone).daysTo(dayOf(entry.link.expiresAt, zone))));
}

QString linkNotice(const LinkEntry &entry, const QDateTime &now, const QTimeZone &zone)
{
    const QString ended = plainDateText(dayOf(entry.link.expiresAt, zone), dayOf(now, zone));
    switch (entry.status) {
    case LinkStatus::Booked:
        return entry.meetingCanceled ? Text::tr("Booked, and the meeting was canceled since. The link is used up.") : QString();
    case LinkStatus::Expired:
        if (isTakenBack(entry))
            return Text::tr("Taken back on %1. Nobody can book with it.").arg(ended);
        if (entry.maybeBooked)
            return Text::tr("Expired on %1. Not known whether it was booked: another host may have the meeting, and only your own meetings are read.").arg(ended);
        return Text::tr("Expired on %1 without a booking.").arg(ended);
    case LinkStatus::Unknown:
        return Text::tr("Calendly never answered, so nobody knows whether this link was made. If it was, nobody has its address, and it "
                        "expires by itself. Nothing was copied.");
    case LinkStatus::Open:
        if (entry.maybeBooked)
            return Text::tr("Not known whether it is booked: another host may have the meeting, and only your own meetings are read.");
        break;
    }
    if (!expiresSoon(entry, now))
        return {};
    const int days = linkDaysLeft(entry, now, zone);
    return days == 0 ? Text::tr("Expires today, not booked yet.") : Text::tr("Expires in %n days, not booked yet.", nullptr, days);
}

QString linkChangesText(const LinkEntry &entry)
{
    if (!entry.share)
        return {};
    const ShareOverride share = shareOverrideFromJson(entry.share->wanted);
    const QLocale locale;
    QStringList parts;
    if (share.duration)
        parts.append(durationText(*share.duration));
    if (share.from.isValid())
        parts.append(dateRangeText(share.from, share.until));
    for (const AvailabilityRule &rule : share.hours) {
        if (rule.intervals.isEmpty())
            continue;
        const DayInterval &open = rule.intervals.first();
        parts.append(Text::tr("%1 to %2", "times").arg(locale.toString(open.from, QLocale::ShortFormat), locale.toString(open.to, QLocale::ShortFormat)));
        break;
    }
    if (!share.place.isEmpty())
        parts.append(placeText(placeFromJson(share.place)));
    return parts.isEmpty() ? Text::tr("As the event type") : parts.join(QStringLiteral(", "));
}

QString linkBecameText(const LinkEntry &entry, const QDateTime &now, const QTimeZone &zone)
{
    if (entry.status != LinkStatus::Booked)
        return {};
    if (entry.meeting.isEmpty())
        return Text::tr("No longer stored");
    const QString when = Text::tr("%1, %2").arg(shortDateText(dayOf(entry.meetingStart, zone), dayOf(now, zone)), timeText(entry.meetingStart, zone));
    return entry.meetingCanceled ? Text::tr("%1, canceled").arg(when) : when;
}
