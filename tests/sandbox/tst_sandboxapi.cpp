// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxfixture.h"

#include "worldjson.h"

#include <QSet>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString me = u"/users/me"_s;
const QString meetings = u"/scheduled_events"_s;
const QString eventTypes = u"/event_types"_s;
const QString user = u"user"_s;
const QString organization = u"organization"_s;
const QString nextToken = u"next_page_token"_s;

QStringList texts(const QJsonArray &rows, const QString &field)
{
    QStringList found;
    for (const QJsonValue &row : rows)
        found += row.toObject().value(field).toString();
    return found;
}

} // namespace

class SandboxApiTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { QVERIFY(m_box.start()); }

    void token_isNeeded()
    {
        for (const QString &token : {QString(), u"wrong"_s}) {
            const Answer answer = m_box.clientWith(token)->get(me);
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.text(u"title"_s), u"Unauthenticated"_s);
            QCOMPARE(answer.text(u"message"_s), u"The access token is invalid"_s);
        }
    }

    void userAgent_isNeeded()
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, quint16(m_box.server().apiUrl().port()));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.write("GET /users/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer pat-mara-1\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 0);
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 403 "));
    }

    void everyAnswer_tellsTheLimit()
    {
        const Answer first = m_box.mara().get(me);
        QCOMPARE(first.header("X-RateLimit-Limit"), QByteArray("500"));
        QCOMPARE(first.header("X-RateLimit-Remaining"), QByteArray("499"));
        QVERIFY(first.header("X-RateLimit-Reset").toInt() > 50);
        QCOMPARE(m_box.mara().get(u"/nothing"_s).header("X-RateLimit-Remaining"), QByteArray("498"));
        QCOMPARE(m_box.clientOf(u"mara-lindqvist"_s)->get(me).header("X-RateLimit-Limit"), QByteArray("50"));
    }

    void limit_isKept()
    {
        QVERIFY(m_box.start({.meetings = 0, .rateLimit = 2}));
        QCOMPARE(m_box.mara().get(me).status, 200);
        QCOMPARE(m_box.mara().get(me).status, 200);
        const Answer refused = m_box.mara().get(me);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("X-RateLimit-Remaining"), QByteArray("0"));
        QVERIFY(!refused.text(u"title"_s).isEmpty());
        QCOMPARE(m_box.clientOf(u"theo"_s)->get(me).status, 200);
    }

    void scope_isNeeded()
    {
        const auto client = m_box.clientWith(m_box.server().mintToken(u"mara"_s, {u"event_types:write"_s}));
        const Answer refused = client->get(me);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text(u"title"_s), u"Insufficient scope"_s);
        QCOMPARE(refused.json().value(u"required_scopes"_s).toArray(), QJsonArray{u"users:read"_s});
        // write includes read, and one of two scopes suffices
        QCOMPARE(client->get(eventTypes, {{user, m_box.userUri(u"mara"_s)}}).status, 200);
        QCOMPARE(client->get(u"/event_type_available_times"_s).status, 400);
    }

    void whatIsNotServed_isNotFound()
    {
        for (const char *path : {"/contacts", "/teams", "/users", "/users/me/", "/nothing"}) {
            const Answer answer = m_box.mara().get(QString::fromLatin1(path));
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.text(u"title"_s), u"Resource Not Found"_s);
        }
        QCOMPARE(m_box.mara().post(eventTypes, {}).status, 404);
    }

    void users_areOneselfAndColleagues()
    {
        const Answer mara = m_box.mara().get(me);
        QCOMPARE(mara.resource().value(u"uri"_s).toString(), m_box.userUri(u"mara"_s));
        QVERIFY(mara.resource().value(u"uri"_s).toString().startsWith(m_box.server().apiUrl().toString()));
        QCOMPARE(m_box.mara().get(QUrl(m_box.userUri(u"theo"_s))).resource().value(u"slug"_s).toString(), u"theo"_s);
        const Answer foreign = m_box.mara().get(QUrl(m_box.userUri(u"ottilie"_s)));
        QCOMPARE(foreign.status, 403);
        QCOMPARE(foreign.text(u"message"_s), u"This user is not in your organization"_s);
        QCOMPARE(m_box.mara().get(u"/users/NOBODY"_s).status, 404);
    }

    void organization_showsItsMembersAndInvitations()
    {
        const QString uri = m_box.organizationUri(u"mara"_s);
        QCOMPARE(m_box.mara().get(QUrl(uri)).resource().value(u"stage"_s).toString(), u"paid"_s);
        QCOMPARE(m_box.clientOf(u"ottilie"_s)->get(QUrl(uri)).status, 403);

        const QString memberships = u"/organization_memberships"_s;
        QCOMPARE(m_box.mara().get(memberships).parameter(), organization);
        const Answer all = m_box.mara().get(memberships, {{organization, uri}});
        QCOMPARE(all.rows().size(), 7);
        QVERIFY(all.paging(nextToken).isNull());
        const Answer admins = m_box.mara().get(memberships, {{organization, uri}, {u"role"_s, u"admin"_s}});
        QCOMPARE(texts(admins.rows(), u"role"_s), QStringList{u"admin"_s});
        const QUrl one(admins.rows().first().toObject().value(u"uri"_s).toString());
        QCOMPARE(m_box.mara().get(one).resource(), admins.rows().first().toObject());
        QCOMPARE(m_box.mara().get(memberships, {{user, m_box.userUri(u"june"_s)}}).rows().size(), 1);

        const QString invitations = QUrl(uri).path() + u"/invitations"_s;
        QCOMPARE(m_box.mara().get(invitations).rows().size(), 3);
        const Answer pending = m_box.mara().get(invitations, {{u"status"_s, u"pending"_s}});
        QCOMPARE(pending.rows().size(), 1);
        QCOMPARE(m_box.mara().get(QUrl(pending.rows().first().toObject().value(u"uri"_s).toString())).status, 200);
    }

    void eventTypes_areFilteredAndSorted()
    {
        const Fields mine{{user, m_box.userUri(u"mara"_s)}, {u"count"_s, u"100"_s}};
        const auto with = [&](const char *name, const char *value) {
            return m_box.mara().get(eventTypes, mine + Fields{{QLatin1String(name), QLatin1String(value)}}).rows();
        };
        const qsizetype all = m_box.mara().get(eventTypes, mine).rows().size();
        QVERIFY(all > 5);
        QCOMPARE(with("active", "true").size() + with("active", "false").size(), all);
        QCOMPARE(with("admin_managed", "true").size() + with("admin_managed", "false").size(), all);
        QStringList names = texts(with("sort", "name:asc"), u"name"_s);
        const QStringList backwards = texts(with("sort", "name:desc"), u"name"_s);
        std::reverse(names.begin(), names.end());
        QCOMPARE(backwards.constFirst(), names.constFirst());
        const QJsonArray placed = with("sort", "position:asc,name:desc");
        for (qsizetype i = 1; i < placed.size(); ++i)
            QVERIFY(placed.at(i - 1)[QLatin1String("position")].toInt()
                    <= placed.at(i)[QLatin1String("position")].toInt());
    }

    void wrongParameters_areNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *path, const char *name, const char *value) {
            QTest::addRow("%s %s=%s", path, name, value)
                << QString::fromLatin1(path) << QString::fromLatin1(name) << QString::fromLatin1(value);
        };
        for (const char *path : {"/event_types", "/scheduled_events", "/organization_memberships"}) {
            row(path, "count", "0");
            row(path, "count", "101");
            row(path, "count", "many");
            row(path, "page_token", "guess");
            row(path, "user", "mara");
            row(path, "organization", "http://127.0.0.1:1/organizations/X");
        }
        row("/event_types", "active", "yes");
        row("/event_types", "sort", "color:asc");
        row("/event_types", "sort", "name:up");
        row("/scheduled_events", "sort", "name:asc");
        row("/scheduled_events", "status", "done");
        row("/scheduled_events", "min_start_time", "yesterday");
        row("/scheduled_events", "max_start_time", "2026-01-07T24:00:00.000000Z");
        row("/scheduled_events", "invitee_email", "no address");
        row("/organization_memberships", "role", "boss");
    }
    void wrongParameters_areNamed()
    {
        QFETCH(QString, path);
        QFETCH(QString, name);
        QFETCH(QString, value);
        Fields query{{name, value}};
        if (name != user && name != organization)
            query.emplaceBack(user, m_box.userUri(u"mara"_s));
        const Answer answer = m_box.mara().get(path, query);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text(u"title"_s), u"Invalid Argument"_s);
        QCOMPARE(answer.parameter(), name);
    }

    void deletedEventType_isReadableButNotListed()
    {
        const int id = m_box.soloType();
        m_box.world().editEventType(id).deletedAt = m_box.world().now();
        const QString uri = m_box.world().uri(World::Thing::EventType, id);
        QVERIFY(!m_box.mara().get(QUrl(uri)).resource().value(u"deleted_at"_s).isNull());
        const Answer list = m_box.mara().get(eventTypes, {{user, m_box.userUri(u"mara"_s)}, {u"count"_s, u"100"_s}});
        QVERIFY(!texts(list.rows(), u"uri"_s).contains(uri));
        QCOMPARE(m_box.clientOf(u"ottilie"_s)->get(QUrl(uri)).status, 403);
    }

    void availableTimes_lieInTheRangeAskedFor()
    {
        const QString path = u"/event_type_available_times"_s;
        const QString type = m_box.world().uri(World::Thing::EventType, m_box.soloType());
        const auto ask = [&](const QString &from, const QString &to) {
            return m_box.mara().get(path, {{u"event_type"_s, type}, {u"start_time"_s, from}, {u"end_time"_s, to}});
        };
        const Answer answer = ask(SandboxFixture::after(1), SandboxFixture::after(8));
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.rows().isEmpty());
        QVERIFY(!answer.json().contains(u"pagination"_s));
        QStringList starts = texts(answer.rows(), u"start_time"_s);
        QVERIFY(std::is_sorted(starts.begin(), starts.end()));
        QCOMPARE(ask(SandboxFixture::after(1), SandboxFixture::after(32)).status, 200);
        QCOMPARE(ask(SandboxFixture::after(1), SandboxFixture::after(33)).parameter(), u"end_time"_s);
        QCOMPARE(ask(SandboxFixture::after(0), SandboxFixture::after(3)).parameter(), u"start_time"_s);
        QCOMPARE(ask(SandboxFixture::after(3), SandboxFixture::after(3)).parameter(), u"end_time"_s);
    }

    void schedulesAndBusyTimes_areForColleagues()
    {
        const QString path = u"/user_availability_schedules"_s;
        const Answer schedules = m_box.mara().get(path, {{user, m_box.userUri(u"mara"_s)}});
        QCOMPARE(schedules.rows().size(), 3);
        QCOMPARE(m_box.mara().get(QUrl(schedules.rows().first().toObject().value(u"uri"_s).toString())).resource(),
                 schedules.rows().first().toObject());
        QCOMPARE(m_box.mara().get(path, {{user, m_box.userUri(u"ottilie"_s)}}).status, 403);
        QCOMPARE(m_box.mara().get(path).parameter(), user);

        const auto busy = [&](const QString &slug, int from, int to) {
            return m_box.mara().get(u"/user_busy_times"_s,
                                    {{user, m_box.userUri(slug)},
                                     {u"start_time"_s, SandboxFixture::after(from)},
                                     {u"end_time"_s, SandboxFixture::after(to)}});
        };
        QVERIFY(!busy(u"mara"_s, 0, 7).rows().isEmpty());
        QCOMPARE(busy(u"theo"_s, 0, 7).status, 200);
        QCOMPARE(busy(u"mara"_s, 0, 8).parameter(), u"end_time"_s);
        QCOMPARE(busy(u"mara"_s, -1, 3).parameter(), u"start_time"_s);
        QCOMPARE(busy(u"ottilie"_s, 0, 7).status, 403);
    }

    void publicPages_areHtml()
    {
        const Answer page = m_box.clientWith(QString())->get(u"/mara"_s);
        QCOMPARE(page.status, 200);
        QVERIFY(page.header("Content-Type").startsWith("text/html"));
        QVERIFY(page.body.contains("Mara Lindqvist"));
    }

private:
    SandboxFixture m_box;
};

QTEST_GUILESS_MAIN(SandboxApiTest)
#include "tst_sandboxapi.moc"
