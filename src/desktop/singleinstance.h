// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QLockFile>
#include <QObject>
#include <QString>

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
    explicit SingleInstance(QString profileFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True when this is the first, or when no lock can be written: the lock file decides, since two sockets can both
    /// believe they are first. A lock left by a crash is free at once.
    bool claim();

    /// Starts to take messages of later programs; without a socket the program works, but alone.
    Result<Done> listen();

    /// Gives `words` to the first one. `then` hears within 10 s whether they arrived.
    void handOver(const QStringList &words, QObject *context, std::function<void(bool arrived)> then);

signals:
    /// What a later program was started with; empty when it had no arguments. From this user, but not to be trusted:
    /// any web page can make the system start us with a URI.
    void received(const QStringList &words);

private:
    void accept();
    void take(QLocalSocket *socket);

    QString m_folder;
    QLockFile m_lock;
    QLocalServer *m_server = nullptr;
};
