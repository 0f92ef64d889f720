// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace sender {

/// A request body that cannot be rewound, so that QNetworkAccessManager, which repeats a POST by itself when a
/// connection closes without an answer, fails with ContentReSendError instead of sending it twice.
class OneShotBody final : public QIODevice
{
public:
    explicit OneShotBody(QByteArray data, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_position >= m_data.size(); }
    qint64 bytesAvailable() const override;
    bool seek(qint64) override { return false; } ///< without the base class's line in the log

    /// True once any of it was handed out; until then nothing of it can have left.
    bool wasRead() const { return m_position > 0; }

protected:
    qint64 readData(char *to, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_data;
    qint64 m_position = 0;
};

} // namespace sender
