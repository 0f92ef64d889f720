// SPDX-License-Identifier: GPL-3.0-or-later
#include "origin.h"

#include <QTest>

class TestOrigin : public QObject
{
    Q_OBJECT

private slots:
    void token_goesToSafeAddressesOnly()
    {
        for (const char *good :
             {"https://api.calendly.com", "http://127.0.0.1:8080", "http://localhost", "http://[::1]:9/x"})
            QVERIFY2(mayCarryToken(QUrl(QString::fromLatin1(good))), good);
        for (const char *bad : {"http://api.calendly.com", "http://192.168.0.1", "https://a@b.example", "file:///x",
                                "http://127.0.0.1.evil.example", "http://localhost.evil.example", "https://"})
            QVERIFY2(!mayCarryToken(QUrl(QString::fromLatin1(bad))), bad);
    }

    void resource_onTheApiHasAPath_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *resource, const char *path) {
            QTest::newRow(resource) << QString::fromLatin1(resource) << QString::fromLatin1(path);
        };
        row("http://127.0.0.1:8080/users/U1", "/users/U1");
        row("https://api.calendly.com/scheduled_events/a-b_c/invitees/x", "/scheduled_events/a-b_c/invitees/x");
        row("https://API.CALENDLY.COM:443/users/U1", "/users/U1");
        row("http://api.calendly.com/users/U1", "");
        row("https://api.calendly.com:8443/users/U1", "");
        row("https://api.calendly.com.evil.example/users/U1", "");
        row("https://api.calendly.com@evil.example/users/U1", "");
        row("https://api.calendly.com./users/U1", "");
        row("http://127.0.0.1:8081/users/U1", "");
        row("https://api.calendly.com/users/../admin", "");
        row("https://api.calendly.com/users/..", "");
        row("https://api.calendly.com/users/%2e%2e/x", "");
        row("https://api.calendly.com/users/a%2Fb", "");
        row("https://api.calendly.com/users/U1?x=1", "");
        row("https://api.calendly.com/users/U1#x", "");
        row("https://api.calendly.com//users", "");
        row("https://api.calendly.com/users/", "");
        row("https://api.calendly.com", "");
        row("javascript:alert", "");
        row("", "");
    }

    void resource_onTheApiHasAPath()
    {
        QFETCH(QString, resource);
        QFETCH(QString, path);
        QCOMPARE(resourcePath(QUrl(resource), QUrl(QStringLiteral("http://127.0.0.1:8080"))), path);
    }

    void basePath_isTakenOff()
    {
        const QUrl api(QStringLiteral("http://127.0.0.1:8080/mock/"));
        QCOMPARE(resourcePath(QUrl(QStringLiteral("http://127.0.0.1:8080/mock/users/U1")), api),
                 QStringLiteral("/users/U1"));
        QCOMPARE(resourcePath(QUrl(QStringLiteral("http://127.0.0.1:8080/mocking/users/U1")), api), QString());
    }
};

QTEST_APPLESS_MAIN(TestOrigin)
#include "tst_origin.moc"
