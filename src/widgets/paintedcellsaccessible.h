// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QSet>

class PaintedCells;

/// A widget that paints its cells itself (it inherits PaintedCells) as a table of cells for screen readers.
class PaintedCellsAccessible : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    /// From now on every widget that inherits PaintedCells is told so.
    static void install();
    /// Tells screen readers that the current cell of `view` is another one, while the view has the focus.
    static void tellCurrent(QWidget *view);
    /// Tells screen readers which cells of `view` are selected now or no longer; of many at once only that there are others.
    static void tellSelection(QWidget *view);
    /// Tells screen readers that the cells of `view` are others.
    static void tellChanged(QWidget *view);

    /// Cells whose selection is another one than when this was last asked for, by their keys.
    struct SelectionChange
    {
        QSet<QString> come;
        QSet<QString> gone;
    };
    SelectionChange takeSelectionChange();

    explicit PaintedCellsAccessible(QWidget *view);
    ~PaintedCellsAccessible() override;

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int selectedCellCount() const override;
    QList<QAccessibleInterface *> selectedCells() const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override;
    int columnCount() const override;
    int rowCount() const override;
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

private:
    const PaintedCells *cells() const;
    void tellSelection();

    mutable QHash<QString, QAccessible::Id> m_children; // by the keys of the cells
    QSet<QString> m_selected; // keys of what was told to be selected
};
