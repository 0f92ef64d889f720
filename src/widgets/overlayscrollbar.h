// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

class QAbstractScrollArea;

/// A vertical scroll bar that lies over the edge of its area instead of taking width from it, so that rows reach from
/// edge to edge and columns stay where they are whether or not there is something to scroll.
class OverlayScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit OverlayScrollBar(QAbstractScrollArea *area); ///< replaces the area's own bar; a child of `area`

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void place();

    QAbstractScrollArea *m_area;
};
