// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookinglink.h"

#include <QTest>

class TestBookingLink : public QObject
{
    Q_OBJECT

private slots:
    void theTokenJoinsWhatIsThere_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("plain") << "https://calendly.example/d/abc" << "https://calendly.example/d/abc?utm_content=sd-1";
        QTest::newRow("others stay as they are") << "https://calendly.example/d/abc?name=Zo%C3%AB%20B%26C&a1=1%2B1&month=2026-11"
                                                 << "https://calendly.example/d/abc?name=Zo%C3%AB%20B%26C&a1=1%2B1&month=2026-11&utm_content=sd-1";
        QTest::newRow("plus is not a blank") << "https://calendly.example/d/abc?name=A+B" << "https://calendly.example/d/abc?name=A+B&utm_content=sd-1";
        QTest::newRow("an older token goes") << "https://calendly.example/d/abc?utm_content=x&utm_source=y#top"
                                             << "https://calendly.example/d/abc?utm_source=y&utm_content=sd-1#top";
    }

    void theTokenJoinsWhatIsThere()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QCOMPARE(withTrackingToken(QUrl(before), QStringLiteral("sd-1")).toString(QUrl::FullyEncoded), after);
    }

    void anyTokenIsEncoded()
    {
        QCOMPARE(withTrackingToken(QUrl(QStringLiteral("https://calendly.example/d/abc")), QStringLiteral("a&b=c d")).toString(QUrl::FullyEncoded),
                 QStringLiteral("https://calendly.example/d/abc?utm_content=a%26b%3Dc%20d"));
    }
};

QTEST_APPLESS_MAIN(TestBookingLink)
#include "tst_bookinglink.moc"
