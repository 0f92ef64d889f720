// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QVariant>
#include <QWidget>

#include <functional>

/// Keeps where a window stands and how large it is, a moment after that changes, so that it is there again after a crash,
/// too; for each arrangement of screens by itself.
class WindowPlace : public QObject
{
    Q_OBJECT

public:
    using Remembered = std::function<QVariant(const QString &key)>;
    using Remember = std::function<void(const QString &key, const QVariant &value)>;

    /// Both may be null; `window` outlives it.
    WindowPlace(Remembered remembered, Remember remember, QWidget *window);

    void restore(); ///< as it was on these screens, or else on others; leaves the window where nothing is known
    void rememberNow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Remembered m_remembered;
    Remember m_remember;
    QWidget &m_window;
    QTimer m_soon;
};
