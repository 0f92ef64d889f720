// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulefilterbar.h"

#include "chip.h"
#include "flowrow.h"
#include "plaintext.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>

using namespace std::chrono_literals;

namespace {

QString whenName(ScheduleFilter::When when)
{
    switch (when) {
    case ScheduleFilter::When::Upcoming:
        return ScheduleFilterBar::tr("Upcoming");
    case ScheduleFilter::When::Past:
        return ScheduleFilterBar::tr("Past");
    case ScheduleFilter::When::All:
        return ScheduleFilterBar::tr("All");
    }
    return {};
}

/// An entry of a chip's menu; foreign names lose their mnemonics.
QAction *addChoice(QMenu &menu, QString text, bool chosen)
{
    QAction *action = menu.addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
    action->setCheckable(true);
    action->setChecked(chosen);
    return action;
}

} // namespace

ScheduleFilterBar::ScheduleFilterBar(QLineEdit *search, QWidget *chips) : QObject(chips), m_search(search)
{
    new FlowRow(chips, 8);
    m_when = makeChip("whenChip", chips);
    m_eventType = makeChip("eventTypeChip", chips);
    m_status = makeChip("statusChip", chips);
    m_when->setAccessibleDescription(tr("Which time is shown"));
    m_eventType->setAccessibleDescription(tr("Which event type is shown"));
    m_status->setAccessibleDescription(tr("Which meetings are shown"));
    using When = ScheduleFilter::When;
    connect(m_when->menu(), &QMenu::aboutToShow, this, [this] {
        m_when->menu()->clear();
        for (const When when : {When::Upcoming, When::Past, When::All})
            connect(addChoice(*m_when->menu(), whenName(when), m_filter.when == when), &QAction::triggered, this, [this, when] { setWhen(when); });
    });
    connect(m_status->menu(), &QMenu::aboutToShow, this, [this] {
        m_status->menu()->clear();
        for (const MeetingQuery::Status status : {MeetingQuery::Status::Any, MeetingQuery::Status::Active, MeetingQuery::Status::Canceled})
            connect(addChoice(*m_status->menu(), statusName(status), m_filter.status == status), &QAction::triggered, this,
                    [this, status] { setStatus(status); });
    });
    connect(m_eventType->menu(), &QMenu::aboutToShow, this, [this] {
        m_eventType->menu()->clear();
        connect(addChoice(*m_eventType->menu(), tr("Any"), m_filter.eventType.isEmpty()), &QAction::triggered, this, [this] { setEventType({}, {}); });
        for (const auto &[uri, name] : std::as_const(m_eventTypes))
            connect(addChoice(*m_eventType->menu(), name, m_filter.eventType == uri), &QAction::triggered, this,
                    [this, uri = uri, name = name] { setEventType(uri, name); });
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(&m_typing, &QTimer::timeout, this, &ScheduleFilterBar::searchNow);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    present();
}

Chip *ScheduleFilterBar::makeChip(const char *name, QWidget *chips)
{
    auto *chip = new Chip(chips);
    chip->setObjectName(QLatin1String(name));
    chip->setCheckable(true);
    chip->setMenu(new QMenu(chip));
    chips->layout()->addWidget(chip);
    return chip;
}

void ScheduleFilterBar::setEventTypes(const QList<EventType> &types)
{
    m_eventTypes.clear();
    for (const EventType &type : types) {
        if (type.deletedAt.isNull())
            m_eventTypes.append({type.uri, oneLine(type.name.isEmpty() ? type.slug : type.name, 60)});
    }
}

void ScheduleFilterBar::setWhen(ScheduleFilter::When when)
{
    m_filter.when = when;
    m_filter.step = 0;
    present();
    emit changed();
}

void ScheduleFilterBar::setStatus(MeetingQuery::Status status)
{
    m_filter.status = status;
    present();
    emit changed();
}

void ScheduleFilterBar::setEventType(const QUrl &uri, const QString &name)
{
    m_filter.eventType = uri;
    m_filter.eventTypeName = name;
    present();
    emit changed();
}

void ScheduleFilterBar::move(int steps)
{
    m_filter.step += steps;
    emit changed();
}

void ScheduleFilterBar::toFirstPeriod()
{
    m_filter.step = 0;
    emit changed();
}

void ScheduleFilterBar::showDay(QDate day, QDate today)
{
    m_filter.when = day < today ? ScheduleFilter::When::Past : ScheduleFilter::When::Upcoming;
    m_filter.step = static_cast<int>(today.daysTo(day)) / periodDays;
    clear();
}

void ScheduleFilterBar::clear()
{
    m_filter = withoutNarrowing(m_filter);
    m_search->clear();
    m_typing.stop();
    present();
    emit changed();
}

void ScheduleFilterBar::setPeriodShown(bool shown)
{
    m_when->setVisible(shown);
}

void ScheduleFilterBar::present()
{
    m_when->setText(whenName(m_filter.when));
    m_when->setChecked(true);
    m_eventType->setText(m_filter.eventType.isEmpty() ? tr("Event type: any") : oneLine(m_filter.eventTypeName, 24));
    m_eventType->setChecked(!m_filter.eventType.isEmpty());
    m_status->setText(m_filter.status == MeetingQuery::Status::Any ? tr("Status: any") : statusName(m_filter.status));
    m_status->setChecked(m_filter.status != MeetingQuery::Status::Any);
    for (Chip *chip : {m_when, m_eventType, m_status})
        chip->updateGeometry();
}

void ScheduleFilterBar::searchNow()
{
    if (m_filter.text == m_search->text())
        return;
    m_filter.text = m_search->text();
    emit changed();
}
