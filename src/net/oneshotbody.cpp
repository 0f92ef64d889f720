// SPDX-License-Identifier: GPL-3.0-or-later
#include "oneshotbody.h"

#include <algorithm>
#include <cstring>

OneShotBody::OneShotBody(QByteArray data, QObject *parent)
    : QIODevice(parent)
    , m_data(std::move(data))
{
    open(ReadOnly | Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_data.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char *to, qint64 most)
{
    if (atEnd())
        return -1;
    const qint64 count = std::min(most, qint64(m_data.size()) - m_position);
    std::memcpy(to, m_data.constData() + m_position, size_t(count));
    m_position += count;
    return count;
}
