// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptsince.h"

#include <QTest>
#include <QTimeZone>

class KeptSinceTest : public QObject
{
    Q_OBJECT

private slots:
    void monthsAreThoseOfTheCalendar()
    {
        const QDateTime now(QDate(2026, 11, 18), QTime(9, 30), Qt::UTC);
        QCOMPARE(keptSince(now, 1), QDateTime(QDate(2026, 10, 18), QTime(9, 30), Qt::UTC));
        QCOMPARE(keptSince(now, 12), QDateTime(QDate(2025, 11, 18), QTime(9, 30), Qt::UTC));
        QCOMPARE(keptSince(now.toTimeZone(QTimeZone("Asia/Tokyo")), 1), QDateTime(QDate(2026, 10, 18), QTime(9, 30), Qt::UTC));
    }

    void everythingIsKeptWithoutMonths()
    {
        const QDateTime now(QDate(2026, 11, 18), QTime(9, 30), Qt::UTC);
        QVERIFY(keptSince(now, 0).isNull());
        QVERIFY(keptSince(now, -6).isNull());
        QVERIFY(keptSince({}, 6).isNull());
    }

    void itNeverGoesBack()
    {
        for (const int months : {1, 3, 6, 12}) {
            QDateTime last;
            for (QDateTime now(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC); now.date().year() < 2029; now = now.addSecs(5 * 3600)) {
                const QDateTime since = keptSince(now, months);
                QVERIFY2(!last.isValid() || since >= last, qPrintable(now.toString(Qt::ISODate)));
                QVERIFY2(since < now.addDays(-27 * months), qPrintable(now.toString(Qt::ISODate)));
                last = since;
            }
        }
    }
};

QTEST_APPLESS_MAIN(KeptSinceTest)
#include "tst_keptsince.moc"
