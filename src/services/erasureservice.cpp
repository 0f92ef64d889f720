// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasureservice.h"

#include "enterpriseapi.h"
#include "erasure.h"
#include "pendingwrites.h"
#include "whilealive.h"

ErasureService::ErasureService(EnterpriseApi &api, Erasure &store, PendingWrites &writes, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_store(store)
    , m_writes(writes)
    , m_account(std::make_unique<QObject>())
{
}

ErasureService::~ErasureService() = default;

void ErasureService::erasePeople(const QStringList &emails, QObject *context, Tell then)
{
    send({.emails = emails}, context, std::move(then));
}

void ErasureService::eraseMeetings(const TimeRange &range, QObject *context, Tell then)
{
    send({.range = range}, context, std::move(then));
}

void ErasureService::reload()
{
    m_account = std::make_unique<QObject>();
    m_madeUp.reset();
    const Result<QList<ErasureOrder>> left = m_store.orders().orders();
    if (!left || left->isEmpty())
        return;
    m_madeUp = MadeUp{.accepted = true, .store = std::nullopt};
    bool isAnyGone = false;
    for (const ErasureOrder &order : *left) {
        const Result<int> gone = carryOut(order);
        isAnyGone = isAnyGone || gone;
        m_madeUp->accepted = m_madeUp->accepted && order.accepted;
        if (!gone)
            m_madeUp->store = gone.error();
    }
    if (isAnyGone)
        emit erased();
    emit leftoversMadeUp();
}

void ErasureService::send(ErasureOrder order, QObject *context, Tell then)
{
    const Tell told = holding(m_writes.hold(PendingWrites::Kind::Erasure), whileAlive<Outcome>(context, std::move(then)));
    const Result<qint64> noted = m_store.orders().add(order);
    if (!noted)
        return answerLater<Outcome>(m_account.get(), told, {.calendly = {WriteOutcome::Kind::Refused, noted.error()}, .store = {}});
    order.id = *noted;
    const auto answered = [this, order, tell = told](const Result<Done> &answer) {
        Outcome outcome;
        if (!answer)
            outcome.calendly = {outcomeUnknown(answer.error()) ? WriteOutcome::Kind::Unknown : WriteOutcome::Kind::Refused, answer.error()};
        // Whoever confirmed it wants the data gone: only a refusal keeps it.
        if (outcome.calendly.kind == WriteOutcome::Kind::Refused) {
            m_store.orders().remove(order.id);
        } else if (const Result<int> gone = carryOut(order)) {
            outcome.meetings = *gone;
            emit erased();
        } else {
            outcome.store = gone.error();
            if (answer)
                m_store.orders().setAccepted(order.id);
        }
        tell(outcome);
    };
    if (order.emails.isEmpty())
        m_api.deleteMeetings(order.range, m_account.get(), answered);
    else
        m_api.deleteInvitees(order.emails, m_account.get(), answered);
}

/// Here; Calendly was asked before.
Result<int> ErasureService::carryOut(const ErasureOrder &order)
{
    return order.emails.isEmpty() ? m_store.eraseMeetings(order.range, order.id) : m_store.erasePeople(order.emails, order.id);
}
