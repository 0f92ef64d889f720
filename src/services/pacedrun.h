// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QObject>
#include <QTimer>

#include <optional>

/// A run that sends one thing after the other, none of them twice: whether the next may go, whether Calendly asked to wait,
/// and why the run stands. What is sent, and what came of it, is known to whose run it is.
class PacedRun : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Empty,
        Running,
        Stopping, ///< as soon as the request that is under way has ended
        Standing, ///< stopped, or at its end
    };

    /// Why it stands while something still waits.
    enum class Cause {
        None, ///< nothing waits
        Asked, ///< the user stopped it
        Restarted, ///< the program was closed, or ended, in between
        Offline,
        SignedOut,
        ScopeMissing,
        Trouble, ///< one after the other went wrong
        Storage, ///< what is to be done could not be written down
    };

    explicit PacedRun(QObject *parent = nullptr);

    State state() const { return m_state; }
    Cause cause() const { return m_cause; }
    bool isRunning() const { return m_state == State::Running || m_state == State::Stopping; }
    bool isUnderWay() const { return m_underWay; } ///< something was sent and has not ended

    /// Says whether it did not run before.
    bool begin();
    /// After what is under way. Says whether it ran.
    bool stop();
    void stand(Cause cause);
    /// As it was left by an earlier start, of which nothing is under way here.
    void restore(State state, Cause cause);

    enum class Turn { NotNow, Stand, Send };
    /// What is to be done next; standing is for the user's wish to stop.
    Turn turn() const;
    void sent();
    /// What was sent has ended with `error`. `isTrouble` says that the fault may lie with Calendly or the way to it, so that
    /// what follows would fail as well. Returns why the run has to stand, or nothing where turn() tells.
    std::optional<Cause> ended(const std::optional<Error> &error, bool isTrouble);

signals:
    void due(); ///< the wait that Calendly asked for is over

private:
    State m_state = State::Empty;
    Cause m_cause = Cause::None;
    QTimer m_wait; // after a 429
    bool m_underWay = false;
    int m_badInARow = 0;
};
