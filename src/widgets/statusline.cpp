// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusline.h"

#include "accountservice.h"
#include "elidedlabel.h"
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

constexpr int iconSpacing = 6;
constexpr int roomBetween = 40; // what a status bar puts between and around its parts

QLabel *textLabel(const QString &name, QWidget *parent)
{
    auto *label = new ElidedLabel(parent);
    label->setObjectName(name);
    label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // may be cut, and takes no more than it needs
    return label;
}

QLabel *iconLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    return label;
}

QWidget *pair(QLabel *icon, QLabel *text, QWidget *parent)
{
    auto *both = new QWidget(parent);
    both->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(iconSpacing);
    row->addWidget(icon);
    row->addWidget(text);
    return both;
}

/// A new pixmap lays out and paints the whole line, and most of what is told changes none.
void draw(QLabel *label, const QString &icon, int edge, const QColor &color)
{
    const QString drawn = QStringLiteral("%1 %2 %3 %4").arg(icon).arg(edge).arg(color.name()).arg(label->devicePixelRatioF());
    if (label->property("drawn") == drawn)
        return;
    label->setProperty("drawn", drawn);
    label->setPixmap(tintedPixmap(icon, edge, color, label->devicePixelRatioF()));
}

} // namespace

StatusLine::StatusLine(const MainWindowParts &parts, QWidget *parent) : QStatusBar(parent), m_parts(parts)
{
    setSizeGripEnabled(false);
    setAccessibleName(tr("Status"));
    m_syncIcon = iconLabel(QStringLiteral("syncIcon"), this);
    m_sync = textLabel(QStringLiteral("syncText"), this);
    m_selection = textLabel(QStringLiteral("selectionText"), this);
    m_calls = textLabel(QStringLiteral("callsText"), this);
    m_zoneIcon = iconLabel(QStringLiteral("zoneIcon"), this);
    m_zone = textLabel(QStringLiteral("zoneText"), this);
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
    connect(&m_ages, &QTimer::timeout, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::setSelectionText(const QString &text)
{
    m_selection->setText(text);
    fit();
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    fit();
}

/// Where not everything fits, how many calls were used goes first, and then what is left is cut. A hint says it whole.
void StatusLine::fit()
{
    const QMargins margins = contentsMargins();
    int needed = margins.left() + margins.right() + roomBetween;
    for (const QLabel *label : {m_syncIcon, m_sync, m_selection, m_calls, m_zoneIcon, m_zone})
        needed += label->sizeHint().width() + iconSpacing;
    m_calls->setVisible(!m_calls->text().isEmpty() && needed <= width());
    layout()->activate();
    for (QLabel *label : {m_sync, m_selection, m_zone}) {
        QStringList hints;
        if (label->width() < label->sizeHint().width())
            hints.append(label->text());
        if (label == m_sync && m_calls->isHidden() && !m_calls->text().isEmpty())
            hints.append(m_calls->text());
        if (label == m_zone && !m_zoneNote.isEmpty())
            hints.append(m_zoneNote);
        label->setToolTip(hints.join(QLatin1Char('\n')));
    }
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
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_zone)
        refresh();
    QStatusBar::changeEvent(event);
}

/// Ages are told in minutes, a wait is counted down.
void StatusLine::setPace(bool countsDown)
{
    const std::chrono::milliseconds interval = countsDown ? std::chrono::seconds(1) : std::chrono::seconds(20);
    if (m_ages.intervalAsDuration() == interval)
        return; // setting it begins it anew
    m_ages.setTimerType(countsDown ? Qt::CoarseTimer : Qt::VeryCoarseTimer);
    m_ages.setInterval(interval);
}

void StatusLine::refresh()
{
    setPace(m_parts.sync.state() == SyncService::State::Paused);
    const QDateTime now = m_parts.clock();
    const QTimeZone zone = shownZone(m_parts);
    const SyncStatus status = syncStatus(m_parts.sync, now, zone);
    const int edge = grownHeight(14, m_sync->font());
    draw(m_syncIcon, status.iconName, edge, themeColor(status.iconColor, palette()));
    m_sync->setText(status.text);
    const QString tone = status.stale ? QStringLiteral("brass") : QString();
    if (m_sync->property("tone").toString() != tone) {
        m_sync->setProperty("tone", tone);
        restyle(m_sync);
    }
    const CallBudget budget = m_parts.sync.budget();
    m_calls->setText(budget.limit > 0 ? tr("Calls this minute: %1 of %2").arg(budget.used).arg(budget.limit) : QString());
    draw(m_zoneIcon, QStringLiteral("globe"), edge, themeColor(ColorRole::Text2, palette()));
    const bool isGuessed = isShownZoneGuessed(m_parts);
    const QString zoneTone = isGuessed ? QStringLiteral("brass") : QString();
    if (m_zone->property("tone").toString() != zoneTone) {
        m_zone->setProperty("tone", zoneTone);
        restyle(m_zone);
    }
    m_zoneNote = isGuessed ? tr("Calendly names a time zone for you that this computer does not know, so times are shown in UTC. Nothing was changed. "
                                "Choose another zone in Calendly's account settings, or update this system.")
                           : QString();
    //: %1 is a city, %2 how its zone is called: "Times in Berlin (CET, UTC+1)".
    m_zone->setText(isGuessed ? tr("Times in UTC, your zone is not known here")
                              : tr("Times in %1 (%2)").arg(cityOf(QString::fromLatin1(zone.id())), zoneAbbreviationText(zone, now)));
    fit();
}
