// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"
#include "vaultfixture.h"

#include <QFileInfo>
#include <QSignalSpy>

/// A keychain that appears while sign-ins are kept elsewhere: at a later start, or later in the same run.
class TestLateKeychain : public VaultFixture
{
    Q_OBJECT

private slots:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }

    void whenAKeychainAppears_theItemMovesThere()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        const auto vault = startWithKeychain();
        const QSignalSpy moved(vault.get(), &TokenVault::movedToKeychain);
        const auto seen = read(*vault);
        QTRY_COMPARE(*seen, QList<Item>{QStringLiteral("token")});
        QTRY_COMPARE(moved.size(), 1);
        QVERIFY(!QFileInfo::exists(folder()));
        const auto again = read(*vault);
        QTRY_COMPARE(*again, QList<Item>{QStringLiteral("token")}); // out of the keychain
        QVERIFY(!vault->isFileOffered());
        QVERIFY(!vault->keepInFile(true));
    }

    void removedOnItsWayToTheKeychain_theItemDoesNotComeBack()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        auto keychain = std::make_unique<LateKeychain>();
        LateKeychain &asking = *keychain;
        asking.isAsking = true;
        SystemVault vault(std::move(keychain), true, m_profile->path());
        const QSignalSpy moved(&vault, &TokenVault::movedToKeychain);
        const auto seen = read(vault);
        QTRY_COMPARE(*seen, QList<Item>{QStringLiteral("token")});
        QList<bool> removed;
        vault.remove(m_key, this, [&removed](const Result<Done> &done) { removed << done.has_value(); });
        QVERIFY(!QFileInfo::exists(file())); // at once
        QVERIFY(vault.isBusy());
        asking.answer();
        QTRY_COMPARE(removed, QList<bool>{true});
        const auto later = read(vault);
        QTRY_COMPARE(*later, QList<Item>{std::nullopt});
        QVERIFY(moved.isEmpty());
        QVERIFY(!vault.isBusy());
    }

    void writtenOnItsWayToTheKeychain_theNewerItemStays()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        auto keychain = std::make_unique<LateKeychain>();
        LateKeychain &asking = *keychain;
        asking.isAsking = true;
        SystemVault vault(std::move(keychain), true, m_profile->path());
        const auto seen = read(vault);
        QTRY_COMPARE(*seen, QList<Item>{QStringLiteral("token")});
        QList<bool> written;
        asking.isAsking = false; // nothing else waits for its user
        vault.write(m_key, QStringLiteral("renewed"), this, [&written](const Result<Done> &done) { written << done.has_value(); });
        asking.answer();
        QTRY_COMPARE(written, QList<bool>{true});
        const auto later = read(vault);
        QTRY_COMPARE(*later, QList<Item>{QStringLiteral("renewed")});
    }

    void keychainThatIsWaitedFor_isHeardOf()
    {
        auto keychain = std::make_unique<LateKeychain>();
        LateKeychain &asking = *keychain;
        const SystemVault vault(std::move(keychain), true, m_profile->path());
        const QSignalSpy awaited(&vault, &TokenVault::answerAwaited);
        emit asking.answerAwaited();
        QCOMPARE(awaited.size(), 1);
    }

    void aFileThatCameBack_doesNotWinOverANewerItem()
    {
        const QString old = signIn(4);
        const QString renewed = signIn(5);
        QVERIFY(keptInFile(old));
        const auto vault = startWithKeychainThatHolds(renewed);
        const QSignalSpy moved(vault.get(), &TokenVault::movedToKeychain);
        const auto seen = read(*vault);
        QTRY_COMPARE(*seen, QList<Item>{renewed});
        QVERIFY(!QFileInfo::exists(folder()));
        const auto again = read(*vault);
        QTRY_COMPARE(*again, QList<Item>{renewed});
        QVERIFY(moved.isEmpty());
    }

    void aFileThatIsNewer_replacesTheItem()
    {
        const QString renewed = signIn(5);
        QVERIFY(keptInFile(renewed));
        const auto vault = startWithKeychainThatHolds(signIn(4));
        const auto seen = read(*vault);
        QTRY_COMPARE(*seen, QList<Item>{renewed});
        QTRY_VERIFY(!QFileInfo::exists(folder()));
        const auto again = read(*vault);
        QTRY_COMPARE(*again, QList<Item>{renewed});
    }

    void aFileDuringAWrite_doesNotReplaceWhatIsWritten()
    {
        QVERIFY(keptInFile(signIn(4)));
        auto keychain = std::make_unique<LateKeychain>();
        LateKeychain &asking = *keychain;
        asking.isAsking = true;
        SystemVault vault(std::move(keychain), true, m_profile->path());
        QList<bool> written;
        const QString renewed = signIn(5);
        vault.write(m_key, renewed, this, [&written](const Result<Done> &done) { written << done.has_value(); });
        const auto seen = read(vault);
        QTRY_COMPARE(seen->size(), 1);
        asking.answer();
        QTRY_COMPARE(written, QList<bool>{true});
        const auto later = read(vault);
        QTRY_COMPARE(*later, QList<Item>{renewed});
        QVERIFY(!QFileInfo::exists(folder()));
    }

    void aKeychainThatComesUpLater_isFoundWhenItIsTriedAgain()
    {
        auto keychain = std::make_unique<LateKeychain>();
        keychain->put(m_key, signIn(4));
        const auto vault = startBeforeTheKeychain(std::move(keychain));
        Session session({.url = QUrl(QStringLiteral("http://127.0.0.1:9")), .clientId = QStringLiteral("x"), .redirectUri = {}}, m_profile->path(), *vault, systemClock());
        session.open(m_key);
        QTRY_COMPARE(session.state(), Session::State::None);
        QVERIFY(!vault->isPersistent());
        m_isThere = true;
        const QSignalSpy told(vault.get(), &TokenVault::persistenceChanged);
        session.open(m_key);
        QTRY_COMPARE(session.state(), Session::State::Active);
        QVERIFY(session.isKept());
        QVERIFY(!told.isEmpty());
        QVERIFY(!vault->isFileOffered());
    }

    void aRenewedSignIn_goesToTheKeychainThatCameUpMeanwhile()
    {
        auto keychain = std::make_unique<LateKeychain>();
        const LateKeychain &late = *keychain;
        const auto vault = startBeforeTheKeychain(std::move(keychain));
        QVERIFY(write(*vault, signIn(1)));
        QVERIFY(!vault->isPersistent());
        m_isThere = true;
        const QString renewed = signIn(2);
        QVERIFY(write(*vault, renewed));
        QCOMPARE(late.text(m_key), Item(renewed));
        QVERIFY(vault->isPersistent());
    }

    void removedWhileAKeychainIsLookedFor_theItemDoesNotComeBack()
    {
        auto keychain = std::make_unique<LateKeychain>();
        const LateKeychain &late = *keychain;
        const auto vault = startBeforeTheKeychain(std::move(keychain));
        QVERIFY(write(*vault, signIn(1)));
        m_isThere = true;
        vault->write(m_key, signIn(2), this, [](const auto &) {});
        QVERIFY(vault->isBusy());
        QVERIFY(remove(*vault));
        QCOMPARE(late.text(m_key), Item());
        const auto later = read(*vault);
        QTRY_COMPARE(*later, QList<Item>{std::nullopt});
        QVERIFY(!vault->isBusy());
    }

    void whatMemoryHolds_movesToAKeychainThatComesUpLater()
    {
        auto keychain = std::make_unique<LateKeychain>();
        const LateKeychain &late = *keychain;
        const auto vault = startBeforeTheKeychain(std::move(keychain));
        const QString text = signIn(1);
        QVERIFY(write(*vault, text));
        m_isThere = true;
        vault->read(QStringLiteral("ben"), this, [](const auto &) {});
        QTRY_COMPARE(late.text(m_key), Item(text));
        QTRY_VERIFY(vault->isPersistent());
        const auto seen = read(*vault);
        QTRY_COMPARE(*seen, QList<Item>{text});
    }

    void whatMemoryHolds_isNotMovedOverANewerItem()
    {
        auto keychain = std::make_unique<LateKeychain>();
        const QString newer = signIn(7);
        keychain->put(m_key, newer);
        const auto vault = startBeforeTheKeychain(std::move(keychain));
        QVERIFY(write(*vault, signIn(1)));
        m_isThere = true;
        vault->read(QStringLiteral("ben"), this, [](const auto &) {});
        QTRY_VERIFY(vault->isPersistent());
        const auto seen = read(*vault);
        QTRY_COMPARE(*seen, QList<Item>{newer});
    }

    void whatALateKeychainDoesNotTake_staysInMemory()
    {
        const auto vault = startBeforeTheKeychain(std::make_unique<LateKeychain>(true));
        const QString text = signIn(1);
        QVERIFY(write(*vault, text));
        m_isThere = true;
        const QSignalSpy told(vault.get(), &TokenVault::persistenceChanged);
        vault->read(QStringLiteral("ben"), this, [](const auto &) {});
        QTRY_VERIFY(!told.isEmpty());
        const auto seen = read(*vault);
        QTRY_COMPARE(*seen, QList<Item>{text});
        QVERIFY(!vault->isPersistent()); // it would end with the program
        QVERIFY(remove(*vault));
        const auto later = read(*vault);
        QTRY_COMPARE(*later, QList<Item>{std::nullopt});
    }

    void whileTheKeychainIsLocked_theFileStaysAndIsKeptUpToDate()
    {
        QVERIFY(keptInFile(QStringLiteral("token")));
        const auto vault = startWithKeychain(true);
        const auto seen = read(*vault);
        QTRY_COMPARE(*seen, QList<Item>{QStringLiteral("token")});
        QVERIFY(write(*vault, QStringLiteral("renewed"))); // a renewed sign-in ends the one in the file
        const auto nextRun = start();
        const auto later = read(*nextRun);
        QTRY_COMPARE(*later, QList<Item>{QStringLiteral("renewed")});
    }
};

QTEST_GUILESS_MAIN(TestLateKeychain)
#include "tst_latekeychain.moc"
