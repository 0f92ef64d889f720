// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QTimer>

#include <functional>
#include <utility>

/// Does pieces of work in the order in which they were lined up, one a turn of the event loop, so that keys and painting
/// come in between however many answers arrive at once.
class TurnByTurn
{
public:
    TurnByTurn()
    {
        m_turn.setSingleShot(true);
        m_turn.callOnTimeout([this] { doOne(); });
    }

    /// `work` is dropped with `context`.
    void line(QObject *context, std::function<void()> work)
    {
        m_pieces.enqueue({context, std::move(work)});
        m_turn.start();
    }

private:
    void doOne()
    {
        const auto [context, work] = m_pieces.dequeue();
        if (!m_pieces.isEmpty())
            m_turn.start();
        if (context)
            work();
    }

    QQueue<std::pair<QPointer<QObject>, std::function<void()>>> m_pieces;
    QTimer m_turn;
};
