// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedfiltertable.h"
#include "storedmeetings.h"

#include <QTest>

class SavedFilterTableTest : public QObject
{
    Q_OBJECT

private slots:
    void filters_areKeptUnderTheirNames();
    void saving_replacesWhatHasTheName();
    void renaming_keepsTheFilter();
    void removed_isGone();

private:
    static SavedFilter filter(const QString &name, const QString &text)
    {
        return {.name = name, .filter = {{QStringLiteral("text"), text}}};
    }
};

void SavedFilterTableTest::filters_areKeptUnderTheirNames()
{
    TemporaryStore store;
    SavedFilterTable table(store.database());
    QVERIFY(table.save(filter(QStringLiteral("'; DROP"), QStringLiteral("with:ana"))));
    QVERIFY(table.save(filter(QStringLiteral("\u7530\u4E2D"), QStringLiteral("x"))));
    QVERIFY(store.database().open(store.path()));
    QCOMPARE(table.filters().size(), 2);
    QVERIFY(table.filters().contains(filter(QStringLiteral("'; DROP"), QStringLiteral("with:ana"))));
}

void SavedFilterTableTest::saving_replacesWhatHasTheName()
{
    TemporaryStore store;
    SavedFilterTable table(store.database());
    QVERIFY(table.save(filter(QStringLiteral("Interviews"), QStringLiteral("a"))));
    QVERIFY(table.save(filter(QStringLiteral("Interviews"), QStringLiteral("b"))));
    QCOMPARE(table.filters(), QList<SavedFilter>{filter(QStringLiteral("Interviews"), QStringLiteral("b"))});
}

void SavedFilterTableTest::renaming_keepsTheFilter()
{
    TemporaryStore store;
    SavedFilterTable table(store.database());
    QVERIFY(table.save(filter(QStringLiteral("a"), QStringLiteral("1"))));
    QVERIFY(table.save(filter(QStringLiteral("b"), QStringLiteral("2"))));
    QVERIFY(table.rename(QStringLiteral("a"), QStringLiteral("b")));
    QCOMPARE(table.filters(), QList<SavedFilter>{filter(QStringLiteral("b"), QStringLiteral("1"))});
    QVERIFY(table.rename(QStringLiteral("b"), QStringLiteral("b")));
    QCOMPARE(table.filters().size(), 1);
}

void SavedFilterTableTest::removed_isGone()
{
    TemporaryStore store;
    SavedFilterTable table(store.database());
    QVERIFY(table.save(filter(QStringLiteral("a"), QStringLiteral("1"))));
    QVERIFY(table.remove(QStringLiteral("a")));
    QVERIFY(table.remove(QStringLiteral("never there")));
    QVERIFY(table.filters().isEmpty());
}

QTEST_GUILESS_MAIN(SavedFilterTableTest)
#include "tst_savedfiltertable.moc"
