// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

/// A request body that can be read once and never rewound, so that QNetworkAccessManager cannot send it a second time
/// when a connection closes without an answer: it reports ContentReSendError instead.
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray data, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_position >= m_data.size(); }
    qint64 bytesAvailable() const override;
    bool seek(qint64) override { return false; } ///< without the base class's line in the log

    /// Whether any of it was handed out. While that is false, nothing of the body can have left the computer.
    bool wasTaken() const { return m_position > 0; }

protected:
    qint64 readData(char *to, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_data;
    qint64 m_position = 0;
};
