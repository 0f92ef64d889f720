// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelrequest.h"

#include "meetingsapi.h"
#include "restclient.h"
#include "testserver.h"

#include <QTest>

#include <optional>

using Outcome = MeetingService::CancelOutcome;

namespace {

const QString otherWords = QStringLiteral("This cannot be done any more");
const QString usualWords = QStringLiteral("Event is already canceled");

} // namespace

/// What a refused cancellation means, by the answers of a server made by hand.
class TestCancelRequest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<RestClient> m_client;
    std::unique_ptr<MeetingsApi> m_api;
    std::optional<CancelRequest::Ended> m_ended;

    void cancel(int status, const QString &words, const QJsonObject &more = {})
    {
        QJsonObject refusal = more;
        refusal.insert(QStringLiteral("message"), words);
        m_server->answer("POST /scheduled_events/E1/cancellation", refusal, status);
        auto *request = new CancelRequest(*m_api, QUrl(QStringLiteral("https://api.calendly.com/scheduled_events/E1")), this);
        connect(request, &CancelRequest::finished, this, [this](const CancelRequest::Ended &ended) { m_ended = ended; });
        request->start(QStringLiteral("Ill"));
        QTRY_VERIFY(m_ended);
        QCOMPARE(m_server->count("POST /scheduled_events/E1/cancellation"), 1);
    }

    void meetingIs(const QString &status)
    {
        const QJsonObject meeting{{QStringLiteral("uri"), QStringLiteral("https://api.calendly.com/scheduled_events/E1")},
                                  {QStringLiteral("start_time"), QStringLiteral("2026-12-01T10:00:00Z")},
                                  {QStringLiteral("status"), status}};
        m_server->answer("GET /scheduled_events/E1", QJsonObject{{QStringLiteral("resource"), meeting}});
    }

    int looks() const { return m_server->count("GET /scheduled_events/E1"); }

    static void refusals()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 403, 404, 409, 422})
            QTest::addRow("%d", status) << status;
    }

private slots:
    void init()
    {
        m_ended.reset();
        m_server = std::make_unique<TestServer>();
        const TokenSource tokens{[](QObject *, TokenSource::Then then) { then(QByteArray("token")); }, {}};
        m_client = std::make_unique<RestClient>(m_server->url(), tokens, systemClock(), RestLimits());
        m_api = std::make_unique<MeetingsApi>(*m_client);
    }

    void cleanup()
    {
        m_api.reset();
        m_client.reset();
        m_server.reset();
    }

    void refusalOfACanceledMeeting_isNoFailureInAnyWords_data() { refusals(); }
    void refusalOfACanceledMeeting_isNoFailureInAnyWords()
    {
        QFETCH(const int, status);
        meetingIs(QStringLiteral("canceled"));
        cancel(status, otherWords);
        QVERIFY(m_ended->outcome);
        QCOMPARE(*m_ended->outcome, Outcome::WasAlreadyCanceled);
        QVERIFY(m_ended->seen && m_ended->seen->canceled);
        QCOMPARE(looks(), 1);
    }

    void refusalOfAMeetingThatStands_keepsItsReason_data() { refusals(); }
    void refusalOfAMeetingThatStands_keepsItsReason()
    {
        QFETCH(const int, status);
        meetingIs(QStringLiteral("active"));
        cancel(status, otherWords);
        QVERIFY(!m_ended->outcome);
        QCOMPARE(m_ended->outcome.error().message, otherWords);
        QCOMPARE(m_ended->outcome.error().httpStatus, status);
    }

    void meetingThatStands_isNotToldToBeCanceledAlready()
    {
        meetingIs(QStringLiteral("active"));
        cancel(403, usualWords);
        QVERIFY(!m_ended->outcome);
        QCOMPARE(m_ended->outcome.error().kind, Error::Kind::Refused);
        QVERIFY(m_ended->seen && !m_ended->seen->canceled);
    }

    void whereItCannotBeLooked_theServersWordsCount()
    {
        cancel(403, usualWords); // the look finds nothing
        QVERIFY(m_ended->outcome);
        QCOMPARE(*m_ended->outcome, Outcome::WasAlreadyCanceled);
        QVERIFY(!m_ended->seen);
    }

    void refusalForTheSignIn_isNotLookedInto()
    {
        meetingIs(QStringLiteral("canceled"));
        cancel(403, otherWords, {{QStringLiteral("title"), QStringLiteral("Insufficient scope")}});
        QVERIFY(!m_ended->outcome);
        QCOMPARE(m_ended->outcome.error().kind, Error::Kind::ScopeMissing);
        QCOMPARE(looks(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCancelRequest)
#include "tst_cancelrequest.moc"
