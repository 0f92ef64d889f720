// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

class EventTypeDelegate;

/// The list of event types: rows of cells, and heads of groups that go across all of them.
class EventTypeList : public QTreeView
{
    Q_OBJECT

public:
    explicit EventTypeList(QWidget *parent = nullptr);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    EventTypeDelegate *m_delegate;
};
