// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancellist.h"

#include "cancelmodel.h"
#include "cancelrowdelegate.h"
#include "overlayscrollbar.h"

#include <QKeyEvent>

#include <algorithm>

namespace {

constexpr int mostRows = 7;
constexpr int leastRows = 2;

} // namespace

CancelList::CancelList(QWidget *parent) : QListView(parent)
{
    setItemDelegate(new CancelRowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    new OverlayScrollBar(this);
}

void CancelList::setMeetings(CancelModel *model)
{
    m_model = model;
    setModel(model);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, [this] { updateGeometry(); });
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { updateGeometry(); });
}

QSize CancelList::sizeHint() const
{
    int height = 0;
    const int rows = m_model ? std::min(m_model->rowCount(), mostRows) : 0;
    for (int row = 0; row < rows; ++row)
        height += sizeHintForRow(row);
    return {320, std::max(height, minimumSizeHint().height())};
}

QSize CancelList::minimumSizeHint() const
{
    int height = 0;
    for (int row = 0; m_model && row < std::min(m_model->rowCount(), leastRows); ++row)
        height += sizeHintForRow(row);
    return {200, height};
}

void CancelList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool opens = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool closes = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if (m_model && index.isValid() && (opens || closes))
        return m_model->setOpen(index, opens);
    if (m_model && index.isValid() && event->key() == Qt::Key_Space && m_model->isCheckable()) {
        m_model->setData(index, m_model->row(index.row()).checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return;
    }
    QListView::keyPressEvent(event);
}

void CancelList::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid())
        m_model->setOpen(index, !m_model->row(index.row()).open);
}

void CancelList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    viewport()->update();
}

void CancelList::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}
