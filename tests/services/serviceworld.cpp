// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceworld.h"

#include "accesstokensjson.h"
#include "scopes.h"
#include "waiting.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

TokenSource tokensOf(Session &session)
{
    TokenSource source;
    source.token = [&session](QObject *context, TokenSource::Then then) { session.token(context, std::move(then)); };
    source.renewed = [&session](const QByteArray &refused, QObject *context, TokenSource::Then then) {
        session.renewedToken(refused, context, std::move(then));
    };
    return source;
}

} // namespace

RestLimits quickLimits()
{
    RestLimits limits;
    limits.idle = 3s;
    limits.total = 10s;
    limits.tries = 2;
    limits.firstBackOff = 5ms;
    return limits;
}

LocalCalendly::LocalCalendly(const TestClock &clock, int meetings)
{
    m_options.meetings = meetings;
    m_options.nowClock = [now = clock.clock(), behind = m_behind] { return now().addMSecs(-behind->count()); };
    m_options.rateLimit = 0;
    m_options.clients.append({.id = QStringLiteral("test"), .name = QStringLiteral("Test"), .secret = {}, .redirects = {}, .anyLoopback = true});
}

bool LocalCalendly::start()
{
    m_server = std::make_unique<SandboxServer>(m_options);
    if (!m_server->listen())
        return false;
    m_url = m_server->apiUrl();
    m_options.port = quint16(m_url.port());
    m_token = m_server->personalAccessToken(m_server->demoPerson().slug);
    m_person = QUrl(m_server->world().uri(World::Thing::User, m_server->demoPerson().id));
    return true;
}

QUrl LocalCalendly::book(const QDateTime &start)
{
    World &world = m_server->world();
    WorldMeeting meeting;
    for (const int id : world.meetingsOfUser(m_server->demoPerson().id)) {
        meeting = world.meetings().at(size_t(id));
        if (meeting.start > world.now() && !meeting.cancellation)
            break;
    }
    const WorldTime duration = meeting.end - meeting.start;
    WorldInvitee invitee = world.invitees().at(size_t(meeting.invitees.first()));
    meeting.invitees.clear();
    meeting.start = start.toMSecsSinceEpoch();
    meeting.end = meeting.start + duration;
    invitee.meeting = world.add(meeting);
    invitee.name = QStringLiteral("Ines Newcomer");
    invitee.email = QStringLiteral("ines@example.org");
    world.add(invitee);
    return QUrl(world.uri(World::Thing::Meeting, invitee.meeting));
}

void LocalCalendly::cancel(const QUrl &meeting)
{
    World &world = m_server->world();
    WorldCancellation cancellation;
    cancellation.by = QStringLiteral("Somebody");
    cancellation.reason = QStringLiteral("No time");
    cancellation.createdAt = world.now();
    world.cancelMeeting(world.idOfUri(World::Thing::Meeting, meeting.toString()), cancellation);
}

Program::Program(const QString &profile, const QUrl &server, TokenVault &vault, const TestClock &testClock,
                 SyncTimes times, AuthLimits authLimits, Retention *retention, const RestLimits &limits, const LookTimes &looks)
    : authServer{server, QStringLiteral("test"), {}}
    , session(authServer, profile, vault, testClock.clock(), nullptr, authLimits)
    , signIn(authServer, testClock.clock())
    , client(server, tokensOf(session), testClock.clock(), limits)
    , meetingsApi(client)
    , eventTypesApi(client)
    , linksApi(client)
    , availabilityApi(client)
    , organizationApi(client)
    , accounts(profile)
    , meetingTable(database, testClock.clock())
    , eventTypeTable(database)
    , linkTable(database)
    , availabilityTable(database)
    , cancelTable(database)
    , syncState(database)
    , account(AccountParts{
          session, signIn, client, organizationApi, accounts, database, syncState,
          [&vault] { return vault.isPersistent(); }, testClock.clock()})
    , meetings(meetingsApi, meetingTable, eventTypeTable, testClock.clock())
    , eventTypes(eventTypesApi, eventTypeTable, testClock.clock())
    , links(linksApi, linkTable, account, testClock.clock())
    , cancels(cancelTable, meetings, links, testClock.clock(), looks)
    , availability(availabilityApi, eventTypesApi, availabilityTable, testClock.clock())
    , sync(SyncParts{account, client, meetingsApi, meetings, eventTypes, availability, syncState, retention}, testClock.clock(),
           times)
{
    QObject::connect(&account, &AccountService::accountSwitched, &links, &LinkService::forget);
    QObject::connect(&account, &AccountService::accountSwitched, &cancels, &CancelQueue::reload);
}

ServiceWorld::ServiceWorld(int meetings)
    : calendly(clock, meetings)
{
}

SyncTimes ServiceWorld::quickTimes()
{
    SyncTimes times;
    times.shortestTick = 10ms;
    times.tick = 20ms;
    return times;
}

Program &ServiceWorld::startProgram(SyncTimes times, AuthLimits authLimits)
{
    program = std::make_unique<Program>(profile.path(), calendly.url(), vault, clock, times, authLimits, retention, limits, looks);
    return *program;
}

bool ServiceWorld::startSignedIn()
{
    if (!startServer())
        return false;
    startProgram();
    return signIn();
}

bool ServiceWorld::signIn()
{
    program->account.openWithToken(calendly.token().toLatin1());
    return waitUntil([this] { return program->account.state() == AccountService::State::Ready; });
}

bool ServiceWorld::keepBrowserSignIn(TokenVault &where)
{
    const auto &person = calendly->demoPerson();
    const sandbox::TokenPair pair = calendly->mintSignIn(person.slug, QStringLiteral("test"), everydayScopes());
    const AccessTokens tokens{.accessToken = pair.access.toLatin1(),
                              .refreshToken = pair.refresh.toLatin1(),
                              .expiresAt = clock.now().addSecs(7200),
                              .owner = calendly.person(),
                              .scopes = everydayScopes(),
                              .generation = 1};
    const QString key = calendly.person().fileName();
    where.write(key, toItemText(tokens), &where, [](const Result<Done> &) {});
    AccountList accounts(profile.path());
    return accounts.load() && accounts.put({.key = key, .user = calendly.person(), .kept = true, .lastUsed = clock.now()});
}

bool ServiceWorld::load(int days)
{
    MeetingsApi::Query query;
    query.user = calendly.person();
    query.range = {clock.now().addDays(-days), clock.now().addDays(days)};
    bool stored = false;
    program->meetingsApi.list(query, Urgency::Now, &program->meetings, [&](const Result<Page<Meeting>> &page) {
        stored = page && program->meetings.store(page->items);
    });
    return waitUntil([&] { return stored; });
}

QUrl ServiceWorld::coming() const
{
    MeetingQuery query;
    query.range = {clock.now().addSecs(3600), clock.now().addDays(60)};
    query.status = MeetingQuery::Status::Active;
    const QList<MeetingSummary> found = program->meetings.meetings(query);
    return found.isEmpty() ? QUrl() : found.first().meeting.uri;
}

QUrl ServiceWorld::past() const
{
    MeetingQuery query;
    query.range = {clock.now().addDays(-60), clock.now().addDays(-1)};
    query.status = MeetingQuery::Status::Active;
    const QList<MeetingSummary> found = program->meetings.meetings(query);
    return found.isEmpty() ? QUrl() : found.first().meeting.uri;
}
