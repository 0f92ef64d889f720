// SPDX-License-Identifier: GPL-3.0-or-later
#include "datepopup.h"

#include "icons.h"
#include "typeddate.h"

#include <QCalendarWidget>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

/// Keys that mean the month even while the field is typed into.
bool movesTheDay(int key, bool nothingTyped)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        return nothingTyped;
    default:
        return false;
    }
}

} // namespace

DatePopup::DatePopup(QDate day, QDate today, QWidget *below)
    : QFrame(below, Qt::Popup)
    , m_today(today)
    , m_below(below)
    , m_field(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_month(new QCalendarWidget(this))
{
    setObjectName(QStringLiteral("datePopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Go to date"));
    setProperty("panel", QStringLiteral("surface"));
    m_field->setObjectName(QStringLiteral("date"));
    m_field->setAccessibleName(tr("Date"));
    //: A date as one may type it.
    m_field->setPlaceholderText(tr("Date, such as %1").arg(QLocale().toString(day, QLocale::ShortFormat)));
    m_field->installEventFilter(this);
    m_problem->setObjectName(QStringLiteral("dateProblem"));
    m_problem->setProperty("tone", QStringLiteral("danger"));
    m_problem->setProperty("textSize", QStringLiteral("small"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    makeMonth(day);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_field);
    column->addWidget(m_problem);
    column->addWidget(m_month);
    connect(m_field, &QLineEdit::textEdited, this, &DatePopup::follow);
    connect(m_field, &QLineEdit::returnPressed, this, &DatePopup::pickTyped);
    connect(m_month, &QCalendarWidget::activated, this, &DatePopup::pick);
    connect(m_month, &QCalendarWidget::clicked, this, &DatePopup::pick);
}

void DatePopup::makeMonth(QDate day)
{
    m_month->setObjectName(QStringLiteral("month"));
    m_month->setAccessibleName(tr("Go to date"));
    m_month->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_month->setVerticalHeaderFormat(QCalendarWidget::ISOWeekNumbers);
    m_month->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_month->setDateEditEnabled(false); // what it makes of typed digits is not what was meant
    m_month->setDateRange(QDate(1970, 1, 1), QDate(2199, 12, 31));
    m_month->setSelectedDate(day);
    // Free days are no warning.
    QTextCharFormat plain;
    plain.setForeground(themeColor(ColorRole::Text, palette()));
    for (const Qt::DayOfWeek weekday : {Qt::Saturday, Qt::Sunday})
        m_month->setWeekdayTextFormat(weekday, plain);
    m_month->findChild<QToolButton *>(QStringLiteral("qt_calendar_prevmonth"))->setIcon(themeIcon(QStringLiteral("chevron-left")));
    m_month->findChild<QToolButton *>(QStringLiteral("qt_calendar_nextmonth"))->setIcon(themeIcon(QStringLiteral("chevron-right")));
}

void DatePopup::open()
{
    adjustSize();
    move(m_below->mapToGlobal(QPoint(m_below->isRightToLeft() ? m_below->width() - width() : 0, m_below->height() + 4)));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

bool DatePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!movesTheDay(key->key(), m_field->text().isEmpty()))
        return false;
    // The day that is marked is the one that Enter picks.
    m_field->clear();
    m_problem->hide();
    QCoreApplication::sendEvent(m_month->findChild<QWidget *>(QStringLiteral("qt_calendar_calendarview")), event);
    return true;
}

/// The month shows what has been typed so far.
void DatePopup::follow()
{
    m_problem->hide();
    const QDate day = typedDate(m_field->text(), m_today);
    if (holds(day))
        m_month->setSelectedDate(day);
}

void DatePopup::pickTyped()
{
    if (m_field->text().trimmed().isEmpty())
        return pick(m_month->selectedDate());
    const QDate day = typedDate(m_field->text(), m_today);
    if (holds(day))
        return pick(day);
    m_problem->setText(day.isValid() ? tr("Sundial shows the years %1 to %2.").arg(m_month->minimumDate().year()).arg(m_month->maximumDate().year())
                                     : tr("This is no date. Try %1, or %2.").arg(QLocale().toString(m_today, QLocale::ShortFormat), m_today.toString(Qt::ISODate)));
    m_problem->show();
    m_field->selectAll();
    adjustSize();
}

void DatePopup::pick(QDate day)
{
    emit picked(day);
    close();
}

bool DatePopup::holds(QDate day) const
{
    return day.isValid() && m_month->minimumDate() <= day && day <= m_month->maximumDate();
}
