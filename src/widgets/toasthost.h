// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

class ToastItem;

/// A short notice: what was done, and at most one action.
struct Toast
{
    enum class Kind { Done, Info, Warning, Failed };

    Kind kind = Kind::Done;
    QString text; ///< plain text
    QString actionText; ///< empty: no action
    std::function<void()> action;
    bool takesBack = false; ///< the action undoes what the text tells
    bool isHeld = false; ///< what it tells has not been done yet
    std::function<void()> closed{}; ///< the user closed it instead of taking the action
};

/// Shows up to three toasts above the bottom of its parent; announces each to assistive technology. Toasts with an action
/// stay until dismissed or followed by three others, those of what is not done yet the longest; the rest go after a while that grows with their length, and never
/// while the pointer or the focus is on them.
class ToastHost : public QWidget
{
    Q_OBJECT

public:
    explicit ToastHost(QWidget *parent); ///< follows the size of `parent` and never takes clicks beside its toasts
    void show(const Toast &toast) { add(toast); }
    using QWidget::show;

    using Id = int;
    Id add(const Toast &toast); ///< for a toast whose text changes, or that goes when its time has come
    void setText(Id id, const QString &text); ///< of one that is still there; not announced again
    void dismiss(Id id);
    bool canUndo() const; ///< one that takes something back is there
    void undo(); ///< as a click on the newest of these

    /// Where toasts stand: at the bottom of `place`, something within the parent. Where it is null or hidden, of the parent.
    void setOver(QWidget *place);

signals:
    void undoChanged();
    void told(const Toast &toast); ///< one was shown
    void troubleTold(); ///< a warning or a failure, which is to be read

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    QRect room() const;
    void drop(ToastItem *item);

    ToastItem *find(Id id) const;
    ToastItem *newestToUndo() const;

    QList<ToastItem *> m_items; // the newest last
    QPointer<QWidget> m_over;
    Id m_last = 0;
};
