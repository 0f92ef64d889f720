// SPDX-License-Identifier: GPL-3.0-or-later
#include "browserconnection.h"

#include <QTcpSocket>

namespace {

constexpr qsizetype longestHead = 8 * 1024;

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Bad Request";
    }
}

} // namespace

BrowserConnection::BrowserConnection(QTcpSocket *socket, std::chrono::milliseconds longest, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(longestHead + 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &BrowserConnection::take);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_end, &QTimer::timeout, this, &QObject::deleteLater);
    m_end.setSingleShot(true);
    m_end.start(longest);
}

void BrowserConnection::take()
{
    if (m_judged)
        return;
    m_head += m_socket->read(longestHead + 1 - m_head.size());
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end < 0 && m_head.size() <= longestHead)
        return;
    m_judged = true;
    if (end < 0)
        emit refused(431);
    else
        judge(m_head.left(end));
}

void BrowserConnection::judge(const QByteArray &head)
{
    const QByteArrayList lines = head.split('\n');
    const QByteArrayList words = lines.first().trimmed().split(' ');
    if (words.size() != 3 || !words.last().startsWith("HTTP/1.")) {
        emit refused(400);
        return;
    }
    if (words.first() != "GET") {
        emit refused(405);
        return;
    }
    QByteArrayList hosts;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).toLower() == "host")
            hosts << line.mid(colon + 1).trimmed();
    }
    if (hosts.size() == 1)
        emit asked(words.at(1), hosts.first());
    else
        emit refused(400);
}

void BrowserConnection::answer(int status, const QString &title, const QString &text)
{
    const QByteArray page = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
                                           "<meta name=\"color-scheme\" content=\"light dark\">"
                                           "<title>%1</title></head>\n<body><h1>%1</h1>\n<p>%2</p></body></html>\n")
                                .arg(title.toHtmlEscaped(), text.toHtmlEscaped())
                                .toUtf8();
    m_socket->write("HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status)
                    + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(page.size())
                    + (status == 405 ? "\r\nAllow: GET" : "")
                    + "\r\nContent-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer"
                      "\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
                    + page);
    m_socket->flush(); // the receiver may be gone before the event loop comes round
    m_socket->disconnectFromHost();
}
