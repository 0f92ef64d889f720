// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class PreferencesTest : public QObject
{
    Q_OBJECT

private slots:
    void values_comeBackInTheNextRun();
    void choice_isReadAtOnceAndWrittenByItself();
    void fallback_answersForWhatWasNeverSet();
    void file_isForItsOwnerOnlyBeforeAndAfterWriting();
    void damagedFile_refusesNothing();
    void remove_isWrittenAtOnce();
};

void PreferencesTest::values_comeBackInTheNextRun()
{
    const QTemporaryDir folder;
    {
        Preferences preferences(folder.path());
        preferences.setValue(QStringLiteral("window/geometry"), QByteArray("\x00\x01\xff", 3));
        preferences.setValue(QStringLiteral("schedule/text"), QStringLiteral("Zoë; = \"x\"\n"));
    }
    const Preferences preferences(folder.path());
    QCOMPARE(preferences.value(QStringLiteral("window/geometry")).toByteArray(), QByteArray("\x00\x01\xff", 3));
    QCOMPARE(preferences.value(QStringLiteral("schedule/text")).toString(), QStringLiteral("Zoë; = \"x\"\n"));
}

/// As after a crash: the first Preferences never ends here.
void PreferencesTest::choice_isReadAtOnceAndWrittenByItself()
{
    const QTemporaryDir folder;
    Preferences preferences(folder.path());
    preferences.setValue(QStringLiteral("schedule/view"), QStringLiteral("week"));
    preferences.setValue(QStringLiteral("schedule/view"), QStringLiteral("month"));
    QCOMPARE(preferences.value(QStringLiteral("schedule/view")).toString(), QStringLiteral("month"));
    QVERIFY(preferences.contains(QStringLiteral("schedule/view")));
    QCOMPARE(preferences.values().value(QStringLiteral("schedule/view")).toString(), QStringLiteral("month"));
    QTRY_COMPARE(Preferences(folder.path()).value(QStringLiteral("schedule/view")).toString(), QStringLiteral("month"));
}

void PreferencesTest::fallback_answersForWhatWasNeverSet()
{
    const QTemporaryDir folder;
    const Preferences preferences(folder.path());
    QCOMPARE(preferences.value(QStringLiteral("zoom"), 7).toInt(), 7);
    QVERIFY(!preferences.value(QStringLiteral("zoom")).isValid());
}

void PreferencesTest::file_isForItsOwnerOnlyBeforeAndAfterWriting()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("profile/sundial.ini"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    {
        Preferences preferences(folder.filePath(QStringLiteral("profile")));
        QVERIFY(QFile::exists(file));
        QVERIFY(!(QFile::permissions(file) & others));
        preferences.setValue(QStringLiteral("a"), 1);
    }
    QVERIFY(QFile(file).size() > 0);
    QVERIFY(!(QFile::permissions(file) & others));
}

void PreferencesTest::damagedFile_refusesNothing()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sundial.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[schedule\nwithout a value\nzoom=2\n") > 0);
    file.close();
    bool told = false;
    Preferences preferences(folder.path());
    preferences.whenRefused([&told] { told = true; });
    preferences.setValue(QStringLiteral("schedule/view"), QStringLiteral("month"));
    const auto isWritten = [path = file.fileName()] {
        QFile stored(path);
        return stored.open(QIODevice::ReadOnly) && stored.readAll().contains("view=month");
    };
    QTRY_VERIFY(told || isWritten());
    QVERIFY(!told);
}

void PreferencesTest::remove_isWrittenAtOnce()
{
    const QTemporaryDir folder;
    const QStringList keys{QStringLiteral("written"), QStringLiteral("unwritten"), QStringLiteral("never")};
    {
        Preferences before(folder.path());
        before.setValue(keys.first(), 1);
        before.setValue(QStringLiteral("kept"), 2);
    }
    Preferences preferences(folder.path());
    preferences.setValue(keys.at(1), 3);
    preferences.remove(keys);
    for (const QString &key : keys) {
        QVERIFY(!preferences.contains(key));
        QCOMPARE(preferences.value(key, 7).toInt(), 7);
    }
    QFile file(folder.filePath(QStringLiteral("sundial.ini")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("kept=2"));
    QVERIFY(!bytes.contains("written"));
    QCOMPARE(preferences.values().keys(), QStringList{QStringLiteral("kept")});
}

QTEST_GUILESS_MAIN(PreferencesTest)
#include "tst_preferences.moc"
