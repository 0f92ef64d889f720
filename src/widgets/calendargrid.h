// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markedmeetings.h"
#include "meetingview.h"
#include "paintedcells.h"

#include <QAbstractScrollArea>
#include <QDate>
#include <QTimer>

class OverlayScrollBar;
struct CalendarEntry;

/// A calendar that is painted as a whole: which of its meetings and days are current and selected, and how that is told. What
/// lies where, and where keys and the pointer lead, is up to the days side by side (TimeGrid) and the month (MonthGrid).
class CalendarGrid : public QAbstractScrollArea, public MeetingView, public PaintedCells
{
    Q_OBJECT

public:
    QUrl currentMeeting() const override { return m_marked.current(); }
    bool shows(const QUrl &meeting) const override { return m_marked.contains(meeting); }
    QList<QUrl> selectedMeetings() const override { return m_marked.selected(); }

    QDate currentDay() const { return m_day; } ///< the day of what is current, and of what comes after stepWanted()
    QList<QDate> selectedDays() const; ///< in order; empty unless days were selected

signals:
    void currentMeetingChanged();
    void selectedMeetingsChanged();
    void visibleChanged();
    void joinPressed();
    void cardPressed();
    void dayActivated(const QDate &day); ///< is to be shown by itself
    void stepWanted(int periods); ///< -1 for what comes before, 1 for what comes after
    void selectedDaysChanged();
    void dragWanted(const QList<QUrl> &meetings); ///< the button is down and the pointer leaves with them

protected:
    enum class Step { Alone, Extending, Keeping }; ///< how the selection follows

    CalendarGrid(const QString &accessibleName, QWidget *parent);

    virtual void layOut() = 0; ///< everything in its place; needed again whenever the content, the size or the font changes
    virtual void updateAll() = 0; ///< paints all of it anew
    virtual void forgetLook() = 0; ///< what was painted with another font, palette or direction
    virtual QPoint menuPlace() const = 0; ///< of what is current, in the viewport

    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

    static QList<QUrl> meetingsOf(const QList<CalendarEntry> &entries);
    int forward() const { return isRightToLeft() ? -1 : 1; } ///< days to the right
    void changeMarks(const MarkedMeetings &marks);
    void leaveMeetings(); ///< none is current or selected
    void setSelectedDays(QDate from, QDate to); ///< null: none
    bool isDaySelected(QDate day) const;
    bool selectsDays() const { return m_firstSelectedDay.isValid(); }

    MarkedMeetings m_marked;
    QDate m_day;
    QDate m_dayAnchor; ///< from which days are being selected; null where none are
    OverlayScrollBar *m_scrollBar;
    QTimer m_visibleTimer; ///< until visibleChanged()
    QTimer m_cardTimer; ///< a click waits whether it becomes a double click, which joins

private:
    QDate m_firstSelectedDay;
    QDate m_lastSelectedDay;
};
