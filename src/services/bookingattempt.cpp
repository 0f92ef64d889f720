// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingattempt.h"

#include "bookingapi.h"
#include "incomplete.h"
#include "latewrites.h"
#include "meetingsapi.h"
#include "whilealive.h"

#include <algorithm>

bool mayStillBeBooked(const Error &error)
{
    return mayStillBeDone(error) || error.kind == Error::Kind::Interrupted;
}

BookingAttempt::BookingAttempt(BookingApi &booking, MeetingsApi &meetings, BookingEntry entry, Account account, PendingWrites::Hold hold, QObject *parent)
    : QObject(parent), m_booking(booking), m_meetings(meetings), m_entry(std::move(entry)), m_account(std::move(account)), m_hold(std::move(hold))
{
}

void BookingAttempt::book(const BookingDraft &draft)
{
    m_booking.book(draft, this, [this](const Result<Invitee> &answer) {
        if (answer)
            end(std::optional(answer->meeting));
        else if (!outcomeUnknown(answer.error()))
            end(Unexpected(answer.error()));
        else {
            m_lost = answer.error();
            look();
        }
    });
}

/// A meeting of a colleague's is found by way of the organization only, which not everybody may ask for.
void BookingAttempt::look()
{
    MeetingsApi::Query query;
    if (m_entry.othersHost)
        query.organization = m_account.organization;
    else
        query.user = m_account.user;
    query.inviteeEmail = m_entry.email;
    query.range = {m_entry.start, m_entry.start.addSecs(1)};
    query.status = QStringLiteral("active");
    m_meetings.list(query, Urgency::Now, this, [this](const Result<Page<Meeting>> &page) {
        if (!page)
            return leaveOpen(page.error());
        QList<QUrl> meetings;
        for (const Meeting &meeting : page->items) {
            if (meeting.eventType == m_entry.eventType || meeting.eventType.isEmpty())
                meetings.append(meeting.uri);
        }
        // One that could not be read may be ours.
        const bool isWhole = page->leftOut == 0 && page->nextPageToken.isEmpty() && !page->flaw;
        lookAt(meetings, isWhole);
    });
}

/// Whether the person is in one of `meetings`. When they came there does not count: clocks differ, and who has this time
/// already needs no second booking of it. Only where these are the whole list, and Calendly is not still at work on what was
/// sent, is it told that there is none.
void BookingAttempt::lookAt(const QList<QUrl> &meetings, bool isWhole)
{
    const bool isOpen = !isWhole || (m_lost && mayStillBeBooked(*m_lost));
    if (meetings.isEmpty())
        return isOpen ? leaveOpen(incomplete(QStringLiteral("What was looked at came incomplete"))) : end(std::optional<QUrl>());
    const QUrl meeting = meetings.first();
    m_meetings.invitees(meeting, Urgency::Now, this, [this, meeting, isWhole, rest = meetings.mid(1)](const Result<Listing<Invitee>> &invitees) {
        if (!invitees)
            return leaveOpen(invitees.error());
        const bool isThere = std::any_of(invitees->items.begin(), invitees->items.end(), [this](const Invitee &invitee) {
            return !invitee.canceled && invitee.email.compare(m_entry.email, Qt::CaseInsensitive) == 0;
        });
        if (isThere)
            end(std::optional(meeting));
        else
            lookAt(rest, isWhole && !invitees->flaw && invitees->leftOut == 0);
    });
}

/// What was sent may have arrived, whatever the look failed of.
void BookingAttempt::leaveOpen(const Error &whyUnseen)
{
    end(Unexpected(m_lost.value_or(whyUnseen)));
}

void BookingAttempt::end(const Outcome &outcome)
{
    deleteLater();
    emit finished(outcome);
}
