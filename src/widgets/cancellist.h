// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

class CancelModel;

/// The meetings of a cancellation. Space takes one out or in, the right arrow or a double click shows a row's addresses.
class CancelList : public QListView
{
    Q_OBJECT

public:
    explicit CancelList(QWidget *parent = nullptr);

    void setMeetings(CancelModel *model); ///< which outlives the view
    QSize sizeHint() const override; ///< up to seven rows
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    CancelModel *m_model = nullptr;
};
