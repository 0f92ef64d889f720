// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilitypage.h"

#include "accountservice.h"
#include "availabilityservice.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "format.h"
#include "meetingservice.h"
#include "plaintext.h"
#include "schedulelistdelegate.h"
#include "schedulelistmodel.h"
#include "stylesheet.h"
#include "syncservice.h"
#include "timespans.h"
#include "ui_availabilitypage.h"
#include "workload.h"
#include "zones.h"

#include <QEvent>

namespace {

constexpr int daysOfWeek = 7;
constexpr int listWidth = 220;
constexpr int overrideDays = 42;
constexpr int clockChangeDays = 183;

QString signedHours(int seconds)
{
    const QString length = durationText(std::chrono::minutes(std::abs(seconds) / 60));
    return (seconds < 0 ? QChar(0x2212) : QLatin1Char('+')) + length;
}

}

AvailabilityPage::AvailabilityPage(const MainWindowParts &parts, ToastHost &, QWidget *parent)
    : ContentPage(parent)
    , m_ui(std::make_unique<Ui::AvailabilityPage>())
    , m_parts(parts)
    , m_model(new ScheduleListModel(this))
{
    m_ui->setupUi(this);
    m_ui->banner->dismiss();
    fit();
    m_ui->list->setModel(m_model);
    m_ui->list->setItemDelegate(new ScheduleListDelegate(m_ui->list));
    m_ui->list->setMouseTracking(true);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AvailabilityPage::showSchedule);
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &AvailabilityPage::refresh);
    connect(m_ui->state, &StatePanel::buttonClicked, this, &AvailabilityPage::refresh);
    connect(&m_parts.availability, &AvailabilityService::changed, this, &AvailabilityPage::reload);
    connect(&m_parts.meetings, &MeetingService::changed, this, &AvailabilityPage::showSchedule);
    connect(&m_parts.sync, &SyncService::changed, this, &AvailabilityPage::showState);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &AvailabilityPage::reload);
    reload();
}

AvailabilityPage::~AvailabilityPage() = default;

QString AvailabilityPage::title() const
{
    return tr("Availability");
}

void AvailabilityPage::focusList()
{
    m_ui->list->setFocus(Qt::OtherFocusReason);
}

void AvailabilityPage::showEvent(QShowEvent *event)
{
    ContentPage::showEvent(event);
    showSchedule();
    readBusyTimes();
}

void AvailabilityPage::changeEvent(QEvent *event)
{
    ContentPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &AvailabilityPage::fit, Qt::QueuedConnection);
}

/// Gives the list of schedules the room that its text needs.
void AvailabilityPage::fit()
{
    m_ui->left->setFixedWidth(qRound(listWidth * textGrowth(font())));
}

void AvailabilityPage::refresh()
{
    const auto account = m_parts.account.account();
    if (!account)
        return;
    m_parts.availability.refreshSchedules(account->user.uri, this, [this](const Result<Done> &) { showState(); });
    m_parts.availability.refreshBusyTimes(account->user.uri, thisWeek(), AvailabilityService::Wish::ByUser);
}

void AvailabilityPage::readBusyTimes()
{
    if (const auto account = m_parts.account.account(); account && isVisible())
        m_parts.availability.refreshBusyTimes(account->user.uri, thisWeek());
}

QTimeZone AvailabilityPage::zoneOf(const AvailabilitySchedule &schedule) const
{
    return zoneNamed(schedule.timezone).value_or(QTimeZone::utc());
}

std::optional<AvailabilitySchedule> AvailabilityPage::current() const
{
    const QModelIndex index = m_ui->list->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return m_model->row(index.row());
}

TimeRange AvailabilityPage::thisWeek() const
{
    const std::optional<AvailabilitySchedule> schedule = current();
    const QTimeZone zone = schedule ? zoneOf(*schedule) : shownZone(m_parts);
    const QDate today = wallClock(m_parts.clock(), zone).date();
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    return {startOfDayUtc(monday, zone), startOfDayUtc(monday.addDays(daysOfWeek), zone)};
}

void AvailabilityPage::reload()
{
    if (const auto account = m_parts.account.account())
        m_ui->organization->setText(oneLine(account->organization.name));
    m_model->setRows(m_parts.availability.schedules());
    m_ui->schedulesCount->setText(QLocale().toString(m_model->rowCount()));
    if (!m_ui->list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_ui->list->setCurrentIndex(m_model->index(0, 0));
    showSchedule();
    showState();
}

void AvailabilityPage::showSchedule()
{
    const std::optional<AvailabilitySchedule> schedule = current();
    if (!schedule || !isVisible())
        return;
    const QTimeZone zone = zoneOf(*schedule);
    const QDateTime now = m_parts.clock();
    const QDate today = wallClock(now, zone).date();
    m_ui->scheduleName->setText(oneLine(schedule->name));
    m_ui->zone->present(QStringLiteral("globe"), tr("%1, %2").arg(cityOf(schedule->timezone), zoneAbbreviationText(zone, now)), BadgeTone::Neutral);
    const QDateTime change = nextClockChange(now, zone, clockChangeDays);
    m_ui->clockChange->setText(change.isValid() ? tr("Clock change: %1, %2")
                                                      .arg(shortDateText(wallClock(change, zone).date(), today),
                                                           signedHours(zone.offsetFromUtc(change) - zone.offsetFromUtc(change.addSecs(-1))))
                                                : QString());
    std::chrono::minutes week{0};
    for (int weekday = 1; weekday <= daysOfWeek; ++weekday)
        week += lengthOf(weekdayHours(*schedule, weekday));
    m_ui->hoursLength->setText(tr("%1 a week").arg(durationText(week)));
    m_ui->bars->present(*schedule, zone, now);
    m_ui->overrides->present(upcomingOverrides(*schedule, today, overrideDays), today);
    showWeek(*schedule, zone, now);
    showUsedBy(schedule->uri);
    emit statusText(tr("%1 selected").arg(oneLine(schedule->name)));
}

void AvailabilityPage::showWeek(const AvailabilitySchedule &schedule, const QTimeZone &zone, const QDateTime &now)
{
    const TimeRange range = thisWeek();
    WeekOverview::Week week{.monday = wallClock(range.begin, zone).date(), .zone = zone, .now = now};
    for (const MeetingSummary &row : m_parts.meetings.meetings({.range = range, .status = MeetingQuery::Status::Active}))
        week.meetings.append({row.meeting.start, row.meeting.end});
    const AvailabilityService::BusyTimes busy = m_parts.availability.busyTimes(range);
    for (const BusyTime &time : busy.busy) {
        if (time.kind != BusyTime::Kind::Calendly)
            week.busy.append(time.range);
    }
    week.load = workload(openHours(schedule, week.monday, daysOfWeek, zone), week.meetings, week.busy);
    m_ui->overview->present(week);
    showFigure("available", week.load.available);
    showFigure("scheduled", week.load.scheduled);
    showFigure("busyElsewhere", week.load.busy);
    showFigure("free", week.load.free);
    showFigure("freeFromNow", after(week.load.free, now));
    if (busy.problem)
        m_ui->busyNote->setText(tr("Busy times are not known now, so free hours may be fewer. %1").arg(errorSentence(*busy.problem)));
    else if (busy.seenAt.isNull())
        m_ui->busyNote->setText(tr("Busy times of your other calendars have not been read yet."));
    else
        m_ui->busyNote->setText(tr("Busy times read %1 ago. Calendly gives none for the past.")
                                    .arg(ageText(std::chrono::seconds(std::max<qint64>(busy.seenAt.secsTo(now), 0)))));
}

void AvailabilityPage::showFigure(const char *name, const QList<TimeRange> &ranges)
{
    auto *label = findChild<QLabel *>(QLatin1String(name));
    label->setText(durationText(std::chrono::duration_cast<std::chrono::minutes>(lengthOf(ranges))));
}

void AvailabilityPage::showUsedBy(const QUrl &schedule)
{
    const auto account = m_parts.account.account();
    if (!account || schedule == m_shown)
        return;
    m_shown = schedule;
    m_ui->usedByNames->setText(tr("Reading…"));
    m_parts.availability.usedBy(account->user.uri, schedule, this, [this, schedule](const Result<QList<QUrl>> &types) {
        if (schedule != m_shown)
            return;
        if (!types) {
            m_ui->usedByNames->setText(tr("Not known. %1").arg(errorSentence(types.error())));
            m_shown.clear(); // asked again when the schedule is next shown
            return;
        }
        QStringList names;
        for (const QUrl &uri : *types) {
            if (const auto type = m_parts.eventTypes.eventType(uri))
                names.append(eventTypeTitle(*type));
        }
        m_ui->usedByNames->setText(names.isEmpty() ? tr("No event type") : names.join(QLatin1Char('\n')));
    });
}

void AvailabilityPage::showState()
{
    const std::optional<Error> problem = m_parts.availability.problem();
    if (m_model->rowCount() > 0) {
        m_ui->body->setCurrentWidget(m_ui->content);
        if (problem)
            m_ui->banner->present(errorText(*problem).iconName, tr("%1. These are the hours as they were last read.").arg(errorText(*problem).title));
        else
            m_ui->banner->dismiss();
        return;
    }
    m_ui->body->setCurrentWidget(m_ui->state);
    if (problem) {
        const ErrorText text = errorText(*problem);
        m_ui->state->present(text.iconName, StatePanel::Tone::Warning, text.title, text.sentence, text.button, QStringLiteral("refresh"));
    } else if (m_parts.sync.isFirstFill() || m_parts.sync.state() == SyncService::State::Checking) {
        m_ui->state->present(QStringLiteral("availability"), StatePanel::Tone::Neutral, tr("Reading your availability"), tr("This takes a moment the first time."));
    } else {
        m_ui->state->present(QStringLiteral("availability"), StatePanel::Tone::Accent, tr("No schedules yet"),
                             tr("Availability schedules are made on the web. They appear here by themselves."), tr("Look again"), QStringLiteral("refresh"));
    }
}
