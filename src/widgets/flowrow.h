// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

/// A layout that puts its items one after the other and goes on in a next row when the width is used up.
class FlowRow : public QLayout
{
    Q_OBJECT

public:
    /// Puts `widget` at the end of the flow row of `row`, and after the last one there on the way of the Tab key.
    static void append(QWidget *row, QWidget *widget);

    explicit FlowRow(QWidget *parent = nullptr, int spacing = 8);
    ~FlowRow() override;

    void addItem(QLayoutItem *item) override; ///< takes ownership
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

protected:
    const QList<QLayoutItem *> &items() const { return m_items; }
    virtual int arrange(const QRect &rect, bool place) const; ///< the height needed

private:
    QList<QLayoutItem *> m_items;
};
