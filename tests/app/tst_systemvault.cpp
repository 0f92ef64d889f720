// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"
#include "session.h"
#include "vaultfixture.h"

#include <QFileInfo>

#include <cerrno>

#include <unistd.h>

/// On a machine without a keychain: the test is started with a session bus that nobody listens on.
class TestSystemVault : public VaultFixture
{
    Q_OBJECT

private slots:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }

    void withoutAKeychain_itemsLastForThisRun()
    {
        const auto vault = start();
        QVERIFY(write(*vault, QStringLiteral("token"))); // it waited until it was known where to
        QVERIFY(!vault->isPersistent());
        const auto seen = read(*vault);
        QTRY_COMPARE(*seen, QList<Item>{QStringLiteral("token")});
        QVERIFY(QDir(m_profile->path()).isEmpty()); // nothing is written before somebody chose it
        const auto nextRun = start();
        const auto later = read(*nextRun);
        QTRY_COMPARE(*later, QList<Item>{std::nullopt});
    }

    void withoutAKeychain_theAccountSaysSo()
    {
        LaunchOptions options;
        options.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
        options.authUrl = options.apiUrl;
        ProfileFiles files(m_profile->path());
        const auto vault = start();
        Composition composition(options, files, *vault, systemClock());
        QTRY_VERIFY(!composition.account().keepsSignIns());
        QVERIFY(composition.account().isFileOffered());
        QVERIFY(!composition.account().isInFile());
    }

    void aChosenFile_keepsTheItemForItsOwnerOnly()
    {
        const mode_t before = umask(0); // as generous as it gets
        const bool isKept = keptInFile(QStringLiteral("token"));
        umask(before);
        QVERIFY(isKept);
        QCOMPARE(rights(folder()), 0700);
        QCOMPARE(rights(file()), 0600);
        const auto nextRun = start();
        const auto seen = read(*nextRun);
        QTRY_COMPARE(*seen, QList<Item>{QStringLiteral("token")});
        QVERIFY(nextRun->isInFile());
        QVERIFY(write(*nextRun, QStringLiteral("renewed")));
        const auto third = start();
        const auto later = read(*third);
        QTRY_COMPARE(*later, QList<Item>{QStringLiteral("renewed")});
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList{m_key}); // and nothing beside it
    }

    void takenBack_itLastsForThisRunAndLeavesNothing()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        const auto vault = start();
        QTRY_VERIFY(vault->isFileOffered());
        QVERIFY(vault->keepInFile(false));
        QVERIFY(!QFileInfo::exists(folder()));
        const auto seen = read(*vault);
        QTRY_COMPARE(*seen, QList<Item>{QStringLiteral("token")});
        QVERIFY(write(*vault, QStringLiteral("renewed")));
        QVERIFY(!QFileInfo::exists(folder()));
    }

    void removing_removesTheFile()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        const auto vault = start();
        QVERIFY(remove(*vault));
        QVERIFY(!QFileInfo::exists(file()));
    }

    void whatOthersCouldRead_isNotUsed_andReplacedByTheNextSignIn()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        QCOMPARE(chmod(QFile::encodeName(file()).constData(), 0640), 0);
        const auto vault = start();
        QVERIFY(refusal(*vault).contains(QLatin1String("Others could have read")));
        QVERIFY(write(*vault, QStringLiteral("new")));
        QCOMPARE(rights(file()), 0600);
        QCOMPARE(refusal(*vault), QString());
    }

    void aDamagedFile_leadsToSigningInAgain_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\0\xff\xfe garbage", 12);
        QTest::newRow("cut short") << signIn(4).toUtf8().left(60);
        QTest::newRow("without end") << QByteArray(70 * 1024, 'x');
    }

    void aDamagedFile_leadsToSigningInAgain()
    {
        QFETCH(const QByteArray, content);
        QVERIFY(keptInFile(signIn(4)));
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(content);
        damaged.close();
        const auto vault = start();
        Session session({.url = QUrl(QStringLiteral("http://127.0.0.1:9")), .clientId = QStringLiteral("x"), .redirectUri = {}}, m_profile->path(), *vault, systemClock());
        session.open(m_key);
        QTRY_COMPARE(session.state(), Session::State::KeychainUnreachable);
        QVERIFY(vault->isInFile()); // so that the way on is to sign in again
        QVERIFY(QFileInfo::exists(file()));
        QVERIFY(write(*vault, signIn(1)));
        session.open(m_key);
        QTRY_COMPARE(session.state(), Session::State::Active);
    }

    void whatAKilledWriteLeft_goesWithTheNextAndWithRemoving()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        const auto vault = start();
        const auto leaveHalf = [this] {
            QFile half(file() + QStringLiteral(".Ab12Cd"));
            return half.open(QIODevice::WriteOnly) && half.write("secret") == 6;
        };
        QVERIFY(leaveHalf());
        QVERIFY(write(*vault, QStringLiteral("renewed")));
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList{m_key});
        QVERIFY(leaveHalf());
        QVERIFY(remove(*vault));
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void aFolderInItsPlace_isSetAside()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        QVERIFY(QFile::remove(file()));
        QVERIFY(QDir().mkpath(file() + QStringLiteral("/somebody's")));
        const auto vault = start();
        QVERIFY(refusal(*vault).contains(QLatin1String("Something else")));
        QVERIFY(write(*vault, QStringLiteral("new")));
        QCOMPARE(refusal(*vault), QString());
        const QStringList aside = QDir(m_profile->path()).entryList({QStringLiteral("sign-ins.aside-*")}, QDir::Dirs);
        QCOMPARE(aside.size(), 1);
        QVERIFY(QFileInfo::exists(m_profile->filePath(aside.first() + QStringLiteral("/somebody's"))));
    }

    void aLink_isNeitherReadNorWrittenThrough()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        const QString elsewhere = m_profile->filePath(QStringLiteral("elsewhere"));
        QVERIFY(QFile::rename(file(), elsewhere));
        QVERIFY(QFile::link(elsewhere, file()));
        const auto vault = start();
        QVERIFY(refusal(*vault).contains(QLatin1String("is a link")));
        QVERIFY(!write(*vault, QStringLiteral("new")));
        QFile target(elsewhere);
        QVERIFY(target.open(QIODevice::ReadOnly));
        QCOMPARE(target.readAll(), QByteArray("token"));
        QVERIFY(remove(*vault)); // the link only
        QVERIFY(QFileInfo::exists(elsewhere));
        QVERIFY(!QFileInfo(file()).isSymLink());
    }

    void aFolderThatIsALink_isNotChosen()
    {
        const QTemporaryDir elsewhere;
        QVERIFY(QFile::link(elsewhere.path(), folder()));
        const auto vault = start();
        QVERIFY(write(*vault, QStringLiteral("token")));
        QVERIFY(!vault->isPersistent());
        QVERIFY(!vault->keepInFile(true));
        QVERIFY(QDir(elsewhere.path()).isEmpty());
        const auto seen = read(*vault);
        QTRY_COMPARE(*seen, QList<Item>{QStringLiteral("token")}); // nothing was lost by trying
    }

    void aFileOfSomebodyElse_isNotRead()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        if (chown(QFile::encodeName(file()).constData(), 65534, 65534) != 0)
            QCOMPARE(errno, EPERM); // only root can give a file away; others cannot be given one in a folder of theirs either
        else
            QVERIFY(refusal(*start()).contains(QLatin1String("somebody else")));
    }
};

QTEST_GUILESS_MAIN(TestSystemVault)
#include "tst_systemvault.moc"
