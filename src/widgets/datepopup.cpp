// SPDX-License-Identifier: GPL-3.0-or-later
#include "datepopup.h"

#include "icons.h"

#include <QCalendarWidget>
#include <QLocale>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

DatePopup::DatePopup(QDate day, QWidget *below)
    : QFrame(below, Qt::Popup)
    , m_below(below)
    , m_month(new QCalendarWidget(this))
{
    setObjectName(QStringLiteral("datePopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Go to date"));
    setProperty("panel", QStringLiteral("surface"));
    m_month->setObjectName(QStringLiteral("month"));
    m_month->setAccessibleName(tr("Go to date"));
    m_month->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_month->setVerticalHeaderFormat(QCalendarWidget::ISOWeekNumbers);
    m_month->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_month->setSelectedDate(day);
    // Free days are no warning.
    QTextCharFormat plain;
    plain.setForeground(themeColor(ColorRole::Text, palette()));
    for (const Qt::DayOfWeek weekday : {Qt::Saturday, Qt::Sunday})
        m_month->setWeekdayTextFormat(weekday, plain);
    m_month->findChild<QToolButton *>(QStringLiteral("qt_calendar_prevmonth"))->setIcon(themeIcon(QStringLiteral("chevron-left")));
    m_month->findChild<QToolButton *>(QStringLiteral("qt_calendar_nextmonth"))->setIcon(themeIcon(QStringLiteral("chevron-right")));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_month);
    const auto pick = [this](QDate date) {
        emit picked(date);
        close();
    };
    connect(m_month, &QCalendarWidget::activated, this, pick);
    connect(m_month, &QCalendarWidget::clicked, this, pick);
}

void DatePopup::open()
{
    adjustSize();
    move(m_below->mapToGlobal(QPoint(m_below->isRightToLeft() ? m_below->width() - width() : 0, m_below->height() + 4)));
    show();
    m_month->setFocus(Qt::PopupFocusReason);
}
