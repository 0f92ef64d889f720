// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingwatch.h"

#include "accountservice.h"
#include "bookingservice.h"
#include "errortext.h"
#include "format.h"
#include "mainwindowparts.h"
#include "plaintext.h"
#include "toasthost.h"

BookingWatch::BookingWatch(const MainWindowParts &parts, ToastHost &toasts, QObject *parent) : QObject(parent), m_parts(parts), m_toasts(toasts)
{
    connect(m_parts.bookings, &BookingService::changed, this, &BookingWatch::tellNew);
    connect(&m_parts.account, &AccountService::accountSwitched, this, [this] { m_told.clear(); });
    tellNew();
}

void BookingWatch::tellNew()
{
    for (const BookingEntry &entry : m_parts.bookings->unknown()) {
        if (!m_told.contains(entry.id))
            tell(entry, tr("The answer of Calendly got lost, or Sundial ended before it came."));
        m_told.insert(entry.id);
    }
}

/// "30 min intro for Ana on Mon 30 Nov, 13:30".
QString BookingWatch::whatText(const BookingEntry &entry) const
{
    const QString who = oneLine(entry.name.isEmpty() ? entry.email : entry.name);
    return tr("%1 for %2 on %3", "an event type, a person, a moment")
        .arg(oneLine(entry.typeName), isolated(who), momentText(entry.start, shownZone(m_parts), m_parts.clock()));
}

void BookingWatch::tell(const BookingEntry &entry, const QString &why)
{
    Toast toast{.kind = Toast::Kind::Warning,
                .text = tr("It is not known whether this was booked: %1. %2 Nothing goes on by itself.").arg(whatText(entry), why),
                .actionText = tr("Look now")};
    toast.action = [this, entry] { look(entry); };
    m_toasts.show(toast);
}

void BookingWatch::look(const BookingEntry &entry)
{
    const auto account = m_parts.account.account();
    if (!account)
        return;
    m_parts.bookings->look(entry.id, {account->user.uri, account->organization.uri}, this, [this, entry](const Result<BookingService::Look> &found) {
        if (!found)
            return tell(entry, tr("Looking did not work: %1.").arg(errorText(found.error()).title));
        if (*found == BookingService::Look::Booked)
            m_toasts.show({.text = tr("It is booked: %1.").arg(whatText(entry))});
        else
            m_toasts.show({.kind = Toast::Kind::Info, .text = tr("It was not booked: %1. Nobody got mail, and you can book again.").arg(whatText(entry))});
    });
}
