// SPDX-License-Identifier: GPL-3.0-or-later
#include "routingservice.h"

#include "routingformsapi.h"

#include <algorithm>
#include <iterator>

RoutingService::RoutingService(RoutingFormsApi &api, Clock clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_clock(std::move(clock))
    , m_account(std::make_unique<QObject>())
{
}

RoutingService::~RoutingService() = default;

void RoutingService::refresh(const User &self)
{
    if (m_reading.underWay)
        return;
    m_reading.underWay = true;
    m_api.forms(self.organization, m_account.get(), [this](const Result<Listing<RoutingForm>> &answer) {
        m_reading.underWay = false;
        if (answer && !answer->flaw) {
            m_forms = answer->items;
            m_reading = {m_clock(), false, std::nullopt};
        } else {
            m_reading.problem = answer ? *answer->flaw : answer.error();
        }
        emit changed();
    });
    emit changed();
}

void RoutingService::readNewest(const QUrl &form)
{
    readPage(form, {});
}

void RoutingService::readEarlier(const QUrl &form)
{
    if (const QString token = m_submissions.value(form).nextPage; !token.isEmpty())
        readPage(form, token);
}

void RoutingService::readPage(const QUrl &form, const QString &token)
{
    if (m_submissions[form].reading.underWay)
        return;
    m_submissions[form].reading.underWay = true;
    m_api.submissions(form, token, m_account.get(), [this, form, newest = token.isEmpty()](const Result<Page<RoutingSubmission>> &answer) {
        Submissions &all = m_submissions[form];
        all.reading.underWay = false;
        if (answer) {
            QList<RoutingSubmission> known = newest ? QList<RoutingSubmission>() : all.known;
            // What was sent since pushes submissions on to the next page, where they come again.
            std::copy_if(answer->items.begin(), answer->items.end(), std::back_inserter(known),
                         [&all, newest](const RoutingSubmission &one) { return newest || !all.known.contains(one); });
            all.known = known;
            all.nextPage = answer->nextPageToken;
            all.reading = {m_clock(), false, answer->flaw};
        } else {
            all.reading.problem = answer.error();
        }
        emit changed();
    });
    emit changed();
}

void RoutingService::forget()
{
    m_account = std::make_unique<QObject>();
    m_forms.clear();
    m_reading = {};
    m_submissions.clear();
    emit changed();
}
