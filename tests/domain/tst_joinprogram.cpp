// SPDX-License-Identifier: GPL-3.0-or-later
#include "joinprogram.h"

#include <QTest>

/// Which web addresses a service's own program opens, and by which address.
class TestJoinProgram : public QObject
{
    Q_OBJECT

private slots:
    void anAddressBecomesThatOfTheProgram_data()
    {
        QTest::addColumn<QUrl>("web");
        QTest::addColumn<QUrl>("own");
        const auto row = [](const char *name, const char *web, const char *own) {
            QTest::newRow(name) << QUrl(QLatin1String(web)) << QUrl(QLatin1String(own));
        };
        row("Zoom", "https://us02web.zoom.us/j/84512345678?pwd=aB%2Fc%3D", "zoommtg://us02web.zoom.us/join?action=join&confno=84512345678&pwd=aB%2Fc%3D");
        row("a webinar", "https://zoom.us/w/845123456789?tk=t.k", "zoommtg://zoom.us/join?action=join&confno=845123456789&tk=t.k");
        row("nothing else of the address", "https://zoom.us/j/845123456/?action=x&confno=1#success", "zoommtg://zoom.us/join?action=join&confno=845123456");
        row("Teams", "https://teams.microsoft.com/l/meetup-join/19%3ameeting/0?context=%7b%7d", "msteams://teams.microsoft.com/l/meetup-join/19%3ameeting/0?context=%7b%7d");
    }
    void anAddressBecomesThatOfTheProgram()
    {
        QFETCH(QUrl, web);
        QFETCH(QUrl, own);
        QVERIFY(joinProgramOf(web));
        QCOMPARE(inOwnProgram(web).toString(QUrl::FullyEncoded), own.toString(QUrl::FullyEncoded));
    }

    void othersStayInTheBrowser_data()
    {
        QTest::addColumn<QUrl>("web");
        for (const char *web : {"https://meet.google.com/abc-defg-hij", "https://zoom.us/my/mara", "https://zoom.us.example/j/84512345678",
                                "https://notzoom.us/j/84512345678", "http://zoom.us/j/84512345678", "https://teams.microsoft.com/", "tel:+491701"})
            QTest::newRow(web) << QUrl(QLatin1String(web));
    }
    void othersStayInTheBrowser()
    {
        QFETCH(QUrl, web);
        QVERIFY(!joinProgramOf(web));
        QVERIFY(inOwnProgram(web).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJoinProgram)
#include "tst_joinprogram.moc"
