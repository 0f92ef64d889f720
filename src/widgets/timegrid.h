// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendargrid.h"

#include <memory>

class BlockPainter;
struct BlockLook;
struct GridBlock;
struct TimeGridContent;

/// Days side by side with their hours from top to bottom: the views of a day, of a work week and of a week. Painted as a
/// whole; clicks and arrows move between its meetings and the heads of its days. Hours at both ends of the day in which
/// nothing takes place are folded where the whole day does not fit.
class TimeGrid : public CalendarGrid
{
    Q_OBJECT

public:
    explicit TimeGrid(QWidget *parent = nullptr);
    ~TimeGrid() override;

    /// Shows `content`. What is current stays so while it is shown, else what was next to it takes its place.
    void present(const TimeGridContent &content);

    /// One that is not shown changes nothing where a day was chosen; else it stands for what runs or comes next.
    void setCurrentMeeting(const QUrl &meeting) override;
    QList<QUrl> visibleMeetings() const override;
    bool dropSelection() override;

    double zoom() const { return m_zoom; } ///< 1 for the height of the design
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();
    /// The hours at an end of the day in which nothing takes place are folded where the whole day does not fit.
    bool folds(bool early) const { return early ? m_foldsEarly : m_foldsLate; }
    void toggleFold(bool early);

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

signals:
    void zoomChanged(double zoom);
    void foldsChanged();

protected:
    void layOut() override;
    void updateAll() override;
    void forgetLook() override;
    QPoint menuPlace() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Shown; // what is shown and where
    struct Press; // a button that is down

    /// What lies under a position.
    struct Hit
    {
        enum class What { Nothing, Block, Head, Ground, Strip };

        What what = What::Nothing;
        int day = -1;
        qsizetype index = -1; ///< of the block or the strip
        bool operator==(const Hit &) const = default;
    };

    // Positions are those of the whole widget: its head is painted beside the viewport.
    void fold();
    void scrollToMorning();
    QRect placeOf(const GridBlock &block) const;
    QRect paintedPlaceOf(qsizetype block) const; ///< wider where the current block could not be read
    /// The current block lies over others only where it had to be made wider: a long meeting must not hide those within it.
    bool isRaised(qsizetype block) const;
    Hit hitAt(const QPoint &position) const;
    int headHeight() const;
    void paintHead();
    BlockLook lookOf(qsizetype block) const;
    QString toolTipAt(const QPoint &position) const;
    bool helpEvent(QEvent *event, const QPoint &position);

    qsizetype currentBlock() const;
    int dayIndex() const;
    void adopt(const QList<QUrl> &meetings);
    void keepCurrent();
    void selectSomething();
    void settleIn(int day, int minute);
    void goToMeeting(qsizetype block, int day, Step step);
    void goToDay(int day);
    void goToHead(int day); ///< from where arrows to the side walk over heads
    void selectDays(QDate from, QDate to);
    void showCell();

    bool keyWithControl(QKeyEvent *event);
    bool keyForFolds(QKeyEvent *event);
    void moveInDay(int steps, Step step);
    void moveToEdge(bool last, Step step, bool ofPeriod);
    void moveAcross(int days, bool extending);
    void stepBy(int periods, const QDate &target);
    void activate();

    bool mouseEvent(QMouseEvent *event, const QPoint &position);
    void mousePressed(QMouseEvent *event, const QPoint &position);
    void mouseMoved(QMouseEvent *event, const QPoint &position);
    void mouseReleased(const QPoint &position);
    void pressBlock(QMouseEvent *event, const Hit &hit);
    void dragTo(const QPoint &position);
    void rubberTo(const QPoint &position);
    void hover(const QPoint &position);
    void updateHit(const Hit &hit);
    bool hasMenuAt(const QPoint &position) const;

    std::unique_ptr<Shown> m_shown;
    std::unique_ptr<BlockPainter> m_blockPainter;
    std::unique_ptr<Press> m_press;
    QWidget *m_head;
    int m_minute = -1; // where arrows to the side look for a meeting; -1 while the heads of days are walked
    bool m_waits = false; // one is on a day only until there are meetings to go to
    bool m_stepped = false; // other days were asked for, and m_day is the one that was meant
    Hit m_hovered;
    double m_zoom = 1;
    bool m_foldsEarly = true;
    bool m_foldsLate = true;
};
