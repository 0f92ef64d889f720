// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pooltask.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QQueue>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
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
        m_pieces.enqueue({context, std::move(work), {}});
        m_turn.start();
    }

    /// `prepare` is called by another thread meanwhile, and `work` with what it returned, when its turn has come.
    template <typename T>
    void line(QObject *context, std::function<T()> prepare, std::function<void(const T &)> work)
    {
        auto *watcher = new QFutureWatcher<void>(&m_turn);
        QObject::connect(watcher, &QFutureWatcherBase::finished, &m_turn, [this, watcher] {
            watcher->deleteLater();
            m_turn.start();
        });
        const auto promise = std::make_shared<QPromise<void>>();
        const QFuture<void> future = promise->future();
        watcher->setFuture(future);
        const auto result = std::make_shared<std::optional<T>>();
        m_pieces.enqueue({context,
                          [result, work = std::move(work)] {
                              takeOver(result.get());
                              work(**result);
                          },
                          future});
        startInPool([promise, result, prepare = std::move(prepare)] {
            promise->start();
            *result = prepare();
            handOver(result.get());
            promise->finish();
        });
    }

private:
    struct Piece
    {
        QPointer<QObject> context;
        std::function<void()> work;
        QFuture<void> preparation;
    };

    void doOne()
    {
        // Whoever prepares the first one will call again.
        if (m_pieces.isEmpty() || !m_pieces.head().preparation.isFinished())
            return;
        const Piece piece = m_pieces.dequeue();
        if (!m_pieces.isEmpty())
            m_turn.start();
        if (piece.context)
            piece.work();
    }

    QQueue<Piece> m_pieces;
    QTimer m_turn;
};
