// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

/// A cell of a painted table as it is read aloud.
struct PaintedCell
{
    QString key; ///< tells the cell from the others of its view, and stays when it moves
    QString name;
    QString description;
    QRect place; ///< in the view's coordinates
    int column = 0;
    int row = 0;
    bool isHead = false; ///< of its column
    bool selectable = true;
    bool selected = false;
    bool current = false;
};

/// What a painted view tells screen readers of its cells; PaintedCellsAccessible makes a table of it. For widgets that
/// paint their meetings themselves.
class PaintedCells
{
public:
    virtual ~PaintedCells() = default;

    virtual int cellRows() const = 0;
    virtual int cellColumns() const = 0;
    virtual int cellCount() const = 0;
    virtual PaintedCell paintedCell(int index) const = 0;
    virtual int cellAt(int row, int column) const = 0; ///< -1 where there is none
    virtual int cellUnder(const QPoint &position) const = 0; ///< -1 where there is none
    virtual int cellWithKey(const QString &key) const = 0; ///< -1 where there is none
    virtual int currentCell() const = 0; ///< -1 where there is none

    virtual void focusCell(int index) = 0;
    virtual void pressCell(int index) = 0;
};
