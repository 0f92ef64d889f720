// SPDX-License-Identifier: GPL-3.0-or-later
#include "colleagueweekdialog.h"

#include "accountservice.h"
#include "dialogfit.h"
#include "errortext.h"
#include "format.h"
#include "organizationservices.h"
#include "pageaction.h"
#include "teamservice.h"
#include "teamtext.h"
#include "ui_colleagueweekdialog.h"
#include "workload.h"
#include "zones.h"

#include <QAction>
#include <QSignalBlocker>

#include <algorithm>

namespace {

constexpr int drawnWidth = 720;
constexpr int daysOfWeek = 7;
constexpr int weeksAhead = 8;

/// The hours that Calendly takes where nothing else is said.
std::optional<AvailabilitySchedule> usualHours(const QList<AvailabilitySchedule> &schedules)
{
    for (const AvailabilitySchedule &schedule : schedules) {
        if (schedule.isDefault)
            return schedule;
    }
    return schedules.isEmpty() ? std::nullopt : std::optional(schedules.first());
}

} // namespace

ColleagueWeekDialog::ColleagueWeekDialog(const MainWindowParts &parts, QWidget *parent, QDate day)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ColleagueWeekDialog>())
    , m_parts(parts)
    , m_team(parts.organization->team)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    connect(m_ui->colleague, &QComboBox::currentIndexChanged, this, &ColleagueWeekDialog::choose);
    connect(m_ui->earlier, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_ui->later, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_team, &TeamService::changed, this, &ColleagueWeekDialog::presentMembers);
    if (const auto account = m_parts.account.account(); account && m_team.members().isEmpty())
        m_team.refreshMembers(account->user);
    if (day.isValid())
        m_week = std::clamp(int(wallClock(range().begin, zone()).date().daysTo(day)) / daysOfWeek, 0, weeksAhead);
    presentMembers();
    present();
    m_ui->colleague->setFocus();
    fitDialog(*this, drawnWidth);
}

ColleagueWeekDialog::~ColleagueWeekDialog() = default;

QAction *ColleagueWeekDialog::makeAction(const MainWindowParts &parts, QWidget *page, std::function<QDate()> day)
{
    QAction *action = makePageAction(page, "showColleagueWeek", tr("A c&olleague’s week…"), QStringLiteral("team"));
    action->setVisible(parts.organization != nullptr);
    action->setToolTip(tr("When somebody else of the organization is free or busy"));
    connect(action, &QAction::triggered, page, [&parts, page, day = std::move(day)] { (new ColleagueWeekDialog(parts, page->window(), day()))->open(); });
    return action;
}

void ColleagueWeekDialog::presentMembers()
{
    const auto account = m_parts.account.account();
    QList<OrganizationMembership> members = m_team.members();
    members.removeIf([&account](const OrganizationMembership &member) { return account && member.user.uri == account->user.uri; });
    if (members == m_members)
        return present();
    m_members = members;
    const QSignalBlocker quiet(m_ui->colleague);
    m_ui->colleague->clear();
    for (const OrganizationMembership &member : std::as_const(m_members))
        m_ui->colleague->addItem(memberName(member.user), member.user.uri);
    m_ui->colleague->setCurrentIndex(std::max(0, m_ui->colleague->findData(m_user)));
    choose();
    if (focusWidget() == m_ui->close) // all that could have it before somebody was known
        m_ui->colleague->setFocus();
}

void ColleagueWeekDialog::choose()
{
    const QUrl user = m_ui->colleague->currentData().toUrl();
    if (user == m_user)
        return present();
    m_user = user;
    m_schedules.reset();
    if (!user.isEmpty()) {
        m_team.schedulesOf(user, this, [this, user](const Result<QList<AvailabilitySchedule>> &answer) {
            if (user != m_user)
                return;
            m_schedules = answer;
            readWeek(); // the days are those of their hours
        });
    }
    m_busy.reset();
    present();
}

void ColleagueWeekDialog::step(int weeks)
{
    m_week = std::clamp(m_week + weeks, 0, weeksAhead);
    if (m_schedules)
        readWeek();
}

void ColleagueWeekDialog::readWeek()
{
    m_busy.reset();
    m_team.busyTimesOf(m_user, range(), this, [this, user = m_user, week = m_week](const Result<QList<BusyTime>> &answer) {
        if (user != m_user || week != m_week)
            return;
        m_busy = answer;
        present();
    });
    present();
}

QTimeZone ColleagueWeekDialog::zone() const
{
    return shownZone(m_parts);
}

TimeRange ColleagueWeekDialog::range() const
{
    const QDate today = wallClock(m_parts.clock(), zone()).date();
    const QDate monday = today.addDays(1 - today.dayOfWeek() + m_week * daysOfWeek);
    return {startOfDayUtc(monday, zone()), startOfDayUtc(monday.addDays(daysOfWeek), zone())};
}

void ColleagueWeekDialog::present()
{
    const QDate monday = wallClock(range().begin, zone()).date();
    m_ui->weekTitle->setText(dateRangeText(monday, monday.addDays(daysOfWeek - 1)));
    m_ui->earlier->setEnabled(m_week > 0 && !m_user.isEmpty());
    m_ui->later->setEnabled(m_week < weeksAhead && !m_user.isEmpty());
    m_ui->colleague->setEnabled(!m_members.isEmpty());
    WeekOverview::Week week{.monday = monday, .zone = zone(), .now = m_parts.clock()};
    if (m_busy && *m_busy) {
        for (const BusyTime &time : **m_busy)
            (time.kind == BusyTime::Kind::Calendly ? week.meetings : week.busy).append(time.range);
        const auto hours = m_schedules && *m_schedules ? usualHours(**m_schedules) : std::nullopt;
        const QList<TimeRange> open = hours ? openHours(*hours, monday, daysOfWeek, zoneNamed(hours->timezone).value_or(zone())) : QList<TimeRange>();
        week.load = workload(after(open, week.now), week.meetings, week.busy); // nobody tells how the past was used
    }
    m_ui->overview->present(week);
    QString note = tr("Times in %1, from now on. What a time is taken for is not told.").arg(cityOf(QString::fromLatin1(zone().id())));
    if (m_members.isEmpty()) {
        const Reading reading = m_team.membersReading();
        note = reading.underWay ? tr("Reading the members…") : reading.problem ? problemSentence(*reading.problem) : tr("Nobody else is in the organization.");
    } else if (m_busy && !*m_busy) {
        note = problemSentence(m_busy->error());
    } else if (!m_busy) {
        note = tr("Reading busy times…");
    } else if (m_schedules && !*m_schedules) {
        note = tr("Their working hours are not known. %1").arg(whyUnread(m_schedules->error()));
    }
    m_ui->note->setText(note);
}

QString ColleagueWeekDialog::problemSentence(const Error &error) const
{
    if (error.kind == Error::Kind::NotAllowed)
        return tr("Calendly does not show you this person's busy times. Your role or plan may not allow it; an owner or admin of the organization can say.");
    return tr("Busy times are not known now. %1").arg(whyUnread(error));
}
