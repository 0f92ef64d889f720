// SPDX-License-Identifier: GPL-3.0-or-later
#include "activityservice.h"

#include "enterpriseapi.h"

#include <algorithm>
#include <iterator>

ActivityService::ActivityService(EnterpriseApi &api, Clock clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_clock(std::move(clock))
    , m_search(std::make_unique<QObject>())
{
}

ActivityService::~ActivityService() = default;

void ActivityService::search(const User &self, const QString &words)
{
    m_search = std::make_unique<QObject>();
    m_organization = self.organization;
    m_words = words;
    readPage({});
}

void ActivityService::readEarlier()
{
    if (hasEarlier() && !m_reading.underWay)
        readPage(m_nextPage);
}

void ActivityService::readPage(const QString &token)
{
    m_reading.underWay = true;
    m_api.activity(m_organization, m_words, token, m_search.get(), [this, newest = token.isEmpty()](const Result<Page<ActivityEntry>> &answer) {
        m_reading.underWay = false;
        if (answer) {
            // What happened since pushes entries on to the next page, where they come again.
            QList<ActivityEntry> known = newest ? QList<ActivityEntry>() : m_entries;
            std::copy_if(answer->items.begin(), answer->items.end(), std::back_inserter(known),
                         [this, newest](const ActivityEntry &entry) { return newest || !m_entries.contains(entry); });
            m_entries = known;
            m_nextPage = answer->nextPageToken;
            m_reading = {m_clock(), false, answer->flaw};
        } else {
            m_reading.problem = answer.error();
        }
        emit changed();
    });
    emit changed();
}

void ActivityService::whole(QObject *context, std::function<void(const Result<QList<ActivityEntry>> &)> then)
{
    m_api.wholeActivity(m_organization, m_words, context, [then = std::move(then)](const Result<Listing<ActivityEntry>> &answer) {
        if (!answer)
            return then(Unexpected(answer.error()));
        if (answer->flaw)
            return then(Unexpected(*answer->flaw));
        then(answer->items);
    });
}

void ActivityService::forget()
{
    m_search = std::make_unique<QObject>();
    m_organization.clear();
    m_words.clear();
    m_entries.clear();
    m_nextPage.clear();
    m_reading = {};
    emit changed();
}
