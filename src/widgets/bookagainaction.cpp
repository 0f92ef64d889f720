// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookagainaction.h"

#include "bookingdraft.h"
#include "icons.h"
#include "mainwindowparts.h"
#include "opentimesdialog.h"

BookAgainAction::BookAgainAction(const MainWindowParts &parts, ToastHost &toasts, QWidget *window, QObject *parent)
    : QAction(themeIcon(QStringLiteral("add")), tr("&Book again…"), parent), m_parts(parts), m_toasts(toasts), m_window(window)
{
    setObjectName(QStringLiteral("bookAgain"));
    setShortcut(Qt::CTRL | Qt::Key_B);
    connect(this, &QAction::triggered, this, &BookAgainAction::bookAgain);
    setMeeting(std::nullopt);
}

void BookAgainAction::setMeeting(const std::optional<MeetingDetails> &meeting)
{
    m_meeting = meeting;
    const QString reason = whyNot();
    setEnabled(reason.isEmpty());
    setToolTip((reason.isEmpty() ? tr("Choose another time for the same person") : reason).toHtmlEscaped());
}

QString BookAgainAction::whyNot() const
{
    if (!m_meeting)
        return tr("No meeting is selected.");
    if (!m_parts.bookings)
        return tr("Nothing can be booked from here.");
    if (!m_meeting->eventType || !isBookable(*m_meeting->eventType))
        return tr("Its event type is off or gone, so it cannot be booked.");
    if (m_meeting->invitees.isEmpty())
        return m_meeting->inviteesKnown ? tr("Nobody is invited.") : tr("Who is invited is still being read.");
    return {};
}

void BookAgainAction::bookAgain()
{
    if (!whyNot().isEmpty())
        return;
    const Invitee &person = m_meeting->invitees.first();
    const EventType &type = *m_meeting->eventType;
    BookingDraft draft{.eventType = type.uri,
                       .name = person.name,
                       .email = person.email,
                       .timezone = person.timezone,
                       .textReminderNumber = person.textReminderNumber,
                       .answers = person.answers};
    for (const Place &place : type.places) {
        if (place.kind != m_meeting->meeting.place.kind)
            continue;
        draft.placeKind = place.rawType;
        if (asksForPlace(place))
            draft.placeText = m_meeting->meeting.place.location;
    }
    auto *times = new OpenTimesDialog(type, m_parts, m_toasts, m_window);
    times->bookFor(draft);
    times->open();
}
