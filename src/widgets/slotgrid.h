// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paintedcells.h"
#include "slotlook.h"

#include <QAbstractScrollArea>
#include <QSet>

#include <memory>
#include <optional>

class SlotBoard;
struct SlotGridContent;

/// Open times by day, to be chosen with the mouse, or with arrows and Space. What cannot be booked stays visible; the
/// current cell tells why.
class SlotGrid : public QAbstractScrollArea, public PaintedCells
{
    Q_OBJECT

public:
    explicit SlotGrid(QWidget *parent = nullptr);
    ~SlotGrid() override;

    /// Shows `content`. What is chosen stays so as long as it is open and shown.
    void present(const SlotGridContent &content);
    /// The reasons differ now: what is visible is painted anew.
    void reasonsChanged();

    QList<OpenTime> chosen() const; ///< in order
    void choose(const QList<OpenTime> &times); ///< these and no others
    std::optional<OpenTime> currentTime() const; ///< nothing on a cell that is not open
    /// What is read aloud of the current cell without its day and time: why it is not offered, or that it is open.
    QString currentText() const;

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
    void chosenChanged();
    void currentChanged();
    void bookPressed(); ///< Enter on an open time

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Cell
    {
        int day = -1;
        int row = -1;
        bool isValid() const { return day >= 0 && row >= 0; }
        bool operator==(const Cell &) const = default;
    };
    struct Drag; // a button that is down

    const SlotBoard &board() const;
    void layOut();
    QRect mirrored(const QRect &rect) const;
    QRect bodyRect() const;
    QRect headRect(int day) const;
    QRect cellRect(const Cell &cell) const;
    Cell cellFor(const QPoint &position) const; ///< the nearest one
    bool isOpen(const Cell &cell) const { return !timesAt(cell).isEmpty(); }
    bool isChosen(const Cell &cell) const;
    QList<OpenTime> timesAt(const Cell &cell) const;
    SlotLook lookOf(const Cell &cell) const;
    QString cornerText() const;
    QString headText(int day) const;
    QString headNote(int day) const;
    QString cellText(const OpenTime &time) const;
    QString spoken(const Cell &cell) const;
    QString statusOf(const Cell &cell) const;
    Cell cellOf(int index) const;

    void paintHead(QPainter &painter) const;
    void paintGutter(QPainter &painter) const;
    void paintCell(QPainter &painter, const Cell &cell) const;

    void goTo(const Cell &cell);
    void goToOpen(int days, int rows);
    void showCurrent();
    void startSomewhere();
    void setChosen(const Cell &cell, bool chosen, QSet<QDateTime> &in) const;
    void chooseBetween(const Cell &from, const Cell &to, bool chosen, const QSet<QDateTime> &before);
    void take(const QSet<QDateTime> &chosen);

    std::unique_ptr<SlotGridContent> m_content;
    std::unique_ptr<Drag> m_drag;
    QSet<QDateTime> m_chosen;
    Cell m_current;
    Cell m_anchor; ///< where extending with Shift began
    int m_columnWidth = 80;
    int m_rowHeight = 26;
    int m_headHeight = 44;
    int m_gutter = 56;
};
