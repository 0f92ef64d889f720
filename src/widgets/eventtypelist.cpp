// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypelist.h"

#include "eventtypedelegate.h"
#include "eventtypemodel.h"

EventTypeList::EventTypeList(QWidget *parent)
    : QTreeView(parent)
    , m_delegate(new EventTypeDelegate(this))
{
    setItemDelegate(m_delegate);
    setMouseTracking(true);
}

void EventTypeList::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.flags() & Qt::ItemIsEnabled)
        return QTreeView::drawRow(painter, option, index);
    QStyleOptionViewItem whole = option;
    whole.rect.setLeft(0);
    whole.rect.setWidth(viewport()->width());
    m_delegate->paintHead(painter, whole, index.siblingAtColumn(EventTypeModel::NameColumn));
}
