// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxclient.h"
#include "sandboxserver.h"
#include "sandboxthread.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

using sandbox::Fault;
using sandbox::parseFault;
using sandbox::parseFaultRule;

namespace {

const QString me = u"/users/me"_s;
const QString wholeApi = u"GET /users/me"_s;

Fault fault(const char *text)
{
    return *parseFault(QString::fromLatin1(text));
}

} // namespace

class SandboxFaultsTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_server = std::make_unique<SandboxServer>(SandboxOptions{.meetings = 200});
        QVERIFY(m_server->listen());
        m_client = std::make_unique<SandboxClient>(m_server->apiUrl(), m_server->personalAccessToken(u"mara"_s));
    }

    void rule_isReadFromText()
    {
        const auto rule = parseFaultRule(u"get /scheduled_events*=status:503:Retry-After=3*2@0.5"_s);
        QVERIFY(rule);
        QCOMPARE(rule->method, u"GET"_s);
        QCOMPARE(rule->fault.status, 503);
        QCOMPARE(sandbox::headerValue(rule->fault.headers, "retry-after"), QByteArray("3"));
        QCOMPARE(rule->times, 2);
        QCOMPARE(rule->probability, 0.5);
        QVERIFY(rule->matches(u"GET"_s, u"/scheduled_events/x"_s));
        QVERIFY(!rule->matches(u"POST"_s, u"/scheduled_events/x"_s));
        QVERIFY(!rule->matches(u"GET"_s, u"/users/me"_s));
    }

    void rule_thatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "500", "/x=", "/x=boom", "x=500", "/x=99", "/x=delay:soon", "/x=status:503:Retry"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void rule_thatMakesNoSenseIsRefused()
    {
        QFETCH(QString, text);
        const auto rule = parseFaultRule(text);
        QVERIFY(!rule);
        QVERIFY(!rule.error().message.isEmpty());
    }

    void status_isAnsweredAsOftenAsItSays()
    {
        m_server->failNext(wholeApi, 500);
        const Answer failed = m_client->get(me);
        QCOMPARE(failed.status, 500);
        QCOMPARE(failed.text(u"title"_s), u"Internal Server Error"_s);
        QCOMPARE(m_client->get(me).status, 200);
    }

    void status_carriesItsHeaders()
    {
        m_server->failNext(wholeApi, fault("status:503:Retry-After=3:X-Other=1"));
        const Answer answer = m_client->get(me);
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.header("Retry-After"), QByteArray("3"));
        QCOMPARE(answer.header("X-Other"), QByteArray("1"));
    }

    void tooMany_saysWhenToComeBack()
    {
        m_server->failNext(wholeApi, fault("429:20"));
        const Answer answer = m_client->get(me);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.header("X-RateLimit-Reset"), QByteArray("20"));
        QCOMPARE(answer.header("X-RateLimit-Remaining"), QByteArray("0"));
    }

    void drop_closesWithoutAWordAndDoesNothing()
    {
        m_server->failAlways(u"POST /scheduling_links"_s, fault("drop"));
        const size_t before = m_server->world().links().size();
        const Answer answer = createLink();
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.error, QNetworkReply::RemoteHostClosedError);
        QCOMPARE(m_server->world().links().size(), before);
    }

    void lost_actsAndThenClosesWithoutAWord()
    {
        m_server->failAlways(u"POST /scheduling_links"_s, fault("lost"));
        const size_t before = m_server->world().links().size();
        QCOMPARE(createLink().status, 0);
        QVERIFY(m_server->world().links().size() > before);
    }

    void late_actsAtOnceAndAnswersLater()
    {
        m_server->failNext(u"POST /scheduling_links"_s, fault("late:600"));
        const size_t before = m_server->world().links().size();
        const std::unique_ptr<QNetworkReply> reply(startLink());
        QTRY_COMPARE(m_server->world().links().size(), before + 1);
        QVERIFY(!reply->isFinished());
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 201);
    }

    void delay_actsWhenItAnswers()
    {
        m_server->failNext(wholeApi, fault("delay:300"));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_client->get(me).status, 200);
        QVERIFY(timer.elapsed() >= 250);
    }

    void hang_neverAnswersWhileOthersGoOn()
    {
        m_server->failNext(wholeApi, fault("hang"));
        const std::unique_ptr<QNetworkReply> hanging(m_client->start("GET", m_client->request(me)));
        QTRY_COMPARE(m_server->requests(wholeApi).size(), 1);
        QCOMPARE(m_client->get(me).status, 200);
        QVERIFY(!hanging->isFinished());
        hanging->abort();
        QCOMPARE(m_client->get(me).status, 200);
    }

    void empty_hasNoBody()
    {
        m_server->failNext(wholeApi, fault("empty"));
        const Answer answer = m_client->get(me);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.isEmpty());
    }

    void truncate_endsInTheMiddle()
    {
        m_server->failAlways(wholeApi, fault("truncate"));
        QCOMPARE(m_client->get(me).error, QNetworkReply::RemoteHostClosedError);
        // Seen on the wire, since versions of Qt differ in what they hand out of such an answer.
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(m_server->apiUrl().port()));
        socket.write("GET /users/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + m_server->personalAccessToken(u"mara"_s).toLatin1() + "\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const QByteArray answer = socket.readAll();
        const QByteArray body = answer.sliced(answer.indexOf("\r\n\r\n") + 4);
        QVERIFY(!body.isEmpty());
        QVERIFY(QJsonDocument::fromJson(body).isNull());
    }

    void html_isAPageWithStatus200()
    {
        m_server->failNext(wholeApi, fault("html"));
        const Answer answer = m_client->get(me);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.header("Content-Type").startsWith("text/html"));
    }

    void notJson_saysItIs()
    {
        m_server->failNext(wholeApi, fault("notjson"));
        const Answer answer = m_client->get(me);
        QVERIFY(answer.header("Content-Type").startsWith("application/json"));
        QVERIFY(answer.json().isEmpty());
    }

    void contentType_isTheOneGiven()
    {
        m_server->failNext(wholeApi, fault("type:text/plain"));
        const Answer answer = m_client->get(me);
        QCOMPARE(answer.header("Content-Type"), QByteArray("text/plain"));
        QVERIFY(!answer.resource().isEmpty());
    }

    void redirect_pointsElsewhere()
    {
        m_server->failNext(wholeApi, fault("redirect:http://127.0.0.1:1/"));
        const Answer answer = m_client->get(me);
        QCOMPARE(answer.status, 302);
        QCOMPARE(answer.header("Location"), QByteArray("http://127.0.0.1:1/"));
    }

    void foreignNext_keepsTheTokenAndChangesTheHost()
    {
        m_server->failNext(u"GET /scheduled_events"_s, fault("foreign-next"));
        const Answer answer = listMeetings();
        const QUrl next(answer.paging(u"next_page"_s).toString());
        QCOMPARE(next.host(), u"foreign.example.org"_s);
        const QString token = answer.paging(u"next_page_token"_s).toString();
        QCOMPARE(listMeetings(token).rows().size(), 5);
    }

    void endless_alwaysHasAnotherPage()
    {
        m_server->failAlways(u"GET /scheduled_events"_s, fault("endless"));
        QStringList tokens{QString()};
        for (int page = 0; page < 4; ++page) {
            const Answer answer = listMeetings(tokens.constLast());
            QCOMPARE(answer.status, 200);
            const QString token = answer.paging(u"next_page_token"_s).toString();
            QVERIFY(!token.isEmpty());
            QVERIFY(!tokens.contains(token));
            tokens += token;
        }
    }

    void selfNext_pointsToItself()
    {
        m_server->failAlways(u"GET /scheduled_events"_s, fault("self-next"));
        const QString first = listMeetings().paging(u"next_page_token"_s).toString();
        QVERIFY(!first.isEmpty());
        QCOMPARE(listMeetings(first).paging(u"next_page_token"_s).toString(), first);
    }

    void null_emptiesAFieldOfTheLastItem()
    {
        const QJsonArray whole = listMeetings().rows();
        m_server->failNext(u"GET /scheduled_events"_s, fault("null:end_time"));
        QJsonArray rows = listMeetings().rows();
        QVERIFY(rows.last()[u"end_time"_s].isNull());
        rows.replace(rows.size() - 1, whole.last());
        QCOMPARE(rows, whole);
    }

    void expiredToken_spoilsOneAnswerOfAPersonalToken()
    {
        m_server->failNext(wholeApi, fault("expired-token"));
        QCOMPARE(m_client->get(me).status, 401);
        QCOMPARE(m_client->get(me).status, 200);
    }

    void revokedGrant_isOverForGood()
    {
        m_server->failNext(wholeApi, fault("revoked-grant"));
        QCOMPARE(m_client->get(me).status, 401);
        QCOMPARE(m_client->get(me).status, 401);
    }

    void control_addsAndRemovesFaults()
    {
        const QJsonObject wanted{{u"match"_s, wholeApi}, {u"fault"_s, u"500"_s}};
        QCOMPARE(m_client->post(u"/__sandbox/faults"_s, wanted).status, 204);
        QCOMPARE(m_client->get(me).status, 500);
        QCOMPARE(m_client->get(me).status, 500);
        QCOMPARE(m_client->remove(u"/__sandbox/faults"_s).status, 204);
        QCOMPARE(m_client->get(me).status, 200);
        QJsonObject once = wanted;
        once.insert(u"times"_s, 1);
        QCOMPARE(m_client->post(u"/__sandbox/faults"_s, once).status, 204);
        QCOMPARE(m_client->get(me).status, 500);
        QCOMPARE(m_client->get(me).status, 200);
        QCOMPARE(m_client->post(u"/__sandbox/faults"_s, {}).status, 400);
    }

    void control_listsRequestsAndSetsTheClock()
    {
        QCOMPARE(m_client->get(me).status, 200);
        const Answer answer = m_client->get(u"/__sandbox/requests"_s);
        QCOMPARE(answer.rows().size(), 1);
        QCOMPARE(answer.rows().first().toObject().value(u"path"_s).toString(), me);
        const QJsonObject later{{u"now"_s, u"2040-01-01T00:00:00Z"_s}};
        QCOMPARE(m_client->post(u"/__sandbox/clock"_s, later).status, 204);
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_server->world().now());
        QCOMPARE(now.toUTC().date().year(), 2040);
    }

    void requests_rememberWhatWasSent()
    {
        QCOMPARE(createLink().status, 201);
        const auto seen = m_server->requests(u"POST /scheduling_links"_s);
        QCOMPARE(seen.size(), 1);
        QVERIFY(seen.constFirst().body.contains("max_event_count"));
        QCOMPARE(seen.constFirst().header("user-agent"), QByteArray("SandboxTest/1.0"));
    }

    void manyRequestsAtOnce_allGetTheirOwnAnswer()
    {
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        for (int i = 0; i < 60; ++i)
            replies.emplace_back(m_client->start("GET", m_client->request(i % 2 ? me : u"/nothing"_s)));
        for (size_t i = 0; i < replies.size(); ++i) {
            QTRY_VERIFY(replies.at(i)->isFinished());
            QCOMPARE(replies.at(i)->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), i % 2 ? 200 : 404);
        }
    }

    void bodyInManySegments_arrivesWhole()
    {
        const QJsonObject body{{u"reason"_s, QString(200000, u'x')}};
        const Answer answer = m_client->post(u"/scheduled_events/none/cancellation"_s, body);
        QCOMPARE(answer.status, 404);
        QCOMPARE(m_server->requests().constLast().body.size(), 64 * 1024);
    }

    void serverGoesAway_whileRequestsHang()
    {
        m_server->failNext(wholeApi, fault("hang"));
        m_server->failNext(u"GET /nothing"_s, fault("delay:60000"));
        const std::unique_ptr<QNetworkReply> hanging(m_client->start("GET", m_client->request(me)));
        const std::unique_ptr<QNetworkReply> waiting(m_client->start("GET", m_client->request(u"/nothing"_s)));
        QTRY_COMPARE(m_server->requests().size(), 2);
        m_server.reset();
        QTRY_VERIFY(hanging->isFinished());
        QTRY_VERIFY(waiting->isFinished());
    }

    void takenPort_isSaid()
    {
        SandboxServer second({.port = quint16(m_server->apiUrl().port()), .meetings = 0});
        QVERIFY(!second.listen());
    }

    void thread_answersAndStops()
    {
        SandboxThread thread({.meetings = 100});
        QSignalSpy ready(&thread, &SandboxThread::ready);
        thread.start();
        QTRY_COMPARE(ready.size(), 1);
        SandboxClient client(ready.first().at(0).toUrl(), ready.first().at(1).toString());
        QCOMPARE(client.get(me).status, 200);
    }

    void thread_saysWhenThePortIsTaken()
    {
        SandboxThread thread({.port = quint16(m_server->apiUrl().port()), .meetings = 0});
        QSignalSpy failed(&thread, &SandboxThread::failed);
        thread.start();
        QTRY_COMPARE(failed.size(), 1);
    }

private:
    QJsonObject linkBody() const
    {
        return {{u"max_event_count"_s, 1},
                {u"owner"_s, m_server->world().uri(World::Thing::EventType, 0)},
                {u"owner_type"_s, u"EventType"_s}};
    }
    Answer createLink() { return m_client->post(u"/scheduling_links"_s, linkBody()); }
    QNetworkReply *startLink()
    {
        QNetworkRequest request = m_client->request(u"/scheduling_links"_s);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return m_client->start("POST", request, QJsonDocument(linkBody()).toJson());
    }
    Answer listMeetings(const QString &token = {})
    {
        Fields query{{u"user"_s, m_server->world().uri(World::Thing::User, m_server->demoPerson().id)},
                     {u"count"_s, u"5"_s}};
        if (!token.isEmpty())
            query.emplaceBack(u"page_token"_s, token);
        return m_client->get(u"/scheduled_events"_s, query);
    }

    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<SandboxClient> m_client;
};

QTEST_GUILESS_MAIN(SandboxFaultsTest)
#include "tst_sandboxfaults.moc"
