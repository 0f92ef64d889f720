// SPDX-License-Identifier: GPL-3.0-or-later
#include "changenotice.h"

ChangeNotice::ChangeNotice(std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    m_later.setSingleShot(true);
    m_later.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &ChangeNotice::tell);
    connect(&m_later, &QTimer::timeout, this, &ChangeNotice::tell);
}

void ChangeNotice::soon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void ChangeNotice::inAWhile()
{
    if (!m_later.isActive())
        m_later.start();
}

void ChangeNotice::tell()
{
    m_soon.stop();
    m_later.stop();
    emit due();
}
