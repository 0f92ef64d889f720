// SPDX-License-Identifier: GPL-3.0-or-later
#include "colleaguewish.h"

using namespace std::chrono_literals;

namespace {

constexpr auto moment = 250ms;
constexpr int secondsUntilOld = 300;

} // namespace

ColleagueWish::ColleagueWish(Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
{
    m_moment.setSingleShot(true);
    m_moment.setInterval(moment);
    connect(&m_moment, &QTimer::timeout, this, &ColleagueWish::ask);
}

void ColleagueWish::want(const QList<QUrl> &users)
{
    m_wanted = users;
    m_wanted.removeIf([this](const QUrl &user) {
        const QDateTime asked = m_askedAt.value(user);
        return asked.isValid() && asked.secsTo(m_clock()) < secondsUntilOld;
    });
    if (m_wanted.isEmpty())
        m_moment.stop();
    else
        m_moment.start();
}

void ColleagueWish::ask()
{
    for (const QUrl &user : std::as_const(m_wanted)) {
        m_askedAt.insert(user, m_clock());
        emit due(user);
    }
}

void ColleagueWish::forget()
{
    m_moment.stop();
    m_wanted.clear();
    m_askedAt.clear();
}
