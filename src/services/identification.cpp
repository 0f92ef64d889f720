// SPDX-License-Identifier: GPL-3.0-or-later
#include "identification.h"

#include "organizationapi.h"
#include "restclient.h"
#include "whilealive.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds firstGap = 2s;
constexpr std::chrono::milliseconds lastGap = 60s;
} // namespace

Identification::Identification(RestClient &client, OrganizationApi &organization, QObject *parent)
    : QObject(parent)
    , m_organization(organization)
    , m_gap(firstGap)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Identification::ask);
    connect(&client, &RestClient::reachedServer, this, [this](bool reached) {
        if (reached && m_retry.isActive())
            ask();
    });
}

void Identification::start()
{
    m_gap = firstGap;
    ask();
}

void Identification::stop()
{
    m_retry.stop();
    m_request.reset();
}

void Identification::ask()
{
    m_retry.stop();
    m_request = std::make_unique<QObject>();
    m_organization.currentUser(Urgency::Now, m_request.get(), [this](const Result<User> &answer) {
        if (answer)
            emit identified(*answer);
        else
            failed(answer.error());
    });
}

void Identification::failed(const Error &error)
{
    if (!isPassing(error))
        return emit refused(error);
    m_retry.start(m_gap);
    m_gap = std::min(m_gap * 2, lastGap);
    emit delayed(error);
}
