// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupfolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

OwnData dataOf(const QString &label, const QDateTime &made)
{
    OwnTable links;
    links.name = QStringLiteral("links");
    links.columns = {QStringLiteral("id"), QStringLiteral("label"), QStringLiteral("created_ms")};
    links.rows = {{QStringLiteral("l1"), label, qint64(9007199254740993)}, {QStringLiteral("l2"), QVariant(), QByteArray("\x00\xff", 2)}};
    OwnData data;
    data.account = QStringLiteral("https://api.example.com/users/mara");
    data.made = made;
    data.tables = {links};
    data.settings = {{QStringLiteral("cancel/reasons"), QStringLiteral("[]")}};
    return data;
}

QDateTime moment(int day, int hour)
{
    return {QDate(2026, 11, day), QTime(hour, 0), Qt::UTC};
}

} // namespace

/// The rotated files that a broken store is filled from.
class BackupFolderTest : public QObject
{
    Q_OBJECT

private slots:
    void file_comesBackAsItWas()
    {
        const OwnData data = dataOf(QStringLiteral("for Zoë “x”\n"), moment(18, 9));
        const Result<OwnData> read = ownDataFrom(toFile(data));
        QVERIFY(read);
        QCOMPARE(read->account, data.account);
        QCOMPARE(read->made, data.made);
        QCOMPARE(read->settings, data.settings);
        QCOMPARE(read->tables.size(), 1);
        QCOMPARE(read->tables.first().columns, data.tables.first().columns);
        QCOMPARE(read->tables.first().rows, data.tables.first().rows);
        QVERIFY(read->tables.first().whole);
    }

    void whatIsNoBackup_isRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error::Kind>("kind");
        const QByteArray good = toFile(dataOf(QStringLiteral("a"), moment(18, 9)));
        QTest::newRow("nothing") << QByteArray() << Error::Kind::Malformed;
        QTest::newRow("cut") << good.left(good.size() / 2) << Error::Kind::Malformed;
        QTest::newRow("zeros") << QByteArray(4096, '\0') << Error::Kind::Malformed;
        QTest::newRow("other JSON") << QByteArray(R"({"tables":[]})") << Error::Kind::Malformed;
        QTest::newRow("of a newer program") << QByteArray(good).replace("\"version\":1", "\"version\":2") << Error::Kind::Refused;
    }

    void whatIsNoBackup_isRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const Error::Kind, kind);
        const Result<OwnData> read = ownDataFrom(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, kind);
    }

    void theSame_isKnownWheneverItWasMade()
    {
        const QByteArray one = toFile(dataOf(QStringLiteral("a"), moment(18, 9)));
        QVERIFY(holdSame(one, toFile(dataOf(QStringLiteral("a"), moment(19, 9)))));
        QVERIFY(!holdSame(one, toFile(dataOf(QStringLiteral("b"), moment(18, 9)))));
    }

    void files_areForTheirOwnerOnly()
    {
        const QTemporaryDir place;
        const BackupFolder folder = folderIn(place);
        QVERIFY(add(place, QStringLiteral("a"), moment(18, 9)));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(folder.path()) & others));
        QVERIFY(!(QFile::permissions(folder.path() + QLatin1Char('/') + names(place).first()) & others));
    }

    void theNewestThatCanBeRead_isGiven()
    {
        const QTemporaryDir place;
        QVERIFY(!folderIn(place).newest());
        QVERIFY(add(place, QStringLiteral("old"), moment(17, 9)));
        QVERIFY(add(place, QStringLiteral("new"), moment(18, 9)));
        QCOMPARE(folderIn(place).newest()->made, moment(18, 9));
        QFile newest(folderIn(place).path() + QLatin1Char('/') + names(place).last());
        QVERIFY(newest.resize(newest.size() / 2));
        QCOMPARE(folderIn(place).newest()->made, moment(17, 9));
    }

    void aClockThatWasPutBack_doesNotMakeTheNewestOld()
    {
        const QTemporaryDir place;
        QVERIFY(add(place, QStringLiteral("first"), moment(18, 9)));
        QVERIFY(add(place, QStringLiteral("second"), moment(18, 8)));
        QVERIFY(add(place, QStringLiteral("third"), moment(18, 8)));
        QCOMPARE(names(place).size(), 3);
        QCOMPARE(folderIn(place).newest()->tables.first().rows.first().at(1).toString(), QStringLiteral("third"));
    }

    void aClockThatWasFarAheadOnce_costsNoLaterBackup()
    {
        const QTemporaryDir place;
        QVERIFY(add(place, QStringLiteral("far"), {QDate(2099, 1, 1), QTime(0, 0), Qt::UTC}));
        QVERIFY(QFile::rename(folderIn(place).path() + QLatin1Char('/') + names(place).last(),
                              folderIn(place).path() + QStringLiteral("/own-20990101T000000000~~.json"))); // as earlier versions named them
        for (int day = 1; day <= 18; ++day) {
            for (int time = 0; time < 20; ++time)
                QVERIFY(add(place, QString::number(day), moment(day, 8).addSecs(time * 60)));
        }
        const QStringList kept = names(place);
        QCOMPARE(kept.size(), 10);
        QStringList labels;
        for (const QString &name : kept) {
            QVERIFY2(name.size() < 40, qPrintable(name));
            QFile file(folderIn(place).path() + QLatin1Char('/') + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            labels << ownDataFrom(file.readAll())->tables.first().rows.first().at(1).toString();
        }
        QCOMPARE(labels, QStringLiteral("12 13 14 15 16 17 18 18 18 18").split(QLatin1Char(' ')));
        QCOMPARE(folderIn(place).newest()->made, moment(18, 8).addSecs(19 * 60));
    }

    void oldOnes_go_theLastThreeAndOneOfEachOfSevenDaysStay()
    {
        const QTemporaryDir place;
        for (int day = 1; day <= 18; ++day) {
            for (int hour : {8, 12, 16})
                QVERIFY(add(place, QString::number(day * 100 + hour), moment(day, hour)));
        }
        const QStringList kept = names(place);
        QCOMPARE(kept.size(), 10);
        for (int day = 11; day <= 17; ++day)
            QVERIFY2(kept.contains(QStringLiteral("own-202611%1T160000000.json").arg(day)), qPrintable(kept.join(QLatin1Char(' '))));
        QCOMPARE(kept.mid(7), QStringList({QStringLiteral("own-20261118T080000000.json"), QStringLiteral("own-20261118T120000000.json"),
                                           QStringLiteral("own-20261118T160000000.json")}));
    }

private:
    static BackupFolder folderIn(const QTemporaryDir &place) { return BackupFolder(place.filePath(QStringLiteral("store.sqlite"))); }
    static bool add(const QTemporaryDir &place, const QString &label, const QDateTime &made)
    {
        return folderIn(place).add(made, toFile(dataOf(label, made))).has_value();
    }
    static QStringList names(const QTemporaryDir &place) { return QDir(folderIn(place).path()).entryList(QDir::Files, QDir::Name); }
};

QTEST_GUILESS_MAIN(BackupFolderTest)
#include "tst_backupfolder.moc"
