// SPDX-License-Identifier: GPL-3.0-or-later
#include "heldactions.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

namespace {

constexpr auto usualDelay = 6s;

} // namespace

HeldActions::HeldActions(QObject *parent) : QObject(parent), m_delay(usualDelay)
{
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &HeldActions::tick);
}

void HeldActions::setOn(bool on)
{
    if (m_on == on)
        return;
    m_on = on;
    emit onChanged(on);
}

HeldActions::Id HeldActions::hold(const HeldAction &action)
{
    m_held.append({++m_last, action, now() + m_delay});
    m_tick.start(std::min<std::chrono::milliseconds>(1s, m_delay));
    const Id id = m_last;
    emit held(id);
    emit changed();
    return id;
}

int HeldActions::count(HeldAction::Kind kind) const
{
    return static_cast<int>(std::count_if(m_held.begin(), m_held.end(), [kind](const Held &held) { return held.action.kind == kind; }));
}

QString HeldActions::text(Id id) const
{
    const auto found = std::find_if(m_held.begin(), m_held.end(), [id](const Held &held) { return held.id == id; });
    return found == m_held.end() ? QString() : found->action.text;
}

std::chrono::seconds HeldActions::left(Id id) const
{
    const auto found = std::find_if(m_held.begin(), m_held.end(), [id](const Held &held) { return held.id == id; });
    if (found == m_held.end())
        return 0s;
    return std::max(0s, std::chrono::round<std::chrono::seconds>(found->end - now()));
}

void HeldActions::undo(Id id)
{
    const Held held = take(id);
    if (held.action.undo)
        held.action.undo();
    emit changed();
}

void HeldActions::undoLast()
{
    if (!m_held.isEmpty())
        undo(m_held.last().id);
}

void HeldActions::undoAll()
{
    while (!m_held.isEmpty())
        undoLast();
}

void HeldActions::commitAll()
{
    while (!m_held.isEmpty()) {
        const Held held = take(m_held.first().id);
        if (held.action.commit)
            held.action.commit();
    }
    emit changed();
}

void HeldActions::pause()
{
    if (!m_pausedAt)
        m_pausedAt = Steady::now();
}

void HeldActions::resume()
{
    if (!m_pausedAt)
        return;
    const Steady::duration stood = Steady::now() - *std::exchange(m_pausedAt, std::nullopt);
    for (Held &held : m_held)
        held.end += stood;
}

Steady::time_point HeldActions::now() const
{
    return m_pausedAt.value_or(Steady::now());
}

void HeldActions::forget()
{
    m_held.clear();
    m_tick.stop();
    emit changed();
}

void HeldActions::tick()
{
    const auto due = [this] { return m_held.first().end <= now() + 20ms; }; // a timer may be early by a little
    while (!m_pausedAt && !m_held.isEmpty() && due()) {
        const Held held = take(m_held.first().id);
        if (held.action.commit)
            held.action.commit();
    }
    emit changed();
}

HeldActions::Held HeldActions::take(Id id)
{
    const auto found = std::find_if(m_held.begin(), m_held.end(), [id](const Held &held) { return held.id == id; });
    if (found == m_held.end())
        return {};
    const Held held = *found;
    m_held.erase(found);
    if (m_held.isEmpty())
        m_tick.stop();
    return held;
}
