// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QTest>

namespace {

CommandLine parse(const QStringList &arguments)
{
    return parseCommandLine(QStringList{QStringLiteral("sundial")} + arguments);
}

}

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void nothing_meansCalendlyItself()
    {
        const CommandLine line = parse({});
        QCOMPARE(line.wish, CommandLine::Wish::Run);
        QCOMPARE(line.options.apiUrl, QUrl(QStringLiteral("https://api.calendly.com")));
        QCOMPARE(line.options.authUrl, QUrl(QStringLiteral("https://auth.calendly.com")));
        QVERIFY(!line.options.demo);
    }

    void everyOption_isTaken()
    {
        const CommandLine line
            = parse({QStringLiteral("--demo"), QStringLiteral("--quick"), QStringLiteral("--profile"),
                     QStringLiteral("p"), QStringLiteral("--api-url"), QStringLiteral("http://127.0.0.1:9000"),
                     QStringLiteral("--auth-url=http://localhost:9000"), QStringLiteral("--client-id"),
                     QStringLiteral("c"), QStringLiteral("--redirect-uri"),
                     QStringLiteral("http://127.0.0.1:7777/back"), QStringLiteral("io.github.sundial-app:/x")});
        QCOMPARE(line.wish, CommandLine::Wish::Run);
        QVERIFY(line.options.demo && line.options.quick);
        QCOMPARE(line.options.profile, QStringLiteral("p"));
        QCOMPARE(line.options.apiUrl.port(), 9000);
        QCOMPARE(line.options.clientId, QStringLiteral("c"));
        QCOMPARE(line.options.redirectUri.port(), 7777);
        QCOMPARE(handedOver(line.options),
                 (QStringList{QStringLiteral("--quick"), QStringLiteral("io.github.sundial-app:/x")}));
        QCOMPARE(line.options.ownServer,
                 (QStringList{QStringLiteral("--api-url"), QStringLiteral("--auth-url"), QStringLiteral("--client-id"), QStringLiteral("--redirect-uri")}));
    }

    /// As the system starts Sundial for an address of its scheme, which any web page may make up.
    void whatFollowsTheDashes_isAnAddress()
    {
        const QString address = QStringLiteral("io.github.sundial-app:/callback?code=a&state=x");
        const CommandLine line = parse({QStringLiteral("--"), address});
        QCOMPARE(line.wish, CommandLine::Wish::Run);
        QCOMPARE(handedOver(line.options), QStringList{address});
        QCOMPARE(parse({QStringLiteral("--")}), parse({})); // started from a menu
        const CommandLine option = parse({QStringLiteral("--"), QStringLiteral("--api-url=https://evil.example")});
        QCOMPARE(option.options.apiUrl, QUrl(QStringLiteral("https://api.calendly.com")));
        QVERIFY(option.options.ownServer.isEmpty());
    }

    void wrongOptions_endInASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{QStringLiteral("--nonsense")};
        QTest::newRow("plain http abroad")
            << QStringList{QStringLiteral("--api-url"), QStringLiteral("http://api.example.com")};
        QTest::newRow("user info") << QStringList{QStringLiteral("--api-url"),
                                                  QStringLiteral("https://api.calendly.com@evil.example")};
        QTest::newRow("no address") << QStringList{QStringLiteral("--auth-url"), QStringLiteral("file:///etc")};
        QTest::newRow("redirect") << QStringList{QStringLiteral("--redirect-uri"), QStringLiteral("nowhere")};
        QTest::newRow("two addresses") << QStringList{QStringLiteral("a:b"), QStringLiteral("c:d")};
        QTest::newRow("further words after the dashes")
            << QStringList{QStringLiteral("--"), QStringLiteral("a:b"), QStringLiteral("--api-url"), QStringLiteral("https://evil.example")};
        QTest::newRow("an option after the dashes") << QStringList{QStringLiteral("--"), QStringLiteral("a:b"), QStringLiteral("--demo")};
        QTest::newRow("empty profile") << QStringList{QStringLiteral("--profile=")};
    }

    void wrongOptions_endInASentence()
    {
        QFETCH(const QStringList, arguments);
        const CommandLine line = parse(arguments);
        QCOMPARE(line.wish, CommandLine::Wish::Wrong);
        QVERIFY(!line.text.isEmpty());
    }

    void help_saysUnofficial()
    {
        const CommandLine line = parse({QStringLiteral("--help")});
        QCOMPARE(line.wish, CommandLine::Wish::Help);
        QVERIFY(line.text.contains(QLatin1String("Unofficial. Not made by Calendly.")));
        QVERIFY(line.text.contains(QLatin1String("SUNDIAL_TOKEN")));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
