// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountfixture.h"
#include "leftsignins.h"

#include <QDirIterator>
#include <QFile>

/// A profile as a kill in the middle of signing out leaves it, and the next start.
class TestSignOutCrash : public AccountFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        m_left = std::make_unique<QTemporaryDir>();
        QVERIFY(begin());
        QVERIFY(m_world->keepBrowserSignIn(*m_vault));
        start();
        service().openLast();
        QTRY_COMPARE(service().state(), State::Ready);
        QVERIFY(m_world->load());
        m_key = service().account()->key;
        m_item = *kept();
    }

    void theNextStart_finishesIt_data()
    {
        QTest::addColumn<bool>("isErased");
        QTest::newRow("before anything was removed") << false;
        QTest::newRow("once the folder was gone") << true;
    }

    void theNextStart_finishesIt()
    {
        QFETCH(const bool, isErased);
        QVERIFY(killSigningOut());
        if (isErased)
            QVERIFY(QDir(folder()).removeRecursively());
        startAgain();
        QCOMPARE(service().state(), State::SignedOut);
        QVERIFY(m_world->program->accounts.accounts().isEmpty());
        QVERIFY(!QFile::exists(folder()));
        QTRY_VERIFY(!kept());
        QTRY_COMPARE(revoked().size(), 2); // by the run that was killed, perhaps, and by this one
        QCOMPARE(revoked().last(), m_item.refreshToken);
        QDirIterator files(m_left->path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (files.hasNext())
            QVERIFY2(!files.next().contains(m_key), qPrintable(files.filePath()));
    }

    void aKeychainThatIsLockedThen_isNotTakenForEmpty()
    {
        QVERIFY(killSigningOut());
        m_vault->isLocked = true;
        startAgain();
        QCOMPARE(service().state(), State::SignedOut);
        QVERIFY(!QFile::exists(folder()));
        QTRY_COMPARE(LeftSignIns(m_left->path()).failed(), 1); // later starts go on with it
    }

    void whoSignsInAgain_staysSignedIn()
    {
        QVERIFY(m_world->program->accounts.leave(m_key)); // and no more came of it
        QVERIFY(m_world->program->accounts.accounts().isEmpty());
        comeBackFromBrowser(m_world->calendly->demoPerson());
        QTRY_COMPARE(m_finished.size(), 1);
        QVERIFY(m_finished.first());
        QVERIFY(m_world->program->accounts.leaving().isEmpty());
        start();
        service().openLast();
        QTRY_COMPARE(service().state(), State::Ready);
    }

private:
    QString folder() const { return m_left->filePath(QStringLiteral("accounts/") + m_key); }

    /// Signs out; the profile of this moment, in which the sign-out has noted itself, and the keychain stay as they were.
    bool killSigningOut()
    {
        bool isCopied = false;
        m_vault->beforeNextRead = [this, &isCopied] { isCopied = copy(m_world->profile.path(), m_left->path()); };
        if (!signOut() || !isCopied || !QFile::exists(folder()))
            return false;
        m_vault->MemoryVault::write(m_key, toItemText(m_item), this, [](const Result<Done> &) {});
        return true;
    }

    static bool copy(const QString &from, const QString &to)
    {
        QDirIterator files(from, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString place = to + QLatin1Char('/') + QDir(from).relativeFilePath(file);
            if (files.fileInfo().isDir() ? !QDir().mkpath(place) : !QDir().mkpath(QFileInfo(place).path()) || !QFile::copy(file, place))
                return false;
        }
        return true;
    }

    void startAgain()
    {
        m_world->program = std::make_unique<Program>(m_left->path(), m_world->calendly.url(), *m_vault, m_world->clock, ServiceWorld::quickTimes());
        service().openLast();
    }

    std::unique_ptr<QTemporaryDir> m_left;
    QString m_key;
    AccessTokens m_item;
};

QTEST_GUILESS_MAIN(TestSignOutCrash)
#include "tst_signoutcrash.moc"
