// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "toasthost.h"

#include <QFrame>
#include <QTimer>

#include <memory>

namespace Ui {
class ToastItem;
}

/// One notice of a ToastHost. It goes by itself unless it has an action, the pointer is on it or the focus is in it.
class ToastItem : public QFrame
{
    Q_OBJECT

public:
    ToastItem(Toast toast, int id, QWidget *parent);
    ~ToastItem() override;

    int id() const { return m_id; }
    bool takesBack() const { return m_toast.takesBack; }
    bool isHeld() const { return m_toast.isHeld; }
    bool repeats(const Toast &toast) const; ///< says the same, and neither leads anywhere
    void act(); ///< as a click on its action
    void setText(const QString &text);
    void announce(); ///< tells assistive technology
    int widthFor(int most) const; ///< as wide as its text wants, at most `most`

signals:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcons();
    void goIfLeftAlone();
    void dismiss();

    std::unique_ptr<Ui::ToastItem> m_ui;
    Toast m_toast;
    int m_id;
    QTimer m_timer;
};
