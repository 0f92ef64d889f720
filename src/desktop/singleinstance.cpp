// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include "handover.h"
#include "localpeer.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

#include <utility>

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 2s; // with whoever connects and does not say what
constexpr auto betweenTries = 50ms;
constexpr auto untilAnswered = 10s;
constexpr char acknowledged = '\x06';

QString socketFor(const QString &folder)
{
    // A short name of fixed length: socket paths may have 107 bytes, profile folders more.
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return localSocketPath(QLatin1String("sundial-") + QString::fromLatin1(hash), folder);
}

QString canonical(const QString &folder)
{
    const QString path = QDir(folder).canonicalPath();
    return path.isEmpty() ? QDir(folder).absolutePath() : path;
}

}

SingleInstance::SingleInstance(QString profileFolder, std::chrono::milliseconds untilNoAnswer, QObject *parent)
    : QObject(parent)
    , m_folder(canonical(profileFolder))
    , m_lock(m_folder + QLatin1String("/instance.lock"))
    , m_left(m_lock.fileName())
    , m_untilNoAnswer(untilNoAnswer)
{
    m_lock.setStaleLockTime(0);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::claim()
{
    if (m_lock.tryLock(0))
        return true;
    // Only a lock that is there is a second program. A full disk, or a folder that cannot be made or written, is none; what
    // cannot be stored is told where it happens.
    return m_lock.error() != QLockFile::LockFailedError;
}

Result<Done> SingleInstance::listen()
{
    const QString name = socketFor(m_folder);
    if (m_lock.isLocked())
        QLocalServer::removeServer(name); // of a program that crashed
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
    if (!m_server->listen(name))
        return Unexpected(Error{.kind = Error::Kind::Storage, .message = m_server->errorString()});
    return Done{};
}

void SingleInstance::close()
{
    delete std::exchange(m_server, nullptr); // and with it the connections that it has taken
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isOwnUser(*socket)) {
            socket->abort();
            continue;
        }
        socket->setReadBufferSize(longestHandOver * 2);
        QTimer::singleShot(patience, socket, [socket] { socket->abort(); });
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { take(socket); });
    }
}

void SingleInstance::take(QLocalSocket *socket)
{
    const ReadHandOver read = readHandOver(socket->peek(longestHandOver * 2));
    switch (read.state) {
    case HandOverState::Incomplete:
        return;
    case HandOverState::Refused:
        socket->abort();
        return;
    case HandOverState::Whole:
        socket->readAll();
        socket->write(&acknowledged, 1);
        socket->disconnectFromServer();
        emit received(read.words);
        return;
    }
}

void SingleInstance::handOver(const QStringList &words, QObject *context, std::function<void(HandOver)> then)
{
    if (const std::optional<QByteArray> bytes = handOverBytes(words))
        return reach(*bytes, context, std::move(then));
    QTimer::singleShot(0, context, [then = std::move(then)] { then(HandOver::TooLong); });
}

void SingleInstance::lookForFirst(QObject *context, std::function<void(HandOver)> then)
{
    reach({}, context, std::move(then));
}

/// While nobody listens: whether the lock was given back meanwhile, or belongs to nobody.
bool SingleInstance::claimLeft()
{
    return claim() || (m_left.remove() && claim());
}

/// Without bytes the connection is enough.
void SingleInstance::reach(const QByteArray &bytes, QObject *context, std::function<void(HandOver)> then)
{
    auto *socket = new QLocalSocket(context);
    const auto finish = [socket, then = std::move(then)](HandOver end) {
        socket->disconnect();
        socket->deleteLater();
        then(end);
    };
    const QDeadlineTimer listening(m_untilNoAnswer);
    const QString name = socketFor(m_folder);
    connect(socket, &QLocalSocket::connected, socket, [socket, bytes, finish] {
        if (bytes.isEmpty())
            return finish(HandOver::Arrived);
        socket->write(bytes);
    });
    connect(socket, &QLocalSocket::readyRead, socket,
            [socket, finish] { finish(socket->peek(1) == QByteArray(1, acknowledged) ? HandOver::Arrived : HandOver::NoAnswer); });
    connect(socket, &QLocalSocket::errorOccurred, socket, [this, socket, name, listening, finish] {
        if (claimLeft())
            return finish(HandOver::IsFirst);
        if (listening.hasExpired())
            return finish(HandOver::NoAnswer);
        // The first has its lock a moment before it listens, and some seconds longer than it does.
        QTimer::singleShot(betweenTries, socket, [socket, name] { socket->connectToServer(name); });
    });
    QTimer::singleShot(untilAnswered, socket, [finish] { finish(HandOver::NoAnswer); });
    QTimer::singleShot(0, socket, [socket, name] { socket->connectToServer(name); });
}
