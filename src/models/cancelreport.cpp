// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelreport.h"

#include "cancelrows.h"
#include "csvwriter.h"
#include "plaintext.h"
#include "zones.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CancelReport)
};

} // namespace

QByteArray cancelReportHead(const QTimeZone &zone)
{
    return csvMark()
        + csvRow({Text::tr("Start (%1)").arg(QString::fromLatin1(zone.id())), Text::tr("Name"), Text::tr("Invitees"), Text::tr("E-mail addresses"),
                  Text::tr("Guests"), Text::tr("Outcome"), Text::tr("Why")});
}

QByteArray cancelReportRow(const CancelItem &item, const std::optional<MeetingDetails> &details, const QTimeZone &zone)
{
    CancelRow row;
    sayState(row, item);
    if (item.state == CancelItem::State::Waiting && row.detail.isEmpty())
        row.detail = Text::tr("Nothing was sent yet.");
    QStringList names;
    QStringList addresses;
    if (details) {
        for (const Invitee &invitee : details->invitees) {
            if (hadLeft(invitee, details->meeting))
                continue;
            names.append(oneLine(invitee.name));
            addresses.append(invitee.email);
        }
    }
    names.removeAll(QString());
    const auto list = [](const QStringList &texts) { return texts.join(QStringLiteral("; ")); };
    return csvRow({wallClock(item.start, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm")), oneLine(item.name), list(names), list(addresses),
                   details ? list(details->meeting.guests) : QString(), row.status, row.detail});
}
