// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"
#include "systemvault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace {

/// A keychain that appears, and may be locked.
class LateKeychain : public MemoryVault
{
    Q_OBJECT

public:
    explicit LateKeychain(bool locked = false)
        : m_isLocked(locked)
    {
    }

    bool isPersistent() const override { return true; }

    void write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then) override
    {
        if (m_isLocked)
            QTimer::singleShot(0, context, [then = std::move(then)] { then(Unexpected(Error{.kind = Error::Kind::Storage})); });
        else if (isAsking)
            m_asked << [this, key, text, context, then = std::move(then)] { MemoryVault::write(key, text, context, then); };
        else
            MemoryVault::write(key, text, context, std::move(then));
    }

    /// Its user gives the password: what waited for that is done.
    void answer()
    {
        isAsking = false;
        for (const auto &take : std::exchange(m_asked, {}))
            take();
    }
    bool isAsking = false; ///< what is to be written waits for answer()

private:
    bool m_isLocked;
    QList<std::function<void()>> m_asked;
};

} // namespace

/// On a machine without a keychain: the test is started with a session bus that nobody listens on.
class TestSystemVault : public QObject
{
    Q_OBJECT

private:
    using Item = std::optional<QString>;

    std::shared_ptr<QList<Item>> read(TokenVault &vault)
    {
        const auto seen = std::make_shared<QList<Item>>();
        vault.read(m_key, this, [seen](const Result<Item> &item) {
            QVERIFY(item.has_value());
            seen->append(*item);
        });
        return seen;
    }

    /// What reading says is wrong; empty where it reads.
    QString refusal(TokenVault &vault)
    {
        const auto seen = std::make_shared<QList<QString>>();
        vault.read(m_key, this, [seen](const Result<Item> &item) { seen->append(item ? QString() : item.error().message); });
        return QTest::qWaitFor([&seen] { return !seen->isEmpty(); }) ? seen->constFirst() : QStringLiteral("no answer");
    }

    bool write(TokenVault &vault, const QString &text)
    {
        const auto seen = std::make_shared<QList<bool>>();
        vault.write(m_key, text, this, [seen](const Result<Done> &done) { seen->append(done.has_value()); });
        return QTest::qWaitFor([&seen] { return !seen->isEmpty(); }) && seen->constFirst();
    }

    bool remove(TokenVault &vault)
    {
        const auto seen = std::make_shared<QList<bool>>();
        vault.remove(m_key, this, [seen](const Result<Done> &done) { seen->append(done.has_value()); });
        return QTest::qWaitFor([&seen] { return !seen->isEmpty(); }) && seen->constFirst();
    }

    std::unique_ptr<SystemVault> start() const { return std::make_unique<SystemVault>(m_service, m_profile->path()); }
    std::unique_ptr<SystemVault> startWithKeychain(bool locked = false) const
    {
        return std::make_unique<SystemVault>(std::make_unique<LateKeychain>(locked), true, m_profile->path());
    }

    /// A run that was told to keep `text` in the file, and is over.
    bool keptInFile(const QString &text)
    {
        const auto vault = start();
        return write(*vault, text) && vault->keepInFile(true) && vault->isPersistent();
    }

    QString folder() const { return m_profile->filePath(QStringLiteral("sign-ins")); }
    QString file() const { return folder() + QLatin1Char('/') + m_key; }

    static int rights(const QString &path)
    {
        struct stat status = {};
        return stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
    }

    const QString m_service = QStringLiteral("Sundial test");
    const QString m_key = QStringLiteral("mara");
    std::unique_ptr<QTemporaryDir> m_profile;

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

QTEST_GUILESS_MAIN(TestSystemVault)
#include "tst_systemvault.moc"
