// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

class QTcpSocket;

/// One connection of a browser, or of whoever else found the port: takes one request head of at most 8 KiB, in as many
/// pieces as it comes, and gives one answer. Deletes itself when it is over.
class BrowserConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes over `socket`; gives up after `longest`.
    BrowserConnection(QTcpSocket *socket, std::chrono::milliseconds longest, QObject *parent);

    /// Sends a page and hangs up. `title` and `text` are plain text.
    void answer(int status, const QString &title, const QString &text);

signals:
    /// A whole GET request; `target` and `host` as they were sent.
    void asked(const QByteArray &target, const QByteArray &host);
    /// Anything else, with the status that says why.
    void refused(int status);

private:
    void take();
    void judge(const QByteArray &head);

    QTcpSocket *m_socket;
    QTimer m_end;
    QByteArray m_head;
    bool m_judged = false;
};
