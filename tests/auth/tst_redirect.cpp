// SPDX-License-Identifier: GPL-3.0-or-later
#include "redirect.h"

#include <QTest>

class TestRedirect : public QObject
{
    Q_OBJECT

private:
    const QUrl m_registered{QStringLiteral("http://127.0.0.1:1234/callback")};

    std::optional<Redirect> read(const char *url) const { return readRedirect(QUrl::fromEncoded(url), m_registered); }

private slots:
    void code_isDecodedByteForByte()
    {
        const auto redirect = read("http://127.0.0.1:1234/callback?state=s&code=a%2Bb%2Fc%3D%25%26+%20%C3%A9");
        QVERIFY(redirect);
        QCOMPARE(redirect->code, QByteArray("a+b/c=%&  \xc3\xa9"));
        QCOMPARE(redirect->state, QByteArray("s"));
        QVERIFY(redirect->error.isEmpty());
    }

    void otherAddresses_areRefused_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("scheme") << QByteArray("https://127.0.0.1:1234/callback?state=s&code=c");
        QTest::newRow("host") << QByteArray("http://localhost:1234/callback?state=s&code=c");
        QTest::newRow("port") << QByteArray("http://127.0.0.1:1235/callback?state=s&code=c");
        QTest::newRow("longer path") << QByteArray("http://127.0.0.1:1234/callback2?state=s&code=c");
        QTest::newRow("user") << QByteArray("http://a@127.0.0.1:1234/callback?state=s&code=c");
        QTest::newRow("two states") << QByteArray("http://127.0.0.1:1234/callback?state=s&state=s&code=c");
        QTest::newRow("two codes") << QByteArray("http://127.0.0.1:1234/callback?state=s&code=c&code=d");
        QTest::newRow("a code in disguise") << QByteArray("http://127.0.0.1:1234/callback?state=s&code=c&c%6Fde=d");
        QTest::newRow("NUL") << QByteArray("http://127.0.0.1:1234/callback?state=s&code=c%00");
        QTest::newRow("line end") << QByteArray("http://127.0.0.1:1234/callback?state=s&code=c%0d%0aX");
        QTest::newRow("not UTF-8") << QByteArray("http://127.0.0.1:1234/callback?state=s&code=%ff%fe");
        QTest::newRow("a megabyte") << "http://127.0.0.1:1234/callback?state=s&code=" + QByteArray(1 << 20, 'a');
    }

    void otherAddresses_areRefused()
    {
        QFETCH(QByteArray, url);
        QVERIFY(!read(url.constData()));
    }

    void privateScheme_isReadLikeAnyOther()
    {
        const QUrl registered(QStringLiteral("io.github.sundial-app:/signed-in"));
        const auto redirect
            = readRedirect(QUrl(QStringLiteral("io.github.sundial-app:/signed-in?code=c&state=s")), registered);
        QVERIFY(redirect);
        QCOMPARE(redirect->code, QByteArray("c"));
        QVERIFY(!readRedirect(QUrl(QStringLiteral("io.github.sundial-app://signed-in?code=c&state=s")), registered));
    }

    void missingPath_isThatOfTheRoot()
    {
        QVERIFY(readRedirect(QUrl(QStringLiteral("http://localhost:1234/?code=c&state=s")),
                             QUrl(QStringLiteral("http://localhost:1234"))));
    }
};

QTEST_GUILESS_MAIN(TestRedirect)
#include "tst_redirect.moc"
