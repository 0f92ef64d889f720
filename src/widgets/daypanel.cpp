// SPDX-License-Identifier: GPL-3.0-or-later
#include "daypanel.h"

#include "availabilityservice.h"
#include "accountservice.h"
#include "format.h"
#include "joinnext.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "mergedmeetings.h"
#include "plaintext.h"
#include "syncservice.h"
#include "ui_daypanel.h"
#include "zones.h"

namespace {

constexpr int minute = 60000;

QString personOf(const MeetingSummary &summary)
{
    if (summary.invitees.isEmpty())
        return oneLine(summary.meeting.name, 60);
    const InviteeBrief &first = summary.invitees.first();
    return oneLine(first.name.isEmpty() ? first.email : first.name, 60);
}

std::chrono::minutes minutesBetween(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::minutes((from.secsTo(to) + 59) / 60);
}

} // namespace

DayPanel::DayPanel(const MainWindowParts &parts, QWidget *parent)
    : QFrame(parent)
    , m_parts(parts)
    , m_ui(std::make_unique<Ui::DayPanel>())
    , m_meetings(new MergedMeetings(parts.meetings, parts.account, parts.accounts, this))
{
    m_ui->setupUi(this);
    connect(m_ui->join, &KeyButton::clicked, this, &DayPanel::joinRequested);
    connect(&m_parts.meetings, &MeetingService::changed, this, &DayPanel::refresh);
    // The windows of other accounts wait behind the one that is shown; each reads when it comes.
    connect(m_meetings, &MergedMeetings::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&m_parts.availability, &AvailabilityService::changed, this, &DayPanel::showDial);
    connect(&m_parts.account, &AccountService::changed, this, &DayPanel::refresh);
    connect(&m_parts.sync, &SyncService::changed, this, [this] {
        if (m_parts.sync.isFirstFill())
            showMeeting();
    });
    m_minute.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        refresh();
        waitForNextMinute();
    });
    refresh();
}

DayPanel::~DayPanel() = default;

void DayPanel::showEvent(QShowEvent *event)
{
    refresh();
    waitForNextMinute();
    QFrame::showEvent(event);
}

void DayPanel::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QFrame::hideEvent(event);
}

void DayPanel::waitForNextMinute()
{
    m_minute.start(minute - int(m_parts.clock().toMSecsSinceEpoch() % minute));
}

void DayPanel::refresh()
{
    showDial();
    showMeeting();
}

void DayPanel::showDial()
{
    const QTimeZone zone = shownZone(m_parts);
    const QDateTime now = m_parts.clock();
    const QDate today = wallClock(now, zone).date();
    DayDial::Day day{.now = now, .zone = zone, .meetings = {}, .opens = {}, .closes = {}};
    int left = 0;
    const MeetingQuery query{.range = {startOfDayUtc(today, zone), startOfDayUtc(today.addDays(1), zone)},
                             .status = MeetingQuery::Status::Active};
    for (const MeetingSummary &summary : m_meetings->meetings(query)) {
        day.meetings.append({summary.meeting.start, summary.meeting.end, summary.color});
        left += isUpcoming(summary.meeting, now) ? 1 : 0;
    }
    const QList<AvailabilitySchedule> schedules = m_parts.availability.schedules();
    const QList<DayInterval> hours = schedules.isEmpty() ? QList<DayInterval>() : hoursOn(schedules.first(), today);
    if (!hours.isEmpty()) {
        day.opens = hours.first().from;
        day.closes = hours.last().to;
    }
    m_ui->dial->show(day);
    if (left != m_meetingsLeft) {
        m_meetingsLeft = left;
        emit meetingsLeftChanged(left);
    }
}

void DayPanel::showMeeting()
{
    const QList<MeetingSummary> found = runningAndNextOfAll(m_parts);
    const MeetingSummary *next = found.isEmpty() ? nullptr : &found.constFirst();
    m_ui->join->setVisible(next && !joinTarget(next->meeting.place).isEmpty());
    if (!next) {
        const SyncService &sync = m_parts.sync;
        m_ui->person->setText(!sync.isFirstFill()                               ? tr("Nothing planned")
                              : sync.state() == SyncService::State::Checking ? tr("Reading meetings…")
                                                                             : tr("Meetings are not known"));
        m_ui->when->clear();
        return;
    }
    const Meeting &meeting = next->meeting;
    const QTimeZone zone = shownZone(m_parts);
    const QDateTime now = m_parts.clock();
    const QDate today = wallClock(now, zone).date();
    const QDate date = wallClock(meeting.start, zone).date();
    QString place = placeText(meeting.place);
    QString when;
    if (isRunning(meeting, now)) {
        when = tr("%1 left").arg(durationText(minutesBetween(now, meeting.end)));
    } else if (date == today) {
        when = tr("In %1").arg(durationText(minutesBetween(now, meeting.start)));
    } else {
        when = tr("%1 %2").arg(relativeDayText(date, today), timeText(meeting.start, zone));
        place.clear(); // the time would be cut for it
    }
    //: When a meeting ends or begins, and where it is: "18 min left, Zoom".
    m_ui->when->setText(place.isEmpty() ? when : tr("%1, %2").arg(when, oneLine(place, 40)));
    m_ui->person->setText(personOf(*next));
    m_ui->person->setToolTip(oneLine(meeting.name).toHtmlEscaped());
}
