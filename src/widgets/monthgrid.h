// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendargrid.h"

#include <memory>

class MonthGridPainter;
struct MonthContent;
struct MonthLook;

/// The meetings of a month: its weeks as rows, each day with as many meetings as fit and the number of the rest. Those of
/// 24 hours and more are bars across their days. Painted; for screen readers a table.
///
/// Keys: Up and Down go through what a day holds (the day itself, its meetings, the number of the rest) and on into the
/// day below or above. Left and Right go to the day beside, Home and End to the ends of the week, with Ctrl to those of
/// the month; Page keys and arrows over the edge ask for another month. Enter joins a meeting or opens a day, Space shows
/// a meeting's card or goes from a day to its first meeting. With Shift, arrows select days, and Up and Down on a meeting
/// select meetings; Ctrl+A selects those of the month, Ctrl+Space one more or one less; with Ctrl, arrows keep what is
/// selected. Escape is for those around the month.
class MonthGrid : public CalendarGrid
{
    Q_OBJECT

public:
    explicit MonthGrid(QWidget *parent = nullptr);
    ~MonthGrid() override;

    /// Shows `content`. The current meeting stays so while it is shown, else what was next to it takes its place.
    void present(const MonthContent &content);

    /// One that is not shown changes nothing where a day was chosen; else it stands for what runs or comes next.
    void setCurrentMeeting(const QUrl &meeting) override;
    QList<QUrl> visibleMeetings() const override;
    bool dropSelection() override;

    int cellRows() const override;
    int cellColumns() const override;
    int cellCount() const override;
    PaintedCell paintedCell(int index) const override;
    int cellAt(int row, int column) const override;
    int cellUnder(const QPoint &position) const override;
    int cellWithKey(const QString &key) const override;
    int currentCell() const override;
    void focusCell(int index) override;
    void pressCell(int index) override;

    QSize sizeHint() const override { return {920, 600}; }

protected:
    void layOut() override;
    void updateAll() override;
    void forgetLook() override;
    QPoint menuPlace() const override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Shown; // what is shown and where
    struct Press; // a button that is down

    /// What lies under a position.
    struct Hit
    {
        enum class What { Nothing, Weekday, Week, Day, Meeting, More };

        What what = What::Nothing;
        int day = -1; ///< of a week its first one
        qsizetype part = -1;
        bool operator==(const Hit &) const = default;
    };
    enum class On { Day, Meeting, More }; // where in the current day one is

    QPoint origin() const; ///< of the first week, in the viewport
    Hit hitAt(const QPoint &position) const;
    QRect placeOf(int cell) const; ///< in the viewport
    void paintWeeks(QPainter &painter, const QRect &dirty);
    void paintHead(QPainter &painter) const;
    MonthLook lookOf(qsizetype part) const;
    MonthLook lookOfDay(int day, On on) const;
    QString toolTipAt(const QPoint &position) const;

    int dayIndex() const;
    void keepCurrent();
    void selectSomething();
    void goToCell(int cell, Step step);
    void goToMeeting(qsizetype entry, int day);
    void settleIn(int day, Step step = Step::Alone);
    void selectDays(QDate from, QDate to);
    void showCell();

    bool keyWithControl(QKeyEvent *event);
    void moveInDay(int steps, Step step);
    void moveToDay(int days, Step step);
    void moveToEdge(bool last, bool ofMonth);
    void extendDays(int days);
    void stepBy(int months, QDate target);
    void activate();
    void selectMonth();

    void pressMeeting(QMouseEvent *event, const Hit &hit);
    static bool hasMenu(const Hit &hit);
    void hover(const QPoint &position);

    std::unique_ptr<Shown> m_shown;
    std::unique_ptr<MonthGridPainter> m_painter;
    std::unique_ptr<Press> m_press;
    On m_on = On::Day;
    int m_line = 0; // where in days beside this one arrows go; 0 the day itself
    QPoint m_pointer{-1, -1}; // in the viewport; where it last was while no button was down
    Hit m_hovered;
    int m_wheel = 0; // what has been turned since the last step
    bool m_wheelDone = false; // one step for each gesture
};
