// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightsfilters.h"

#include "chip.h"
#include "eventtypemodel.h"
#include "plaintext.h"
#include "retention.h"
#include "zones.h"

#include <QAction>
#include <QDateEdit>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace {

constexpr std::array periodWords{
    std::pair{InsightPeriod::ThisWeek, "thisWeek"},     std::pair{InsightPeriod::LastWeek, "lastWeek"},
    std::pair{InsightPeriod::ThisMonth, "thisMonth"},   std::pair{InsightPeriod::LastMonth, "lastMonth"},
    std::pair{InsightPeriod::Last30Days, "last30Days"}, std::pair{InsightPeriod::Last90Days, "last90Days"},
    std::pair{InsightPeriod::ThisYear, "thisYear"},     std::pair{InsightPeriod::Own, "own"},
};

constexpr int mostOwnDays = 5 * 366;

QString periodName(InsightPeriod period)
{
    switch (period) {
    case InsightPeriod::ThisWeek:
        return InsightsFilters::tr("This week");
    case InsightPeriod::LastWeek:
        return InsightsFilters::tr("Last week");
    case InsightPeriod::ThisMonth:
        return InsightsFilters::tr("This month");
    case InsightPeriod::LastMonth:
        return InsightsFilters::tr("Last month");
    case InsightPeriod::Last30Days:
        return InsightsFilters::tr("Last 30 days");
    case InsightPeriod::Last90Days:
        return InsightsFilters::tr("Last 90 days");
    case InsightPeriod::ThisYear:
        return InsightsFilters::tr("This year");
    case InsightPeriod::Own:
        return InsightsFilters::tr("Days of my own");
    }
    return {};
}

QString periodKey()
{
    return QStringLiteral("insights/period");
}

QString firstKey()
{
    return QStringLiteral("insights/first");
}

QString endKey()
{
    return QStringLiteral("insights/end");
}

} // namespace

InsightsFilters::InsightsFilters(const MainWindowParts &parts, const Widgets &widgets, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_widgets(widgets)
    , m_own(daysOf(InsightPeriod::LastMonth, today(), QLocale().firstDayOfWeek()))
{
    m_widgets.period->setCheckable(true);
    m_widgets.eventType->setCheckable(true);
    restore();
    makePeriods();
    setEventTypes({});
    connect(m_widgets.first, &QDateEdit::dateChanged, this, &InsightsFilters::ownChanged);
    connect(m_widgets.last, &QDateEdit::dateChanged, this, &InsightsFilters::ownChanged);
    present();
}

QDate InsightsFilters::today() const
{
    return wallClock(m_parts.clock(), shownZone(m_parts)).date();
}

InsightQuery InsightsFilters::query() const
{
    const InsightDays days = m_period == InsightPeriod::Own ? m_own : daysOf(m_period, today(), QLocale().firstDayOfWeek());
    return {.days = days, .before = daysBefore(m_period, days), .eventType = m_eventType, .now = m_parts.clock(), .zone = shownZone(m_parts),
            .monthsKept = m_parts.retention ? m_parts.retention->months() : 0};
}

void InsightsFilters::makePeriods()
{
    auto *menu = new QMenu(m_widgets.period);
    menu->setObjectName(QStringLiteral("periodMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const auto &[period, word] : periodWords) {
            QAction *action = menu->addAction(periodName(period));
            action->setCheckable(true);
            action->setChecked(period == m_period);
            connect(action, &QAction::triggered, this, [this, period = period] { setPeriod(period); });
        }
    });
    m_widgets.period->setMenu(menu);
}

void InsightsFilters::setEventTypes(const QList<EventType> &types)
{
    m_types.clear();
    for (const EventType &type : types)
        m_types.append({type.uri, oneLine(eventTypeTitle(type), 60)});
    if (m_widgets.eventType->menu())
        return;
    auto *menu = new QMenu(m_widgets.eventType);
    menu->setObjectName(QStringLiteral("eventTypeMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        const auto add = [this, menu](const QUrl &uri, const QString &name) {
            QAction *action = menu->addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")));
            action->setCheckable(true);
            action->setChecked(uri == m_eventType);
            connect(action, &QAction::triggered, this, [this, uri, name] { choose(uri, name); });
        };
        add({}, tr("Any"));
        for (const auto &[uri, name] : std::as_const(m_types))
            add(uri, name);
    });
    m_widgets.eventType->setMenu(menu);
}

void InsightsFilters::setPeriod(InsightPeriod period)
{
    if (period == InsightPeriod::Own && m_period != period)
        m_own = query().days; // to be changed from there
    m_period = period;
    remember();
    present();
    emit changed();
    if (period == InsightPeriod::Own)
        m_widgets.first->setFocus(Qt::OtherFocusReason);
}

void InsightsFilters::clearEventType()
{
    choose({}, {});
}

void InsightsFilters::choose(const QUrl &type, const QString &name)
{
    m_eventType = type;
    m_eventTypeName = type.isEmpty() ? QString() : name;
    present();
    emit changed();
}

/// The day that was just chosen stands; the other one follows where it must.
void InsightsFilters::ownChanged()
{
    QDate first = m_widgets.first->date();
    QDate last = m_widgets.last->date();
    const bool firstChosen = sender() == m_widgets.first;
    if (first > last)
        (firstChosen ? last : first) = firstChosen ? first : last;
    if (first.daysTo(last) >= mostOwnDays)
        (firstChosen ? last : first) = firstChosen ? first.addDays(mostOwnDays - 1) : last.addDays(1 - mostOwnDays);
    m_own = {first, last.addDays(1)};
    remember();
    present();
    emit changed();
}

void InsightsFilters::present()
{
    m_widgets.period->setText(periodName(m_period));
    m_widgets.period->setChecked(true);
    m_widgets.eventType->setText(m_eventType.isEmpty() ? tr("Event type: any") : oneLine(m_eventTypeName, 24));
    m_widgets.eventType->setChecked(!m_eventType.isEmpty());
    m_widgets.own->setVisible(m_period == InsightPeriod::Own);
    const QSignalBlocker quietFirst(m_widgets.first);
    const QSignalBlocker quietLast(m_widgets.last);
    m_widgets.first->setDate(m_own.first);
    m_widgets.last->setDate(m_own.end.addDays(-1));
    for (Chip *chip : {m_widgets.period, m_widgets.eventType})
        chip->updateGeometry();
}

void InsightsFilters::remember() const
{
    if (!m_parts.remember)
        return;
    const auto word = std::find_if(periodWords.begin(), periodWords.end(), [this](const auto &each) { return each.first == m_period; });
    m_parts.remember(periodKey(), QLatin1String(word->second));
    m_parts.remember(firstKey(), m_own.first);
    m_parts.remember(endKey(), m_own.end);
}

void InsightsFilters::restore()
{
    if (!m_parts.remembered)
        return;
    const QString word = m_parts.remembered(periodKey()).toString();
    for (const auto &[period, known] : periodWords) {
        if (word == QLatin1String(known))
            m_period = period;
    }
    const InsightDays own{m_parts.remembered(firstKey()).toDate(), m_parts.remembered(endKey()).toDate()};
    if (own.first.isValid() && own.end > own.first && own.length() <= mostOwnDays)
        m_own = own;
}
