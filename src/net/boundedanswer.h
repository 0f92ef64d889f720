// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <chrono>

class OneShotBody;

/// How long an exchange may take and how much may come back.
struct NetworkLimits
{
    std::chrono::milliseconds idle{15000}; ///< without a byte of the answer
    std::chrono::milliseconds total{60000}; ///< from the request to the last byte, whatever trickles in meanwhile
    qint64 bodyBytes = 4 * 1024 * 1024;
};

/// Takes in one reply's body under limits; a child of the reply that every reply of GuardedNetworkManager has. The body
/// must be taken from here: what was read is no longer in the reply.
class BoundedAnswer : public QObject
{
    Q_OBJECT

public:
    enum class End {
        Open, ///< not finished yet
        Whole, ///< look at the reply's error() and status
        TimedOut, ///< stopped by one of the two limits of time
        TooBig, ///< stopped by the limit of size
    };

    /// Starts the clocks. `request` is what is being sent, null when that is nothing; owned by the reply.
    BoundedAnswer(QNetworkReply *reply, OneShotBody *request, const NetworkLimits &limits);

    /// The one that belongs to `reply`; null for a reply that does not come from a GuardedNetworkManager.
    static BoundedAnswer *of(const QNetworkReply *reply);

    End end() const { return m_end; }
    QByteArray body() const { return m_body; }
    int httpStatus() const; ///< 0 when no answer came

    /// True only when the server surely saw nothing of this request's body, or, where there is none, of the request.
    bool nothingWasSent() const;

private:
    void takeIn();
    void takeBytes();
    void stop(End why);
    void finish();

    QNetworkReply *m_reply;
    QPointer<OneShotBody> m_request;
    NetworkLimits m_limits;
    QTimer m_idle;
    QTimer m_total;
    QByteArray m_body;
    End m_end = End::Open;
};
