// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "abandonedlock.h"
#include "result.h"

#include <QLockFile>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;

/// One program for each profile. The first holds a lock for its life and listens on a socket that only this user can
/// reach; a later one hands over what it was started with and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// Waits for `untilNoAnswer` until a first one listens or is gone: longer than one that quits may take to end.
    explicit SingleInstance(QString profileFolder, std::chrono::milliseconds untilNoAnswer = std::chrono::seconds(6), QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True when this is the first, or when no lock can be written: the lock file decides, since two sockets can both
    /// believe they are first. A lock left by a crash is free at once where its file says so, else see handOver().
    bool claim();

    /// The file that says that a program runs.
    QString lockPath() const { return m_lock.fileName(); }

    /// Starts to take messages of later programs; without a socket the program works, but alone.
    Result<Done> listen();

    /// Takes no more messages, since nobody would read them; the lock stays. Whoever is not answered yet waits for the end
    /// of this program and is the first then.
    void close();

    enum class HandOver {
        Arrived,
        TooLong, ///< nothing was sent
        NoAnswer,
        IsFirst, ///< nobody was there, and the lock was nobody's any more: it is claimed now
    };
    /// Gives `words` to the first one. `then` hears within 10 s what came of it.
    void handOver(const QStringList &words, QObject *context, std::function<void(HandOver end)> then);

    /// Looks for the first one without giving it anything: Arrived where it listens.
    void lookForFirst(QObject *context, std::function<void(HandOver end)> then);

signals:
    /// What a later program was started with; empty when it had no arguments. From this user, but not to be trusted:
    /// any web page can make the system start us with a URI.
    void received(const QStringList &words);

private:
    void accept();
    void take(QLocalSocket *socket);
    bool claimLeft();
    void reach(const QByteArray &bytes, QObject *context, std::function<void(HandOver end)> then);

    QString m_folder;
    QLockFile m_lock;
    AbandonedLock m_left;
    std::chrono::milliseconds m_untilNoAnswer;
    QLocalServer *m_server = nullptr;
};
