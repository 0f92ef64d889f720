// SPDX-License-Identifier: GPL-3.0-or-later
#include "pacedrun.h"

using namespace std::chrono_literals;

namespace {

constexpr int mostInARow = 3; // that go wrong before it stops

} // namespace

PacedRun::PacedRun(QObject *parent)
    : QObject(parent)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PacedRun::due);
}

bool PacedRun::begin()
{
    const bool isFresh = m_state != State::Running;
    if (isFresh)
        m_badInARow = 0;
    m_state = State::Running;
    m_cause = Cause::None;
    return isFresh;
}

bool PacedRun::stop()
{
    if (m_state != State::Running)
        return false;
    m_wait.stop();
    m_state = State::Stopping;
    return true;
}

void PacedRun::stand(Cause cause)
{
    m_state = State::Standing;
    m_cause = cause;
}

void PacedRun::restore(State state, Cause cause)
{
    m_wait.stop();
    m_underWay = false;
    m_state = state;
    m_cause = cause;
}

PacedRun::Turn PacedRun::turn() const
{
    if (m_underWay || m_wait.isActive())
        return Turn::NotNow;
    if (m_state == State::Stopping)
        return Turn::Stand;
    return m_state == State::Running ? Turn::Send : Turn::NotNow;
}

void PacedRun::sent()
{
    m_underWay = true;
}

std::optional<PacedRun::Cause> PacedRun::ended(const std::optional<Error> &error, bool isTrouble)
{
    m_underWay = false;
    m_badInARow = error && isTrouble && error->kind != Error::Kind::RateLimited ? m_badInARow + 1 : 0;
    if (error) {
        switch (error->kind) {
        case Error::Kind::Offline:
            return Cause::Offline;
        case Error::Kind::SignedOut:
            return Cause::SignedOut;
        case Error::Kind::ScopeMissing:
            return Cause::ScopeMissing;
        case Error::Kind::Storage:
            return Cause::Storage;
        case Error::Kind::RateLimited:
            if (m_state == State::Running)
                m_wait.start(error->retryAfter.value_or(1s));
            break;
        default:
            break;
        }
    }
    return m_badInARow >= mostInARow ? std::optional(Cause::Trouble) : std::nullopt;
}
