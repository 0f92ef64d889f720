// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QPointer>
#include <QTest>
#include <QWidget>

#include <functional>

class QAbstractButton;
class QDialog;

/// Uses a window as somebody before it does: by what is visible, with clicks and keys.
class WindowHands
{
public:
    explicit WindowHands(QWidget &window) : m_window(window) { }

    QWidget &window() const { return m_window; }

    /// What is visible with this name, below what is called `inside` (nothing: anywhere); null where there is none.
    template <typename T = QWidget>
    T *seen(const char *name, const char *inside = nullptr) const
    {
        return qobject_cast<T *>(find(name, inside));
    }
    /// The text of the visible label; null where there is none.
    QString text(const char *name, const char *inside = nullptr) const;
    QStringList toasts() const; ///< the oldest first
    bool hasToast(const QString &part) const;
    /// The texts of all visible labels below `inside`, one in each line.
    QString words(const char *inside) const;
    /// Rows of a list as a screen reader would read them.
    QStringList rows(const QAbstractItemView &list) const;

    bool isUsable(const char *name, const char *inside = nullptr) const; ///< visible and not disabled

    /// Waits until the button can be used, and clicks on it.
    bool click(const char *name, const char *inside = nullptr);
    bool clickText(const QString &button); ///< by what is written on it
    void closeToasts();
    /// Presses the key where the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    /// Clicks on the row whose spoken text holds `part`.
    bool clickRow(QAbstractItemView &list, const QString &part);
    /// Chooses an entry of the menu behind a button, by keys.
    bool choose(const char *button, const QString &entry, const char *inside = nullptr);

    /// Chooses an entry of the menu bar with the mouse; names without their key marks.
    bool chooseFromMenuBar(const QString &menu, const QString &entry);

    /// The dialog in front of the window, once it is there and active.
    QDialog *dialog(const char *name) const;

    static bool waitFor(const std::function<bool()> &condition, int milliseconds = 10000);

private:
    QWidget *find(const char *name, const char *inside) const;

    QWidget &m_window;
};
