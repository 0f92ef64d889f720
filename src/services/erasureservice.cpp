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
    m_api.deleteInvitees(emails, m_account.get(), ending(context, std::move(then), [this, emails] { return m_store.erasePeople(emails); }));
}

void ErasureService::eraseMeetings(const TimeRange &range, QObject *context, Tell then)
{
    m_api.deleteMeetings(range, m_account.get(), ending(context, std::move(then), [this, range] { return m_store.eraseMeetings(range); }));
}

void ErasureService::forget()
{
    m_account = std::make_unique<QObject>();
}

std::function<void(const Result<Done> &)> ErasureService::ending(QObject *context, Tell then, std::function<Result<int>()> here)
{
    const Tell told = holding(m_writes.hold(PendingWrites::Kind::Erasure), whileAlive<Outcome>(context, std::move(then)));
    return [this, tell = told, here = std::move(here)](const Result<Done> &answer) {
        Outcome outcome;
        if (!answer)
            outcome.calendly = {outcomeUnknown(answer.error()) ? WriteOutcome::Kind::Unknown : WriteOutcome::Kind::Refused, answer.error()};
        // Whoever confirmed it wants the data gone: only a refusal keeps it.
        if (outcome.calendly.kind != WriteOutcome::Kind::Refused) {
            const Result<int> gone = here();
            if (gone) {
                outcome.meetings = *gone;
                emit erased();
            } else {
                outcome.store = gone.error();
            }
        }
        tell(outcome);
    };
}
