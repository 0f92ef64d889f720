// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilitypage.h"

#include "accountservice.h"
#include "availabilityservice.h"
#include "colleagueweekdialog.h"
#include "errortext.h"
#include "format.h"
#include "meetingservice.h"
#include "offlinewords.h"
#include "overlayscrollbar.h"
#include "plaintext.h"
#include "schedulelistdelegate.h"
#include "schedulelistmodel.h"
#include "scheduleusers.h"
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
constexpr int besideWidth = 700; ///< of the page from which on the schedules stand beside what is shown of one
constexpr int figuresWidth = 620; ///< from which on the figures stand in a row
constexpr int panelsWidth = 700; ///< from which on overrides and week stand side by side
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
    m_users = new ScheduleUsers(m_parts, m_ui->usedByNames);
    m_ui->banner->dismiss();
    new OverlayScrollBar(m_ui->scroll); // its own would take the width that the figures just have, and bring a second one
    makePeriods();
    fit();
    m_ui->list->setModel(m_model);
    m_ui->list->setItemDelegate(new ScheduleListDelegate(m_ui->list));
    m_ui->list->setMouseTracking(true);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AvailabilityPage::showSchedule);
    m_ui->colleagueWeek->setVisible(m_parts.organization != nullptr);
    connect(m_ui->colleagueWeek, &QPushButton::clicked, this, [this] { (new ColleagueWeekDialog(m_parts, window()))->open(); });
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &AvailabilityPage::refresh);
    connect(m_ui->state, &StatePanel::buttonClicked, this, [this] {
        if (m_parts.account.state() == AccountService::State::SignInEnded)
            emit signInWanted();
        else
            refresh();
    });
    connect(&m_parts.availability, &AvailabilityService::changed, this, &AvailabilityPage::reload);
    connect(&m_parts.meetings, &MeetingService::changed, this, &AvailabilityPage::showSchedule);
    connect(&m_parts.sync, &SyncService::changed, this, [this] {
        showState();
        if (m_parts.sync.isFirstFill()) // the figures wait for the meetings, or say why there are none
            showSchedule();
    });
    connect(&m_parts.account, &AccountService::accountSwitched, this, &AvailabilityPage::reload);
    reload();
}

AvailabilityPage::~AvailabilityPage() = default;

QString AvailabilityPage::pageTitle()
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
    m_users->read();
    showSchedule();
    readBusyTimes();
}

void AvailabilityPage::resizeEvent(QResizeEvent *event)
{
    ContentPage::resizeEvent(event);
    fit();
}

void AvailabilityPage::changeEvent(QEvent *event)
{
    ContentPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &AvailabilityPage::fit, Qt::QueuedConnection);
}

/// Gives each part the room that its text needs; where there is not enough, parts stand below one another.
void AvailabilityPage::fit()
{
    const double growth = textGrowth(font());
    const bool above = width() < besideWidth * growth;
    placeSchedules(above);
    const int room = width() - (above ? 0 : m_ui->left->width());
    placeClockChange(room < panelsWidth * growth);
    stackFigures(room < figuresWidth * growth);
    m_ui->lowerLayout->setDirection(room < panelsWidth * growth ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void AvailabilityPage::placeSchedules(bool above)
{
    const bool isAbove = m_ui->left->parentWidget() == m_ui->right;
    if (above && !isAbove)
        m_ui->rightLayout->insertWidget(0, m_ui->left);
    else if (!above && isAbove)
        m_ui->contentLayout->insertWidget(0, m_ui->left);
    m_ui->contentRule->setVisible(!above);
    m_ui->left->setMinimumWidth(above ? 0 : qRound(listWidth * textGrowth(font())));
    m_ui->left->setMaximumWidth(above ? QWIDGETSIZE_MAX : m_ui->left->minimumWidth());
}

/// The longest words of the head: beside its controls they would make the page wider than the window.
void AvailabilityPage::placeClockChange(bool below)
{
    QBoxLayout *from = below ? static_cast<QBoxLayout *>(m_ui->scheduleHead) : m_ui->rightLayout;
    QBoxLayout *to = below ? m_ui->rightLayout : static_cast<QBoxLayout *>(m_ui->scheduleHead);
    if (from->indexOf(m_ui->clockChange) < 0)
        return;
    from->removeWidget(m_ui->clockChange);
    to->insertWidget(below ? to->indexOf(m_ui->scheduleHead) + 1 : -1, m_ui->clockChange);
    m_ui->clockChange->setWordWrap(below);
}

void AvailabilityPage::stackFigures(bool stacked)
{
    m_ui->figuresLayout->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QBoxLayout *figure : {m_ui->availableLayout, m_ui->scheduledLayout, m_ui->busyElsewhereLayout, m_ui->freeLayout, m_ui->freeFromNowLayout})
        figure->setDirection(stacked ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (QFrame *rule : {m_ui->f1, m_ui->f2, m_ui->f3, m_ui->f4})
        rule->setVisible(!stacked);
}

void AvailabilityPage::makePeriods()
{
    m_ui->period->addItem(tr("This week"));
    m_ui->period->addItem(tr("Next week"));
    m_ui->period->addItem(tr("Next 4 weeks"));
    m_ui->period->addItem(tr("This month"));
    m_ui->period->addItem(tr("Next month"));
    connect(m_ui->period, &QComboBox::currentIndexChanged, this, [this] {
        showSchedule();
        readBusyTimes();
    });
}

void AvailabilityPage::refresh()
{
    const auto account = m_parts.account.account();
    if (!account)
        return;
    m_parts.availability.refreshSchedules(account->user.uri, this, [this](const Result<Done> &) {
        m_users->read();
        showState();
    });
    m_parts.availability.refreshBusyTimes(account->user.uri, thisWeek(), AvailabilityService::Wish::ByUser);
    if (period() != thisWeek())
        m_parts.availability.refreshBusyTimes(account->user.uri, period(), AvailabilityService::Wish::ByUser);
}

void AvailabilityPage::readBusyTimes()
{
    const auto account = m_parts.account.account();
    if (!account || !isVisible())
        return;
    m_parts.availability.refreshBusyTimes(account->user.uri, thisWeek());
    if (period() != thisWeek())
        m_parts.availability.refreshBusyTimes(account->user.uri, period());
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

/// What the figures are about, in days of the schedule's zone.
TimeRange AvailabilityPage::period() const
{
    enum Period { ThisWeek, NextWeek, FourWeeks, ThisMonth, NextMonth };
    const std::optional<AvailabilitySchedule> schedule = current();
    const QTimeZone zone = schedule ? zoneOf(*schedule) : shownZone(m_parts);
    const QDate today = wallClock(m_parts.clock(), zone).date();
    QDate first = today.addDays(1 - today.dayOfWeek());
    QDate end = first.addDays(daysOfWeek);
    switch (m_ui->period->currentIndex()) {
    case NextWeek:
        first = end;
        end = first.addDays(daysOfWeek);
        break;
    case FourWeeks:
        first = today;
        end = first.addDays(4 * daysOfWeek);
        break;
    case ThisMonth:
    case NextMonth:
        first = QDate(today.year(), today.month(), 1).addMonths(m_ui->period->currentIndex() == NextMonth ? 1 : 0);
        end = first.addMonths(1);
        break;
    default:
        break;
    }
    return {startOfDayUtc(first, zone), startOfDayUtc(end, zone)};
}

void AvailabilityPage::reload()
{
    if (const auto account = m_parts.account.account())
        m_ui->organization->setText(oneLine(account->organization.name));
    m_model->setRows(m_parts.availability.schedules());
    m_ui->schedulesCount->setText(QLocale().toString(m_model->rowCount()));
    if (!m_ui->list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_ui->list->setCurrentIndex(m_model->index(0, 0));
    if (isVisible())
        m_users->read();
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
    showFigures(*schedule, zone, now);
    m_users->present(schedule->uri);
    emit statusText(tr("%1 selected").arg(oneLine(schedule->name)));
}

/// How the open hours of a stretch are used.
Workload AvailabilityPage::loadOf(const AvailabilitySchedule &schedule, const QTimeZone &zone, const TimeRange &range) const
{
    QList<TimeRange> meetings;
    for (const MeetingSummary &row : m_parts.meetings.meetings({.range = range, .status = MeetingQuery::Status::Active}))
        meetings.append({row.meeting.start, row.meeting.end});
    QList<TimeRange> elsewhere;
    for (const BusyTime &time : m_parts.availability.busyTimes(range).busy) {
        if (time.kind != BusyTime::Kind::Calendly)
            elsewhere.append(time.range);
    }
    const QDate first = wallClock(range.begin, zone).date();
    const auto days = static_cast<int>(first.daysTo(wallClock(range.end, zone).date()));
    return workload(openHours(schedule, first, days, zone), meetings, elsewhere);
}

void AvailabilityPage::showWeek(const AvailabilitySchedule &schedule, const QTimeZone &zone, const QDateTime &now)
{
    const TimeRange range = thisWeek();
    WeekOverview::Week week{.monday = wallClock(range.begin, zone).date(), .zone = zone, .now = now};
    for (const MeetingSummary &row : m_parts.meetings.meetings({.range = range, .status = MeetingQuery::Status::Active}))
        week.meetings.append({row.meeting.start, row.meeting.end});
    for (const BusyTime &time : m_parts.availability.busyTimes(range).busy) {
        if (time.kind != BusyTime::Kind::Calendly)
            week.busy.append(time.range);
    }
    week.load = loadOf(schedule, zone, range);
    m_ui->overview->present(week);
}

void AvailabilityPage::showFigures(const AvailabilitySchedule &schedule, const QTimeZone &zone, const QDateTime &now)
{
    const Workload load = loadOf(schedule, zone, period());
    showFigure("available", load.available);
    showFigure("busyElsewhere", load.busy);
    const bool meetingsKnown = !m_parts.sync.isFirstFill();
    showFigure("scheduled", load.scheduled, meetingsKnown);
    showFigure("free", load.free, meetingsKnown);
    showFigure("freeFromNow", after(load.free, now), meetingsKnown);
    const AvailabilityService::BusyTimes busy = m_parts.availability.busyTimes(period());
    if (const std::optional<Error> problem = m_parts.sync.problem(); !meetingsKnown && problem)
        m_ui->busyNote->setText(tr("Your meetings are not read, so it is not known what of these hours is free. %1").arg(whyUnread(*problem)));
    else if (!meetingsKnown)
        m_ui->busyNote->setText(tr("Your meetings are not read yet, so it is not known what of these hours is free."));
    else if (busy.problem)
        m_ui->busyNote->setText(tr("Busy times are not known now, so free hours may be fewer. %1").arg(whyUnread(*busy.problem)));
    else if (busy.seenAt.isNull())
        m_ui->busyNote->setText(tr("Busy times of your other calendars have not been read yet."));
    else
        m_ui->busyNote->setText(tr("Busy times read %1 ago. Calendly gives none for the past.")
                                    .arg(ageText(std::chrono::seconds(std::max<qint64>(busy.seenAt.secsTo(now), 0)))));
}

void AvailabilityPage::showFigure(const char *name, const QList<TimeRange> &ranges, bool known)
{
    auto *label = findChild<QLabel *>(QLatin1String(name));
    if (!known)
        return label->setText(tr("Not known"));
    label->setText(durationText(std::chrono::duration_cast<std::chrono::minutes>(lengthOf(ranges))));
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
    if (const std::optional<Error> why = problem ? problem : whyNothingComes(m_parts)) {
        const ErrorText text = errorText(*why);
        m_ui->state->present(text.iconName, StatePanel::Tone::Warning, text.title, text.sentence, text.button, QStringLiteral("refresh"));
    } else if (m_parts.sync.isFirstFill() || m_parts.sync.state() == SyncService::State::Checking) {
        m_ui->state->present(QStringLiteral("availability"), StatePanel::Tone::Neutral, tr("Reading your availability"), tr("This takes a moment the first time."));
    } else {
        m_ui->state->present(QStringLiteral("availability"), StatePanel::Tone::Accent, tr("No schedules yet"),
                             tr("Availability schedules are made on the web. They appear here by themselves."), tr("Look again"), QStringLiteral("refresh"));
    }
}
