// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxthread.h"

SandboxThread::SandboxThread(SandboxOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_thread.setObjectName(QStringLiteral("sandbox"));
}

SandboxThread::~SandboxThread()
{
    m_thread.quit();
    m_thread.wait();
}

void SandboxThread::start()
{
    auto *server = new SandboxServer(m_options); // without a parent, as it moves to the thread, which ends it
    server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    connect(&m_thread, &QThread::started, server, [this, server] {
        // Told in the thread of this: whoever listens need not think of the server's.
        if (server->listen())
            QMetaObject::invokeMethod(this, [this, url = server->apiUrl(), token = server->personalAccessToken(server->demoPerson().slug)] { emit ready(url, token); });
        else
            QMetaObject::invokeMethod(this, [this] { emit failed(tr("The port of the local Calendly is taken.")); });
    });
    m_thread.start();
}
