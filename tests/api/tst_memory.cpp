// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientfixture.h"
#include "faultproxy.h"
#include "pagereader.h"
#include "testserver.h"

#include <QFile>
#include <QTest>

#include <algorithm>

// The sanitizer keeps what was freed for a while, which would be taken for growth.
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "quarantine_size_mb=1";
}

namespace {

constexpr qint64 megabyte = 1024 * 1024;
constexpr qint64 mostGrowth = 64 * megabyte;

/// From now on the peak is that of what follows.
bool forgetPeak()
{
    QFile wish(QStringLiteral("/proc/self/clear_refs"));
    return wish.open(QIODevice::WriteOnly) && wish.write("5") == 1;
}

/// The most memory that this process used since then; 0 where the system does not say.
qint64 peak()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

} // namespace

/// Answers that are made to fill the memory.
class TestMemory : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_server->answer("GET /users/me", userAnswer());
        get(m_server->url()); // what a first request needs is there now
        QVERIFY(m_taken.answers.first());
        QVERIFY(forgetPeak());
        m_before = peak();
        QVERIFY(m_before > 0);
    }

    void aBodyWithoutEnd_isLetGoAtTheCap()
    {
        FaultProxy proxy(m_server->port());
        proxy.set({.kind = FaultProxy::Fault::Kind::Flood});
        for (int time = 0; time < 8; ++time) {
            get(proxy.url());
            QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        }
        QVERIFY2(peak() - m_before < mostGrowth, qPrintable(QString::number((peak() - m_before) / megabyte)));
    }

    void anAnnouncedBodyOfTwoGigabytes_isLetGoAtOnce()
    {
        m_server->answer("GET /users/you", TestServer::Answer{.body = "{", .headers = {{"Content-Length", "2147483648"}}});
        get(m_server->url(), QStringLiteral("/users/you"));
        QVERIFY(!m_taken.answers.first());
        QVERIFY2(peak() - m_before < mostGrowth, qPrintable(QString::number((peak() - m_before) / megabyte)));
    }

    void aBombOfZeros_isNotUnpacked_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("gzip") << QByteArray("gzip");
        QTest::newRow("deflate") << QByteArray("deflate");
        QTest::newRow("brotli") << QByteArray("br");
    }

    void aBombOfZeros_isNotUnpacked()
    {
        QFETCH(const QByteArray, encoding);
        m_server->answer("GET /users/bomb", TestServer::Answer{.body = bomb(encoding == "gzip"), .headers = {{"Content-Encoding", encoding}}});
        get(m_server->url(), QStringLiteral("/users/bomb"));
        QCOMPARE(m_taken.error().kind, Error::Kind::Malformed);
        QVERIFY2(peak() - m_before < mostGrowth, qPrintable(QString::number((peak() - m_before) / megabyte)));
    }

    void aListWithoutEnd_isNotHeldWhole_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("text") << QByteArray("{\"name\":\"" + QByteArray(megabyte, 'x') + "\"}");
        QTest::newRow("small numbers") << QByteArray("{\"numbers\":[1" + QByteArray(",1").repeated(megabyte / 8) + "]}");
    }

    void aListWithoutEnd_isNotHeldWhole()
    {
        QFETCH(const QByteArray, row);
        int pages = 0;
        const auto addPage = [this, &row, &pages] {
            const QByteArray next = QByteArray::number(++pages);
            m_server->answer("GET /rows", TestServer::Answer{.body = "{\"collection\":[" + row + "],\"pagination\":{\"next_page_token\":\"" + next + "\"}}"});
        };
        addPage();
        connect(m_server.get(), &TestServer::asked, this, addPage);
        RestLimits limits;
        limits.pages = 150;
        RestClient client(m_server->url(), m_tokens.source(), systemClock(), limits);
        std::optional<Result<RawListing>> listing;
        readRawListing(client, {QStringLiteral("/rows"), {}, Urgency::Now}, this, [&](const Result<RawListing> &read) { listing = read; });
        QTRY_VERIFY_WITH_TIMEOUT(listing, 60000);
        QVERIFY(*listing && (*listing)->flaw && !(*listing)->items.isEmpty());
        QVERIFY2(peak() - m_before < mostGrowth, qPrintable(QString::number((peak() - m_before) / megabyte)));
    }

    void aPageOfTinyRows_isRefusedAndNotHeld()
    {
        const QByteArray rows = "{}" + QByteArray(",{}").repeated(static_cast<int>(megabyte));
        m_server->answer("GET /rows", TestServer::Answer{.body = "{\"collection\":[" + rows + "],\"pagination\":{}}"});
        RestLimits limits;
        limits.tries = 1;
        RestClient client(m_server->url(), m_tokens.source(), systemClock(), limits);
        std::optional<Result<RawListing>> listing;
        readRawListing(client, {QStringLiteral("/rows"), {}, Urgency::Now}, this, [&](const Result<RawListing> &read) { listing = read; });
        QTRY_VERIFY_WITH_TIMEOUT(listing, 60000);
        QVERIFY(!*listing);
        QCOMPARE(listing->error().kind, Error::Kind::Malformed);
        QVERIFY2(peak() - m_before < mostGrowth, qPrintable(QString::number((peak() - m_before) / megabyte)));
    }

    void initTestCase()
    {
        const QByteArray packed = qCompress(QByteArray(100 * megabyte, '\0'), 9); // its length, then zlib
        m_bomb = packed.mid(4);
    }

private:
    /// 100 MB of zeros in 100 kB. Of gzip the head is enough: whoever unpacks it gets at the zeros behind.
    QByteArray bomb(bool gzip) const
    {
        return gzip ? QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10) + m_bomb.mid(2) : m_bomb;
    }

    void get(const QUrl &url, const QString &path = QStringLiteral("/users/me"))
    {
        RestLimits limits;
        limits.tries = 1;
        RestClient client(url, m_tokens.source(), systemClock(), limits);
        m_taken = {};
        client.get(path, {}, Urgency::Now, this, m_taken.then());
        QTRY_VERIFY_WITH_TIMEOUT(m_taken.isOne(), 60000);
    }

    std::unique_ptr<TestServer> m_server;
    FixedTokens m_tokens;
    Taken m_taken;
    QByteArray m_bomb;
    qint64 m_before = 0;
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
