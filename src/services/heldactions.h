// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

/// Something that cannot be undone once it is done, and therefore waits a moment.
struct HeldAction
{
    enum class Kind { Cancellation, NoShow }; ///< a no-show is a mark or the removal of one

    QString text; ///< what happens: "Intro call on Fri 20 Nov is canceled"
    std::function<void()> commit;
    std::function<void()> undo;
    Kind kind = Kind::Cancellation;
};

/// Holds what was confirmed for some seconds, so that it can be taken back. Each ends in one of two ways, once: it is
/// done, or taken back.
class HeldActions : public QObject
{
    Q_OBJECT

public:
    explicit HeldActions(QObject *parent = nullptr);

    /// Where it is off, what is to be held is done at once by whoever asks.
    bool isOn() const { return m_on; }
    void setOn(bool on);
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }

    using Id = int;
    Id hold(const HeldAction &action);
    bool isEmpty() const { return m_held.isEmpty(); }
    int count(HeldAction::Kind kind) const;
    QString text(Id id) const; ///< empty where it is no longer held
    std::chrono::seconds left(Id id) const;

    void undo(Id id);
    void undoLast();
    void undoAll();
    void commitAll();
    /// Time stands still for what is held, while somebody is asked what is to become of it.
    void pause();
    /// It goes on with what was left of it.
    void resume();
    /// Neither done nor taken back: whose account it was is no longer open.
    void forget();

signals:
    void held(int id);
    void changed(); ///< a second passed, or the list differs
    void onChanged(bool on);

private:
    struct Held
    {
        Id id = 0;
        HeldAction action;
        std::chrono::steady_clock::time_point end;
    };

    void tick();
    Held take(Id id);
    std::chrono::steady_clock::time_point now() const;

    QList<Held> m_held; ///< the newest last
    QTimer m_tick;
    std::chrono::milliseconds m_delay;
    std::optional<std::chrono::steady_clock::time_point> m_pausedAt;
    bool m_on = true;
    Id m_last = 0;
};
