// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusline.h"

#include "accountservice.h"
#include "format.h"
#include "icons.h"
#include "mainwindowparts.h"
#include "stylesheet.h"
#include "syncservice.h"
#include "syncstatus.h"
#include "zones.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace {

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QWidget *pair(QLabel *icon, QLabel *text, QWidget *parent)
{
    auto *both = new QWidget(parent);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(icon);
    row->addWidget(text);
    return both;
}

} // namespace

StatusLine::StatusLine(const MainWindowParts &parts, QWidget *parent) : QStatusBar(parent), m_parts(parts)
{
    setSizeGripEnabled(false);
    setAccessibleName(tr("Status"));
    m_syncIcon = plainLabel(QStringLiteral("syncIcon"), this);
    m_sync = plainLabel(QStringLiteral("syncText"), this);
    m_selection = plainLabel(QStringLiteral("selectionText"), this);
    m_calls = plainLabel(QStringLiteral("callsText"), this);
    m_zoneIcon = plainLabel(QStringLiteral("zoneIcon"), this);
    m_zone = plainLabel(QStringLiteral("zoneText"), this);
    setContentsMargins(10, 0, 10, 0);
    addWidget(pair(m_syncIcon, m_sync, this));
    m_selection->setContentsMargins(10, 0, 0, 0);
    addWidget(m_selection);
    addPermanentWidget(m_calls);
    auto *zone = pair(m_zoneIcon, m_zone, this);
    zone->setContentsMargins(10, 0, 0, 0);
    addPermanentWidget(zone);

    connect(&m_parts.sync, &SyncService::changed, this, &StatusLine::refresh);
    connect(&m_parts.account, &AccountService::changed, this, &StatusLine::refresh);
    m_ages.setInterval(20000);
    m_ages.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_ages, &QTimer::timeout, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::setSelectionText(const QString &text)
{
    m_selection->setText(text);
}

void StatusLine::showEvent(QShowEvent *event)
{
    refresh();
    m_ages.start();
    QStatusBar::showEvent(event);
}

void StatusLine::hideEvent(QHideEvent *event)
{
    m_ages.stop();
    QStatusBar::hideEvent(event);
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_zone)
        refresh();
    QStatusBar::changeEvent(event);
}

void StatusLine::refresh()
{
    const QDateTime now = m_parts.clock();
    const QTimeZone zone = shownZone(m_parts);
    const SyncStatus status = syncStatus(m_parts.sync, now, zone);
    const int edge = grownHeight(14, m_sync->font());
    m_syncIcon->setPixmap(tintedPixmap(status.iconName, edge, themeColor(status.iconColor, palette()), devicePixelRatioF()));
    m_sync->setText(status.text);
    const QString tone = status.stale ? QStringLiteral("brass") : QString();
    if (m_sync->property("tone").toString() != tone) {
        m_sync->setProperty("tone", tone);
        restyle(m_sync);
    }
    const CallBudget budget = m_parts.sync.budget();
    m_calls->setText(budget.limit > 0 ? tr("Calls this minute: %1 of %2").arg(budget.used).arg(budget.limit) : QString());
    m_zoneIcon->setPixmap(tintedPixmap(QStringLiteral("globe"), edge, themeColor(ColorRole::Text2, palette()), devicePixelRatioF()));
    const bool isGuessed = isShownZoneGuessed(m_parts);
    const QString zoneTone = isGuessed ? QStringLiteral("brass") : QString();
    if (m_zone->property("tone").toString() != zoneTone) {
        m_zone->setProperty("tone", zoneTone);
        restyle(m_zone);
    }
    m_zone->setToolTip(isGuessed ? tr("Calendly names a time zone for you that this computer does not know, so times are shown in UTC. Nothing was changed. "
                                      "Choose another zone in Calendly's account settings, or update this system.")
                                 : QString());
    if (isGuessed)
        return m_zone->setText(tr("Times in UTC, your zone is not known here"));
    //: %1 is a city, %2 how its zone is called: "Times in Berlin (CET, UTC+1)".
    m_zone->setText(tr("Times in %1 (%2)").arg(cityOf(QString::fromLatin1(zone.id())), zoneAbbreviationText(zone, now)));
}
