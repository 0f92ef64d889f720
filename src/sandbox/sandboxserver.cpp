// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxserver.h"

#include "faultplayer.h"
#include "publicpages.h"
#include "sandboxapi.h"
#include "sandboxerrors.h"
#include "scopes.h"
#include "worldjson.h"

#include <QJsonArray>
#include <QTimer>

using namespace sandbox;

namespace {

constexpr size_t longestLog = 5000;
constexpr qsizetype longestLoggedBody = 64 * 1024;

WorldSeed seedOf(const SandboxOptions &options, const QDateTime &now, const QUrl &base)
{
    return {.seed = options.seed, .meetings = options.meetings, .nowUtc = now, .publicBase = base, .apiBase = base};
}

RateRule tokenRule(const SandboxOptions &options)
{
    return {.limit = options.rateLimit == 0 ? 0 : 8, .window = std::chrono::minutes(1)};
}

SandboxAuth::Lifetimes lifetimesOf(const SandboxOptions &options)
{
    return {.token = std::chrono::milliseconds(options.tokenLifetime).count(),
            .code = std::chrono::milliseconds(options.codeLifetime).count()};
}

/// A rule that befalls the requests of `where`, written "METHOD /path" or "/path".
FaultRule ruleFor(const QString &where, const Fault &fault, int times)
{
    const qsizetype blank = where.indexOf(u' ');
    return {.method = blank < 0 ? QString() : where.left(blank),
            .path = where.mid(blank + 1),
            .fault = fault,
            .times = times};
}

QJsonObject toJson(const LoggedRequest &request)
{
    return {{QStringLiteral("method"), request.method},
            {QStringLiteral("path"), request.path},
            {QStringLiteral("query"), request.query.toString(QUrl::FullyEncoded)},
            {QStringLiteral("body"), QString::fromUtf8(request.body)}};
}

} // namespace

/// What exists once the address, and with it every URI of the data, is known.
struct SandboxServer::Parts
{
    Parts(const SandboxOptions &options, const QDateTime &now, const QUrl &base)
        : world(World::fromSeed(seedOf(options, now, base)))
        , auth(world, limiter, tokenRule(options), options.clients, lifetimesOf(options))
        , api(world, auth, limiter, options.rateLimit, options.rateMinute)
        , pages(world)
    {
    }

    RateLimiter limiter;
    World world;
    SandboxAuth auth;
    SandboxApi api;
    PublicPages pages;
};

SandboxServer::SandboxServer(SandboxOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_http([this](const HttpRequest &request,
                    const std::shared_ptr<HttpResponder> &responder) { handle(request, responder); },
             this) // a child, so that it moves along to another thread
{
    for (const FaultRule &rule : std::as_const(m_options.faults))
        m_faults.add(rule);
}

SandboxServer::~SandboxServer() = default;

bool SandboxServer::listen()
{
    if (!m_http.listen(m_options.port))
        return false;
    m_parts = std::make_unique<Parts>(m_options, m_options.nowClock(), apiUrl());
    m_parts->world.setClock([this] { return m_options.nowClock().addMSecs(m_ahead.count()); });
    for (const WorldUser &user : m_parts->world.users())
        m_parts->auth.grants().addPersonal(personalAccessToken(user.slug), user.id, allScopeNames());
    return true;
}

QUrl SandboxServer::apiUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_http.port()));
}

const WorldUser &SandboxServer::demoPerson() const
{
    return m_parts->world.users().front();
}

QString SandboxServer::personalAccessToken(const QString &slug) const
{
    return QStringLiteral("pat-%1-%2").arg(slug).arg(m_options.seed);
}

QString SandboxServer::mintToken(const QString &slug, const QStringList &scopes)
{
    const WorldUser *user = m_parts->world.userBySlug(slug);
    Q_ASSERT(user);
    const QString token = QStringLiteral("pat-%1-%2").arg(slug, randomText(12));
    m_parts->auth.grants().addPersonal(token, user->id, scopes);
    return token;
}

TokenPair SandboxServer::mintSignIn(const QString &slug, const QString &clientId, const QStringList &scopes)
{
    const WorldUser *user = m_parts->world.userBySlug(slug);
    Q_ASSERT(user);
    Grants &grants = m_parts->auth.grants();
    const int grant = grants.add(Grant{.clientId = clientId, .user = user->id, .scopes = scopes});
    return grants.issuePair(grant, m_parts->world.uuid(World::Thing::User, user->id), m_parts->world.now());
}

QList<LoggedRequest> SandboxServer::requests() const
{
    return {m_log.begin(), m_log.end()};
}

QList<LoggedRequest> SandboxServer::requests(const QString &where) const
{
    const FaultRule rule = ruleFor(where, {}, -1);
    QList<LoggedRequest> found = requests();
    found.removeIf([&](const LoggedRequest &request) { return !rule.matches(request.method, request.path); });
    return found;
}

void SandboxServer::failNext(const QString &where, const Fault &fault)
{
    m_faults.add(ruleFor(where, fault, 1));
}

void SandboxServer::failNext(const QString &where, int status)
{
    failNext(where, Fault{.kind = Fault::Kind::Status, .status = status});
}

void SandboxServer::failAlways(const QString &where, const Fault &fault)
{
    m_faults.add(ruleFor(where, fault, -1));
}

World &SandboxServer::world()
{
    return m_parts->world;
}

void SandboxServer::handle(const HttpRequest &request, const std::shared_ptr<HttpResponder> &responder)
{
    if (request.path.startsWith(QLatin1String("/__sandbox/")))
        return responder->send(control(request));
    remember(request);
    responder->setDate(QDateTime::fromMSecsSinceEpoch(m_parts->world.now(), Qt::UTC));
    if (const auto fault = m_faults.take(QString::fromLatin1(request.method), request.path))
        return fail(*fault, request, responder);
    responder->send(respond(request));
}

HttpResponse SandboxServer::respond(const HttpRequest &request)
{
    if (SandboxAuth::owns(request.path))
        return m_parts->auth.respond(request);
    if (SandboxApi::owns(request) || !PublicPages::owns(request.path))
        return m_parts->api.respond(request);
    return publicPage(request);
}

HttpResponse SandboxServer::publicPage(const HttpRequest &request)
{
    const bool isPost = request.method == "POST";
    if (!isPost && request.method != "GET" && request.method != "HEAD")
        return resourceNotFound();
    const PageAnswer page = isPost ? m_parts->pages.post(request.path, request.query, request.form())
                                   : m_parts->pages.get(request.path, request.query);
    if (!page.redirect.isEmpty())
        return {.status = page.status, .headers = {{"Location", page.redirect.toEncoded()}}, .body = {}};
    return HttpResponse::withBody(page.status, "text/html; charset=utf-8", page.html);
}

void SandboxServer::fail(const Fault &fault, const HttpRequest &request,
                         const std::shared_ptr<HttpResponder> &responder)
{
    using Kind = Fault::Kind;
    if (answersByItself(fault))
        return responder->send(faultAnswer(fault));
    switch (fault.kind) {
    case Kind::Drop: return responder->drop();
    case Kind::Hang: return; // the client waits until it gives up
    case Kind::Delay:
        QTimer::singleShot(fault.wait, this, [this, request, responder] { responder->send(respond(request)); });
        return;
    case Kind::Late: {
        const HttpResponse response = respond(request);
        QTimer::singleShot(fault.wait, this, [response, responder] { responder->send(response); });
        return;
    }
    case Kind::Lost: respond(request); return responder->drop();
    case Kind::Truncate: {
        const HttpResponse response = respond(request);
        return responder->sendCut(response, response.body.size() / 2);
    }
    case Kind::ExpiredToken: m_parts->auth.expireTokenOf(request); return responder->send(unauthenticated());
    case Kind::RevokedGrant:
        m_parts->auth.revokeGrantOf(request);
        return responder->send(SandboxAuth::owns(request.path) ? respond(request) : unauthenticated());
    default: return responder->send(spoilt(respond(withoutEndlessToken(request)), fault, request));
    }
}

void SandboxServer::remember(const HttpRequest &request)
{
    m_log.push_back({.method = QString::fromLatin1(request.method),
                     .path = request.path,
                     .query = request.query,
                     .headers = request.headers,
                     .body = request.body.left(longestLoggedBody)});
    if (m_log.size() > longestLog)
        m_log.pop_front();
}

HttpResponse SandboxServer::control(const HttpRequest &request)
{
    const QString what = QString::fromLatin1(request.method) + u' ' + request.path.section(u'/', 2);
    if (what == QLatin1String("POST faults"))
        return addFault(request);
    if (what == QLatin1String("POST clock"))
        return setClock(request);
    if (what == QLatin1String("DELETE faults")) {
        m_faults.clear();
        return {.status = 204, .headers = {}, .body = {}};
    }
    if (what == QLatin1String("GET requests")) {
        QJsonArray all;
        for (const LoggedRequest &logged : m_log)
            all.append(toJson(logged));
        return HttpResponse::json(200, {{QStringLiteral("collection"), all}});
    }
    return resourceNotFound();
}

HttpResponse SandboxServer::addFault(const HttpRequest &request)
{
    const QJsonObject body = bodyObject(request).value_or(QJsonObject());
    const QString where = body.value(QStringLiteral("match")).toString();
    auto rule = parseFaultRule(where + u'=' + body.value(QStringLiteral("fault")).toString());
    if (!rule)
        return invalidArgument(QStringLiteral("fault"), rule.error().message);
    if (body.contains(QStringLiteral("times")))
        rule->times = body.value(QStringLiteral("times")).toInt(-1);
    m_faults.add(*rule);
    return {.status = 204, .headers = {}, .body = {}};
}

HttpResponse SandboxServer::setClock(const HttpRequest &request)
{
    const QString name = QStringLiteral("now");
    const auto now = timeFromText(bodyObject(request).value_or(QJsonObject()).value(name).toString());
    if (!now)
        return invalidArgument(name, QStringLiteral("must be a UTC time like 2026-01-31T09:00:00Z"));
    m_ahead += std::chrono::milliseconds(*now - m_parts->world.now());
    return {.status = 204, .headers = {}, .body = {}};
}
