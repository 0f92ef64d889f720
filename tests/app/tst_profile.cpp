// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences.h"
#include "profile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

/// Who may get into the folder of a run.
class TestProfile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath(QStringLiteral("profile"));
    }

    void aNewFolder_isForItsOwnerOnly()
    {
        const mode_t before = umask(0); // as generous as it gets
        Profile profile(m_folder, false);
        const bool isPrepared = profile.prepare().has_value();
        umask(before);
        QVERIFY(isPrepared);
        QCOMPARE(rights(m_folder), 0700);
        QVERIFY(!profile.isOpenToOthers());
    }

    void aFolderThatOthersMayUse_isTightened()
    {
        QVERIFY(QDir().mkdir(m_folder));
        QCOMPARE(chmod(QFile::encodeName(m_folder).constData(), 0777), 0);
        Profile profile(m_folder, false);
        QVERIFY(profile.prepare());
        QCOMPARE(rights(m_folder), 0700);
        QVERIFY(!profile.isOpenToOthers());
    }

    void behindALink_theFolderIsTightened_andItsFilesAreForTheirOwnerOnly()
    {
        const QString target = m_place->filePath(QStringLiteral("target"));
        QVERIFY(QDir().mkdir(target));
        QCOMPARE(chmod(QFile::encodeName(target).constData(), 0775), 0);
        QVERIFY(QFile::link(target, m_folder));
        const mode_t before = umask(0);
        Profile profile(m_folder, false);
        const bool isPrepared = profile.prepare().has_value();
        Preferences(m_folder).setValue(QStringLiteral("schedule/view"), QStringLiteral("week"));
        umask(before);
        QVERIFY(isPrepared);
        QCOMPARE(profile.folder(), m_folder); // which names the sign-ins in the keychain
        QCOMPARE(rights(target), 0700);
        QCOMPARE(rights(target + QStringLiteral("/sundial.ini")), 0600);
    }

    void aFolderOfSomebodyElse_isLeftAsItIs_andTold()
    {
        QVERIFY(QDir().mkdir(m_folder));
        QCOMPARE(chmod(QFile::encodeName(m_folder).constData(), 0777), 0);
        // Only root can give a folder away; everybody else has one of root's that is open to all.
        const bool isGiven = chown(QFile::encodeName(m_folder).constData(), 65534, 65534) == 0;
        QVERIFY(isGiven || geteuid() != 0);
        const QString folder = isGiven ? m_folder : QStringLiteral("/tmp");
        const int before = rights(folder);
        Profile profile(folder, false);
        QVERIFY(profile.prepare());
        QVERIFY(profile.isOpenToOthers());
        QCOMPARE(rights(folder), before);
    }

    void aFileInItsPlace_isAnError()
    {
        QFile file(m_folder);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!Profile(m_folder, false).prepare());
    }

private:
    static int rights(const QString &path)
    {
        struct stat status = {};
        return stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
