// SPDX-License-Identifier: GPL-3.0-or-later
#include "place.h"

#include <QTest>

class TestPlace : public QObject
{
    Q_OBJECT

private slots:
    void conference_opensOnlyHttps_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << QStringLiteral("https://zoom.example/j/1?pwd=x") << true;
        QTest::newRow("http") << QStringLiteral("http://zoom.example/j/1") << false;
        QTest::newRow("javascript") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("user info") << QStringLiteral("https://zoom.example@evil.example/j/1") << false;
        QTest::newRow("no host") << QStringLiteral("https:///j/1") << false;
        QTest::newRow("app scheme") << QStringLiteral("zoommtg://zoom.example/join") << false;
        QTest::newRow("empty") << QString() << false;
    }

    void conference_opensOnlyHttps()
    {
        QFETCH(QString, written);
        QFETCH(bool, opens);
        const Place place{.kind = Place::Kind::Zoom, .joinUrl = QUrl(written)};
        QCOMPARE(joinTarget(place), opens ? QUrl(written) : QUrl());
    }

    void call_dialsDigitsOnly_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("dialed");
        QTest::newRow("international") << QStringLiteral("+1 (415) 555-0134") << QStringLiteral("tel:+14155550134");
        QTest::newRow("trunk zero") << QStringLiteral("+49 (0)30 901820") << QStringLiteral("tel:+4930901820");
        QTest::newRow("local") << QStringLiteral("030/90 18 20") << QStringLiteral("tel:030901820");
        QTest::newRow("extension") << QStringLiteral("+1 415 555 0134 ext. 12") << QStringLiteral("tel:+14155550134");
        QTest::newRow("pause code") << QStringLiteral("+14155550134,,99#") << QStringLiteral("tel:+14155550134");
        QTest::newRow("arabic digits") << QStringLiteral("+\u0661\u0662\u0663\u0664\u0665")
                                       << QStringLiteral("tel:+12345");
        QTest::newRow("words") << QStringLiteral("call me") << QString();
        QTest::newRow("letters within") << QStringLiteral("555-CALL-NOW") << QString();
        QTest::newRow("scheme") << QStringLiteral("javascript:1234567") << QString();
        QTest::newRow("control code") << QStringLiteral("*#06#") << QString();
        QTest::newRow("too long") << QStringLiteral("1234567890123456") << QString();
        QTest::newRow("plus within") << QStringLiteral("12+34567") << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void call_dialsDigitsOnly()
    {
        QFETCH(QString, written);
        QFETCH(QString, dialed);
        for (const Place::Kind kind : {Place::Kind::OutboundCall, Place::Kind::InboundCall})
            QCOMPARE(joinTarget(Place{.kind = kind, .location = written}).toString(), dialed);
    }

    void hostsAddressOpens_butInviteesStaysText()
    {
        const QString written = QStringLiteral("https://meet.example.org/room");
        QCOMPARE(joinTarget(Place{.kind = Place::Kind::Custom, .location = written}), QUrl(written));
        QCOMPARE(joinTarget(Place{.kind = Place::Kind::AskInvitee, .location = written}), QUrl());
        QCOMPARE(joinTarget(Place{.kind = Place::Kind::Custom, .location = QStringLiteral("javascript:alert(1)")}),
                 QUrl());
        QCOMPARE(joinTarget(Place{.kind = Place::Kind::Physical, .location = QStringLiteral("5 Example Street")}),
                 QUrl());
        QCOMPARE(joinTarget(Place{}), QUrl());
    }

    void onlyScreensAreConferences()
    {
        QVERIFY(isConference(Place::Kind::GoogleMeet));
        QVERIFY(isConference(Place::Kind::GoToMeeting));
        QVERIFY(!isConference(Place::Kind::OutboundCall));
        QVERIFY(!isConference(Place::Kind::None));
        QVERIFY(!isConference(Place::Kind::Unknown));
    }
};

QTEST_APPLESS_MAIN(TestPlace)
#include "tst_place.moc"
