// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchfiller.h"

#include "searchindex.h"

using namespace std::chrono_literals;

namespace {

constexpr int slice = 50; // a few milliseconds, so that nobody who types notices
constexpr int mostRepairs = 3;

} // namespace

SearchFiller::SearchFiller(SearchIndex &index, QObject *parent)
    : QObject(parent)
    , m_index(index)
{
    m_next.setSingleShot(true);
    m_next.setInterval(10ms);
    connect(&m_next, &QTimer::timeout, this, &SearchFiller::fillSome);
}

void SearchFiller::start()
{
    m_failed = false;
    if (m_index.isDamaged() || m_index.missing() > 0)
        m_next.start();
}

void SearchFiller::forget()
{
    m_next.stop();
    m_repairs = 0;
    start();
}

void SearchFiller::fillSome()
{
    const bool whole = !m_index.isDamaged() || repair();
    const bool done = whole && m_index.fill(slice);
    if (done ? m_index.missing() > 0 : m_index.isDamaged() && m_repairs < mostRepairs)
        return m_next.start();
    m_failed = !done;
    emit finished();
}

/// An index that is damaged again and again lies on a bad disk.
bool SearchFiller::repair()
{
    return m_repairs++ < mostRepairs && m_index.rebuild();
}
