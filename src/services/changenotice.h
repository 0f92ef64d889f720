// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

/// Makes few notices of many changes, so that a window is not painted anew for each of a thousand rows.
class ChangeNotice : public QObject
{
    Q_OBJECT

public:
    /// `pause` is the least time between two notices of what happens in the background.
    explicit ChangeNotice(std::chrono::milliseconds pause, QObject *parent = nullptr);

    void soon(); ///< due() once in the next turn of the event loop
    void inAWhile(); ///< due() when the pause is over, unless soon() comes first

signals:
    void due();

private:
    void tell();

    QTimer m_soon;
    QTimer m_later;
};
