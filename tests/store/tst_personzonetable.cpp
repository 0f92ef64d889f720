// SPDX-License-Identifier: GPL-3.0-or-later
#include "personzonetable.h"
#include "storedmeetings.h"

#include <QTest>

/// Which zone somebody lives in, as far as it is known.
class TestPersonZoneTable : public QObject
{
    Q_OBJECT

private slots:
    void zone_isTheChosenOneWhateverTheAddressLooksLike()
    {
        TemporaryStore store;
        QVERIFY(store.isUsable());
        PersonZoneTable table(store.database());
        QVERIFY(table.zoneOf(QStringLiteral("ana@example.org")).isEmpty());
        QVERIFY(table.setZone(QStringLiteral(" Ana@Example.org "), QStringLiteral("Asia/Tokyo")));
        QCOMPARE(table.zoneOf(QStringLiteral("ana@example.org")), QStringLiteral("Asia/Tokyo"));
        QVERIFY(table.setZone(QStringLiteral("ana@example.org"), QStringLiteral("Europe/Madrid")));
        QCOMPARE(table.zoneOf(QStringLiteral("ana@example.org")), QStringLiteral("Europe/Madrid"));
        QVERIFY(table.zoneOf(QString()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPersonZoneTable)
#include "tst_personzonetable.moc"
