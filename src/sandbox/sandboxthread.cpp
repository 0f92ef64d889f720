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
        if (server->listen())
            emit ready(server->apiUrl(), server->personalAccessToken(server->demoPerson().slug));
        else
            emit failed(tr("The port of the local Calendly is taken."));
    });
    m_thread.start();
}
