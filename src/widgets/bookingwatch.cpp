// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingwatch.h"

#include "accountservice.h"
#include "errortext.h"
#include "format.h"
#include "mainwindowparts.h"
#include "plaintext.h"
#include "syncservice.h"
#include "toasthost.h"

#include <QPointer>

#include <utility>

BookingWatch::BookingWatch(const MainWindowParts &parts, ToastHost &toasts, QObject *parent)
    : QObject(parent), m_parts(parts), m_toasts(toasts), m_account(std::make_unique<QObject>())
{
    connect(m_parts.bookings, &BookingService::changed, this, &BookingWatch::tellNew);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &BookingWatch::forget);
    connect(&m_parts.sync, &SyncService::changed, this, &BookingWatch::tellNew);
    connect(m_parts.bookings, &BookingService::lookedAgain, this, &BookingWatch::tellFound);
    tellNew();
}

/// Another account counts its bookings from one again: what is told of this one would act on those.
void BookingWatch::forget()
{
    m_account = std::make_unique<QObject>();
    m_told.clear();
    for (const int notice : std::as_const(m_notices))
        m_toasts.dismiss(notice);
    m_notices.clear();
    tellNew();
}

void BookingWatch::tellNew()
{
    const QList<BookingEntry> unknown = m_parts.bookings->unknown();
    for (const BookingEntry &entry : unknown) {
        const bool isPast = entry.start.addDays(1) < m_parts.clock();
        // A clock that runs ahead must not end the guard against booking twice: it has to be good enough for Calendly to answer.
        if (m_told.contains(entry.id) || (isPast && m_parts.sync.state() != SyncService::State::UpToDate))
            continue;
        m_told.insert(entry.id);
        if (isPast)
            tellLast(entry);
        else if (m_parts.bookings->looksAgain(entry.id))
            tellNotYet(entry);
        else
            tell(entry, tr("The answer of Calendly got lost, or Sundial ended before it came."), lookingAt(entry));
    }
}

/// Nobody can be booked for a time that is past, so nothing has to be kept back on its account any more.
void BookingWatch::tellLast(const BookingEntry &entry)
{
    show(entry, {.kind = Toast::Kind::Warning,
                   .text = tr("It never became known whether this was booked: %1. That time is past, so Sundial no longer asks.").arg(whatText(entry))});
    m_parts.bookings->dismiss(entry.id);
}

/// In place of what was told of it before, which is no longer true.
void BookingWatch::show(const BookingEntry &entry, const Toast &toast)
{
    m_toasts.dismiss(m_notices.take(entry.id));
    m_notices.insert(entry.id, m_toasts.add(toast));
}

/// "30 min intro for Ana on Mon 30 Nov, 13:30".
QString BookingWatch::whatText(const BookingEntry &entry) const
{
    const QString who = oneLine(entry.name.isEmpty() ? entry.email : entry.name);
    return tr("%1 for %2 on %3", "an event type, a person, a moment")
        .arg(oneLine(entry.typeName), isolated(who), momentText(entry.start, shownZone(m_parts), m_parts.clock()));
}

void BookingWatch::tell(const BookingEntry &entry, const QString &why, const Way &way)
{
    show(entry, {.kind = Toast::Kind::Warning,
                   .text = tr("It is not known whether this was booked: %1. %2 Nothing goes on by itself.").arg(whatText(entry), why),
                   .actionText = way.text,
                   .action = way.act});
}

BookingWatch::Way BookingWatch::lookingAt(const BookingEntry &entry)
{
    return {tr("Look now"), [this, entry, account = QPointer(m_account.get())] {
                if (account)
                    look(entry);
            }};
}

void BookingWatch::look(const BookingEntry &entry)
{
    const auto account = m_parts.account.account();
    if (!account)
        return;
    m_parts.bookings->look(entry.id, {account->user.uri, account->organization.uri}, m_account.get(), [this, entry](const Result<BookingService::Look> &found) {
        tellFound(entry, found);
    });
}

void BookingWatch::tellFound(const BookingEntry &entry, const Result<BookingService::Look> &found)
{
    if (!found)
        return tellUnseen(entry, found.error());
    switch (*found) {
    case BookingService::Look::Booked: show(entry, {.text = tr("It is booked: %1.").arg(whatText(entry))}); break;
    case BookingService::Look::NotBooked:
        show(entry, {.kind = Toast::Kind::Info, .text = tr("It was not booked: %1. Nobody got mail, and you can book again.").arg(whatText(entry))});
        break;
    case BookingService::Look::NotYet: tellNotYet(entry); break;
    }
}

void BookingWatch::tellNotYet(const BookingEntry &entry)
{
    show(entry, {.kind = Toast::Kind::Warning,
                   .text = tr("It is not known yet whether this is booked: %1. Calendly may still be at work on it. Sundial looks again within a minute and tells you.").arg(whatText(entry))});
}

/// Where Calendly does not let this sign-in look, looking again is no way out: only the user can find out.
void BookingWatch::tellUnseen(const BookingEntry &entry, const Error &error)
{
    const bool isForbidden = error.kind == Error::Kind::NotAllowed || error.kind == Error::Kind::ScopeMissing;
    if (!isForbidden && m_parts.bookings->looksAgain(entry.id))
        return tellNotYet(entry);
    if (!isForbidden)
        return tell(entry, tr("Looking did not work: %1.").arg(errorText(error).title), lookingAt(entry));
    const bool isForRole = error.kind == Error::Kind::NotAllowed && entry.othersHost;
    const QString why = isForRole ? tr("Calendly shows the meetings of colleagues to owners and admins only.") : whyUnread(error);
    //: %1 is a sentence.
    tell(entry, tr("Sundial cannot look: %1 Ask the host, or look in Calendly, before you book again.").arg(why),
         {tr("I looked myself"), [this, entry, account = QPointer(m_account.get())] {
             if (account)
                 settle(entry);
         }});
}

void BookingWatch::settle(const BookingEntry &entry)
{
    if (const Result<Done> settled = m_parts.bookings->dismiss(entry.id); !settled)
        show(entry, {.kind = Toast::Kind::Failed, .text = errorSentence(settled.error())});
    else
        show(entry, {.kind = Toast::Kind::Info, .text = tr("Sundial no longer asks about this: %1. If it is not booked, you can book again.").arg(whatText(entry))});
}
