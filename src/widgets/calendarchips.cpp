// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarchips.h"

#include "agendarows.h"
#include "chip.h"
#include "colleaguechip.h"
#include "flowrow.h"
#include "format.h"
#include "pageaction.h"
#include "schedulecalendar.h"
#include "zonedialog.h"
#include "zones.h"

#include <QMenu>

CalendarChips::CalendarChips(ScheduleCalendar &calendar, QWidget *chips)
    : QObject(chips)
    , m_calendar(calendar)
    , m_busy(makeChip("busyChip", tr("Busy times"), chips))
    , m_hours(makeChip("hoursChip", tr("Working hours"), chips))
    , m_colleague(m_calendar.colleague() ? new ColleagueChip(*m_calendar.colleague(), chips) : nullptr)
    , m_zone(makeChip("zoneChip", {}, chips))
    , m_showBusy(makePageAction(this, "showBusyTimes", tr("&Busy times")))
    , m_showHours(makePageAction(this, "showWorkingHours", tr("Working &hours")))
    , m_chooseZone(makePageAction(this, "chooseSecondZone", tr("Second time &zone…")))
{
    m_busy->setAccessibleDescription(tr("Shows when other calendars are busy"));
    m_hours->setAccessibleDescription(tr("Shows the hours of the default availability schedule"));
    m_zone->setAccessibleDescription(tr("Shows a second time zone beside the hours"));
    m_zone->setMenu(new QMenu(m_zone));
    connect(m_zone->menu(), &QMenu::aboutToShow, this, &CalendarChips::fillZones);
    makeSwitch(m_busy, m_showBusy, &CalendarExtras::busyTimes);
    makeSwitch(m_hours, m_showHours, &CalendarExtras::openHours);
    connect(m_chooseZone, &QAction::triggered, this, &CalendarChips::askForZone);
}

void CalendarChips::makeSwitch(Chip *chip, QAction *action, bool CalendarExtras::*extra)
{
    const auto turn = [this, extra](bool on) {
        CalendarExtras extras = m_calendar.extras();
        extras.*extra = on;
        m_calendar.setExtras(extras);
    };
    action->setCheckable(true);
    connect(chip, &Chip::clicked, this, turn);
    connect(action, &QAction::triggered, this, turn);
}

Chip *CalendarChips::makeChip(const char *name, const QString &text, QWidget *chips)
{
    auto *chip = new Chip(chips);
    chip->setObjectName(QLatin1String(name));
    chip->setCheckable(true);
    chip->setText(text);
    FlowRow::append(chips, chip);
    return chip;
}

void CalendarChips::present(bool wanted, const AgendaSetting &setting)
{
    m_own = setting.zone;
    m_now = setting.now;
    const CalendarExtras &extras = m_calendar.extras();
    m_busy->setChecked(extras.busyTimes);
    m_hours->setChecked(extras.openHours);
    m_showBusy->setChecked(extras.busyTimes);
    m_showHours->setChecked(extras.openHours);
    for (QAction *action : actions()) {
        action->setEnabled(wanted);
        action->setToolTip(wanted ? QString() : tr("Day and week show it."));
    }
    m_zone->setChecked(!extras.secondZone.isEmpty());
    m_zone->setText(extras.secondZone.isEmpty() ? tr("Zone: one") : cityOf(extras.secondZone));
    if (m_colleague)
        m_colleague->present(wanted);
    for (Chip *chip : {m_busy, m_hours, m_zone}) {
        chip->setVisible(wanted);
        chip->updateGeometry();
    }
}

/// None, the computer's own where it differs from the account's, the one in use, and any other.
void CalendarChips::fillZones()
{
    m_zone->menu()->clear();
    const QString used = m_calendar.extras().secondZone;
    QStringList zones{QString::fromLatin1(QTimeZone::systemTimeZoneId()), used, QStringLiteral("America/New_York"), QStringLiteral("America/Los_Angeles"),
                      QStringLiteral("Europe/London"), QStringLiteral("Asia/Kolkata"), QStringLiteral("Asia/Tokyo")};
    zones.removeAll(QString());
    zones.removeAll(QString::fromLatin1(m_own.id()));
    zones.removeDuplicates();
    zones.prepend({});
    for (const QString &zone : std::as_const(zones)) {
        QAction *choice = m_zone->menu()->addAction(zone.isEmpty() ? tr("None") : zoneText(zone, m_own, m_now));
        choice->setCheckable(true);
        choice->setChecked(zone == used);
        connect(choice, &QAction::triggered, this, [this, zone] { setZone(zone); });
    }
    connect(m_zone->menu()->addAction(tr("Another zone…")), &QAction::triggered, this, &CalendarChips::askForZone);
}

void CalendarChips::askForZone()
{
    auto *question = new ZoneDialog(m_zone->window());
    connect(question, &ZoneDialog::chosen, this, &CalendarChips::setZone);
    question->open();
}

void CalendarChips::setZone(const QString &zone)
{
    CalendarExtras extras = m_calendar.extras();
    extras.secondZone = zone;
    m_calendar.setExtras(extras);
}
