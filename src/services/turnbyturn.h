// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QQueue>
#include <QRunnable>
#include <QThreadPool>
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
        QPromise<void> promise;
        const QFuture<void> future = promise.future();
        watcher->setFuture(future);
        const auto result = std::make_shared<std::optional<T>>();
        m_pieces.enqueue({context,
                          [result, work = std::move(work)] {
                              takeOver(result.get());
                              work(**result);
                          },
                          future});
        auto *task = new Task<T>(std::move(promise), std::move(prepare), result);
        handOver(task);
        QThreadPool::globalInstance()->start(task);
    }

private:
    /// For the pool, which deletes it.
    template <typename T>
    class Task : public QRunnable
    {
    public:
        Task(QPromise<void> &&promise, std::function<T()> prepare, std::shared_ptr<std::optional<T>> result)
            : m_promise(std::move(promise))
            , m_prepare(std::move(prepare))
            , m_result(std::move(result))
        {
        }

        void run() override
        {
            takeOver(this);
            m_promise.start();
            *m_result = m_prepare();
            handOver(m_result.get());
            m_promise.finish();
        }

    private:
        QPromise<void> m_promise;
        std::function<T()> m_prepare;
        std::shared_ptr<std::optional<T>> m_result;
    };

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
