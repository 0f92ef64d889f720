// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "leftsignins.h"
#include "profile.h"
#include "renewaljournal.h"
#include "windowfixture.h"

#include <QCryptographicHash>
#include <QFile>
#include <QMessageBox>

namespace {

const QString key = QStringLiteral("mara");

/// A keychain that shows nothing, and lets go of nothing, while it is locked.
class LockedVault : public LastingVault
{
    Q_OBJECT

public:
    void read(const QString &item, QObject *context, std::function<void(const Result<std::optional<QString>> &)> then) override
    {
        LastingVault::read(isLocked ? QStringLiteral("nothing is here") : item, context, std::move(then));
    }

    bool isLocked = false;
};

} // namespace

/// A sign-in that an earlier run ended, and that the keychain did not let go of.
class TestLeftSignIn : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile = std::make_unique<Profile>(m_folder->path(), false);
        RenewalJournal(m_folder->path(), key).write({.phase = JournalEntry::Phase::SignedOut, .generation = 2});
        const LeftSignIns left(m_folder->path());
        left.begin(key);
        left.fail(key);
    }

    void cleanup() { m_application.reset(); }

    void aSignOutThatWasCutShort_leavesNoChoicesOfTheAccount()
    {
        WindowFixture fixture;
        QVERIFY(fixture.startServer());
        QVERIFY(fixture.openSignedIn());
        QVERIFY(fixture.hands().clickRow(*fixture.list(), QStringLiteral("Kenji Watanabe")));
        const QString account = fixture.composition->account().account()->key;
        const QByteArray mark = QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
        QVERIFY(fixture.profileFiles->accounts.leave(account)); // and no more came of it
        fixture.quit();
        QVERIFY(choices(fixture).contains(mark)); // the chosen meeting, for one
        QVERIFY(fixture.openWindow());
        QVERIFY(fixture.hands().seen("WelcomePage"));
        QTRY_VERIFY(!choices(fixture).contains(mark));
        QVERIFY(!choices(fixture).contains("/scheduled_events/"));
        QVERIFY(!choices(fixture).contains(account.toUtf8()));
    }

    void theNextStartRemovesItQuietly()
    {
        start(false);
        QTRY_VERIFY(!kept());
        QTRY_VERIFY2(!says(QStringLiteral("may still be in the keychain")), qPrintable(words()));
    }

    void whileItIsThere_onlyTheWelcomePageSaysSo()
    {
        start(true);
        QTRY_VERIFY2(says(QStringLiteral("may still be in the keychain")), qPrintable(words()));
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(kept());
    }

    void whatTheKeychainNeverShows_isGivenUpWithAWord()
    {
        const LeftSignIns left(m_folder->path());
        for (int starts = 1; starts < 10; ++starts)
            QVERIFY(!left.miss(key));
        start(true);
        QTRY_VERIFY(notice());
        QVERIFY2(notice()->text().contains(QLatin1String("may still be in the keychain")), qPrintable(notice()->text()));
        const QString further = notice()->informativeText();
        QVERIFY2(further.contains(QLatin1String("remove Sundial from the connected apps")), qPrintable(further));
        QVERIFY2(further.contains(QLatin1String("goes on working until you delete it")), qPrintable(further));
        QVERIFY(!says(QStringLiteral("may still be in the keychain")));
        m_application.reset();
        start(true);
        QTRY_VERIFY(says(QStringLiteral("Tokens are kept")));
        QVERIFY(!notice());
    }

private:
    static QByteArray choices(const WindowFixture &fixture)
    {
        QFile file(fixture.profile.filePath(QStringLiteral("sundial.ini")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void start(bool isLocked)
    {
        auto vault = std::make_unique<LockedVault>();
        vault->isLocked = isLocked;
        vault->put(key, QStringLiteral("{}"));
        m_vault = vault.get();
        ApplicationParts parts;
        parts.vault = std::move(vault);
        parts.times = ServiceWorld::quickTimes();
        LaunchOptions options;
        options.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
        options.authUrl = options.apiUrl;
        m_application = std::make_unique<Application>(options, QByteArray(), *m_profile, std::move(parts));
        m_application->start();
        QVERIFY(QTest::qWaitForWindowActive(m_application->window()));
    }

    QMessageBox *notice() const { return m_application->window()->findChild<QMessageBox *>(QStringLiteral("leftSignIn")); }

    bool kept()
    {
        const QHash<QString, QString> items = m_vault->takeAll();
        for (auto item = items.cbegin(); item != items.cend(); ++item)
            m_vault->put(item.key(), item.value());
        return items.contains(key);
    }

    QString words() const { return WindowHands(*m_application->window()).words("WelcomePage"); }
    bool says(const QString &part) const { return words().contains(part); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Application> m_application;
    LockedVault *m_vault = nullptr;
};

QTEST_MAIN(TestLeftSignIn)
#include "tst_leftsignin.moc"
