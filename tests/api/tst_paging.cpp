// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagedlist.h"

#include "clientfixture.h"
#include "incomplete.h"
#include "resourcejson.h"
#include "testserver.h"

#include <QJsonArray>
#include <QTest>

namespace {

QJsonObject organization(int number)
{
    return {{QStringLiteral("uri"), QStringLiteral("https://api.calendly.com/organizations/O%1").arg(number)}};
}

QJsonObject page(const QList<int> &numbers, const QJsonObject &pagination)
{
    QJsonArray items;
    for (const int number : numbers)
        items.append(organization(number));
    return {{QStringLiteral("collection"), items}, {QStringLiteral("pagination"), pagination}};
}

QJsonObject next(const QString &token)
{
    return {{QStringLiteral("next_page_token"), token}};
}

QJsonObject lastPage()
{
    return {{QStringLiteral("next_page"), QJsonValue()}, {QStringLiteral("next_page_token"), QJsonValue()}};
}

} // namespace

class TestPaging : public QObject
{
    Q_OBJECT

    TestServer *m_server = nullptr;
    FixedTokens m_tokens;
    QList<Result<Listing<Organization>>> m_listings;

    void read(RestLimits limits = quickLimits())
    {
        auto *client = new RestClient(m_server->url(), m_tokens.source(), systemClock(), limits, m_server);
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("count"), QStringLiteral("2"));
        readAll<Organization>(*client, {QStringLiteral("/organizations"), query, Urgency::Now}, this,
                              organizationFromJson,
                              [this](const Result<Listing<Organization>> &listing) { m_listings.append(listing); });
        QTRY_COMPARE(m_listings.size(), 1);
    }

    const Listing<Organization> &listing() const { return m_listings.first().value(); }
    int asked() const { return m_server->count("GET /organizations"); }

private slots:
    void rowsThatNoPageHas_areRefused()
    {
        const auto page = [](int count) {
            QJsonArray rows;
            for (int row = 0; row < count; ++row)
                rows.append(QJsonObject());
            return rawPageFrom({{QStringLiteral("collection"), rows}});
        };
        QVERIFY2(page(8928), "a time each five minutes of 31 days");
        QCOMPARE(page(20000).error().kind, Error::Kind::Malformed);
    }

    void init()
    {
        m_server = new TestServer(this);
        m_listings.clear();
    }

    void cleanup() { delete m_server; }

    void pages_areFollowedByTokenWithTheSameQuery()
    {
        m_server->answer("GET /organizations", page({1, 2}, next(QStringLiteral("a+b/=&c"))));
        m_server->answer("GET /organizations", page({3}, {{QStringLiteral("next_page_token"), QJsonValue()}}));
        read();
        QCOMPARE(listing().items.size(), 3);
        QVERIFY(!listing().flaw);
        QCOMPARE(asked(), 2);
        QVERIFY(!m_server->requests().at(0).query.hasQueryItem(QStringLiteral("page_token")));
        QCOMPARE(m_server->requests().at(1).item(QStringLiteral("page_token")), QStringLiteral("a+b/=&c"));
        QCOMPARE(m_server->requests().at(1).item(QStringLiteral("count")), QStringLiteral("2"));
    }

    void nextPageOnAForeignHost_isAskedHere()
    {
        TestServer foreign;
        const QString there = foreign.url().toString() + QStringLiteral("/organizations?count=2&page_token=tok2");
        m_server->answer("GET /organizations", page({1}, {{QStringLiteral("next_page"), there}}));
        m_server->answer("GET /organizations", page({2}, lastPage()));
        read();
        QCOMPARE(listing().items.size(), 2);
        QVERIFY(!listing().flaw);
        QCOMPARE(m_server->requests().at(1).item(QStringLiteral("page_token")), QStringLiteral("tok2"));
        QCOMPARE(foreign.count(), 0);
    }

    void pageThatPointsToItself_endsTheListing()
    {
        m_server->answer("GET /organizations", page({1}, next(QStringLiteral("same"))));
        read();
        QCOMPARE(asked(), 2);
        QCOMPARE(listing().items.size(), 1);
        QVERIFY(listing().flaw && isIncomplete(*listing().flaw));
    }

    void endlessPages_endAtTheCap()
    {
        for (int i = 0; i < 10; ++i)
            m_server->answer("GET /organizations", page({i}, next(QString::number(i))));
        RestLimits limits = quickLimits();
        limits.pages = 4;
        read(limits);
        QCOMPARE(asked(), 4);
        QCOMPARE(listing().items.size(), 4);
        QVERIFY(listing().flaw && isIncomplete(*listing().flaw));
    }

    void rowsWithoutEnd_endWhenTheyFillTheirShare()
    {
        const QString text = QString(10000, QLatin1Char('x'));
        for (int number = 0; number < 50; ++number) {
            QJsonObject heavy = organization(number);
            heavy.insert(QStringLiteral("name"), text);
            QJsonObject json = page({}, next(QString::number(number)));
            json.insert(QStringLiteral("collection"), QJsonArray{heavy});
            m_server->answer("GET /organizations", json);
        }
        RestLimits limits = quickLimits();
        limits.listingBytes = 100000;
        read(limits);
        QVERIFY(asked() > 1 && asked() <= 10);
        QCOMPARE(listing().items.size(), asked()); // what was read is kept
        QVERIFY(listing().flaw && isIncomplete(*listing().flaw));
    }

    void tokenLongerThanAnyOfCalendly_isNotFollowed()
    {
        m_server->answer("GET /organizations", page({1}, next(QString(100000, QLatin1Char('t')))));
        read();
        QCOMPARE(asked(), 1);
        QCOMPARE(m_listings.first().error().kind, Error::Kind::Malformed);
    }

    void itemOnTwoPages_isShownOnce()
    {
        m_server->answer("GET /organizations", page({1, 2, 2}, next(QStringLiteral("b"))));
        m_server->answer("GET /organizations", page({2, 3}, lastPage()));
        read();
        QCOMPARE(listing().items.size(), 3);
        QVERIFY(!listing().flaw);
    }

    void endThatIsNotTold_isNoEnd_data()
    {
        QTest::addColumn<QJsonValue>("pagination");
        QTest::newRow("null") << QJsonValue();
        QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("list") << QJsonValue(QJsonArray{lastPage()});
        QTest::newRow("empty") << QJsonValue(QJsonObject());
        QTest::newRow("token is a number") << QJsonValue(QJsonObject{{QStringLiteral("next_page_token"), 7}});
        QTest::newRow("token is an object") << QJsonValue(QJsonObject{{QStringLiteral("next_page_token"), lastPage()}});
    }

    void endThatIsNotTold_isNoEnd()
    {
        QFETCH(const QJsonValue, pagination);
        QJsonObject last = page({2}, {});
        last.insert(QStringLiteral("pagination"), pagination); // one that is undefined takes it out
        m_server->answer("GET /organizations", page({1}, next(QStringLiteral("b"))));
        m_server->answer("GET /organizations", last);
        read();
        QCOMPARE(listing().items.size(), 2);
        QVERIFY(listing().flaw && isIncomplete(*listing().flaw));
    }

    void collectionThatHasNoPages_needNotTellItsEnd()
    {
        RestClient client(m_server->url(), m_tokens.source(), systemClock(), quickLimits());
        m_server->answer("GET /organizations", QJsonObject{{QStringLiteral("collection"), QJsonArray{organization(1)}}});
        readAll<Organization>(client, {.path = QStringLiteral("/organizations"), .query = {}, .isPaged = false}, this, organizationFromJson,
                              [this](const Result<Listing<Organization>> &listing) { m_listings.append(listing); });
        QTRY_COMPARE(m_listings.size(), 1);
        QCOMPARE(listing().items.size(), 1);
        QVERIFY(!listing().flaw);
    }

    void endOfOlderAnswers_isTheNextAddress()
    {
        m_server->answer("GET /organizations", page({1}, {{QStringLiteral("count"), 1}, {QStringLiteral("next_page"), QJsonValue()}}));
        read();
        QVERIFY(!listing().flaw);
    }

    void failedLaterPage_keepsWhatWasRead()
    {
        m_server->answer("GET /organizations", page({1}, next(QStringLiteral("b"))));
        m_server->answer("GET /organizations", page({2}, next(QStringLiteral("c"))));
        m_server->answer("GET /organizations", QJsonObject(), 500);
        read();
        QCOMPARE(listing().items.size(), 2);
        QVERIFY(listing().flaw);
        QCOMPARE(listing().flaw->kind, Error::Kind::ServerFailed);
        QCOMPARE(listing().flaw->httpStatus, 500);
        QCOMPARE(asked(), 2 + quickLimits().tries);
    }

    void failedFirstPage_isAnError()
    {
        m_server->answer("GET /organizations", QJsonObject{{QStringLiteral("message"), QStringLiteral("no")}}, 403);
        read();
        QVERIFY(!m_listings.first());
        QCOMPARE(m_listings.first().error().kind, Error::Kind::NotAllowed);
    }

    void badRows_areCountedAndDoNotHideGoodOnes()
    {
        QJsonObject json = page({1}, lastPage());
        QJsonArray items = json.value(QStringLiteral("collection")).toArray();
        items.append(QJsonObject{{QStringLiteral("uri"), 7}});
        items.append(QStringLiteral("text"));
        items.append(QJsonValue());
        json.insert(QStringLiteral("collection"), items);
        m_server->answer("GET /organizations", json);
        read();
        QCOMPARE(listing().items.size(), 1);
        QCOMPARE(listing().leftOut, 3);
    }

    void answerWithoutCollection_isMalformed()
    {
        m_server->answer("GET /organizations", QJsonObject{{QStringLiteral("collection"), QJsonObject()}});
        read();
        QCOMPARE(m_listings.first().error().kind, Error::Kind::Malformed);
    }

    void contextGoneBetweenPages_endsTheWalk()
    {
        RestClient client(m_server->url(), m_tokens.source(), systemClock(), quickLimits());
        m_server->answer("GET /organizations", page({1}, next(QStringLiteral("b"))));
        m_server->answer("GET /organizations", TestServer::Answer{.silent = true});
        auto *context = new QObject(this);
        readAll<Organization>(client, {QStringLiteral("/organizations"), {}, Urgency::Now}, context,
                              organizationFromJson,
                              [this](const Result<Listing<Organization>> &listing) { m_listings.append(listing); });
        QTRY_COMPARE(asked(), 2);
        delete context;
        Taken other;
        client.get(QStringLiteral("/other"), {}, Urgency::Now, this, other.then());
        QTRY_VERIFY(other.isOne());
        QCOMPARE(m_listings.size(), 0);
        QCOMPARE(asked(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPaging)
#include "tst_paging.moc"
