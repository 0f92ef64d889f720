// SPDX-License-Identifier: GPL-3.0-or-later
#include "fulldisk.h"
#include "handover.h"
#include "leftlock.h"
#include "singleinstance.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace std::chrono_literals;

const QStringList uri{QStringLiteral("io.github.sundial-app:/callback?code=a%2Bb%252B&state=x'$(id);")};

/// A variable of the environment, for as long as this lives.
class Environment
{
public:
    Environment(const char *name, const QString &value) : m_name(name), m_before(qgetenv(name)), m_wasSet(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, value.toLocal8Bit());
    }
    ~Environment()
    {
        if (m_wasSet)
            qputenv(m_name, m_before);
        else
            qunsetenv(m_name);
    }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;

private:
    const char *m_name;
    QByteArray m_before;
    bool m_wasSet;
};

}

class TestSingleInstance : public QObject
{
    Q_OBJECT

private:
    static constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

    using End = SingleInstance::HandOver;

    QString lock() const { return m_profile->filePath(QStringLiteral("instance.lock")); }
    QString socket() const { return m_profile->filePath(QStringLiteral("instance.socket")); }

    static std::shared_ptr<std::optional<End>> handOver(SingleInstance &second, const QStringList &words = uri)
    {
        const auto end = std::make_shared<std::optional<End>>();
        second.handOver(words, &second, [end](End reached) { *end = reached; });
        return end;
    }

    /// Longer than the path of a socket may be.
    QString longProfile() const
    {
        const QString path = m_profile->filePath(QString(120, QLatin1Char('p')));
        return QDir().mkpath(path) ? path : QString();
    }

    std::unique_ptr<QTemporaryDir> m_profile;

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        // Without a runtime folder the socket lies in the profile, where this test can find it.
        qunsetenv("XDG_RUNTIME_DIR");
    }

    void second_isNotFirstWhileTheFirstLives()
    {
        auto first = std::make_unique<SingleInstance>(m_profile->path());
        SingleInstance second(m_profile->path());
        QVERIFY(first->claim());
        QVERIFY(!second.claim());
        first.reset();
        QVERIFY(second.claim());
    }

    void aFullDisk_isNotASecondProgram()
    {
        const FullDisk disk(0);
        QVERIFY(disk.isFull());
        SingleInstance first(m_profile->path());
        QVERIFY(first.claim());
    }

    void aFullDisk_doesNotHideTheFirst()
    {
        SingleInstance first(m_profile->path());
        QVERIFY(first.claim());
        const FullDisk disk(0);
        QVERIFY(disk.isFull());
        SingleInstance second(m_profile->path());
        QVERIFY(!second.claim());
    }

    void aFolderThatCannotBeMade_isNotASecondProgram()
    {
        QFile inTheWay(m_profile->filePath(QStringLiteral("file")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        for (const char *folder : {"file", "file/profile", "missing"}) {
            SingleInstance first(m_profile->filePath(QLatin1String(folder)));
            QVERIFY2(first.claim(), folder);
        }
    }

    void twoProfiles_runSideBySide()
    {
        QTemporaryDir other;
        SingleInstance one(m_profile->path());
        SingleInstance two(other.path());
        QVERIFY(one.claim());
        QVERIFY(two.claim());
    }

    void handOver_arrivesByteForByte()
    {
        SingleInstance first(m_profile->path());
        QVERIFY(first.claim());
        QVERIFY(first.listen());
        QSignalSpy received(&first, &SingleInstance::received);

        SingleInstance second(m_profile->path());
        const auto end = handOver(second);
        QTRY_COMPARE(*end, End::Arrived);
        QCOMPARE(received.size(), 1);
        QCOMPARE(received.first().first().toStringList(), uri);
    }

    void handOver_failsWhenNobodyListens()
    {
        SingleInstance first(m_profile->path());
        QVERIFY(first.claim());
        SingleInstance second(m_profile->path(), 500ms);
        const auto end = handOver(second);
        QTRY_COMPARE(*end, End::NoAnswer);
    }

    void aFirstThatQuits_takesNothingMore_andIsFollowed()
    {
        auto first = std::make_unique<SingleInstance>(m_profile->path());
        QVERIFY(first->claim());
        QVERIFY(first->listen());
        const QSignalSpy received(first.get(), &SingleInstance::received);
        QLocalSocket early; // taken, but it has not said anything yet
        early.connectToServer(socket());
        QTRY_COMPARE(early.state(), QLocalSocket::ConnectedState);
        QTRY_VERIFY(first->findChild<QLocalSocket *>());
        first->close();
        QTRY_COMPARE(early.state(), QLocalSocket::UnconnectedState);

        SingleInstance patient(m_profile->path());
        SingleInstance hasty(m_profile->path(), 500ms);
        const auto end = handOver(patient);
        const auto without = handOver(hasty);
        QTRY_COMPARE(*without, End::NoAnswer);
        QVERIFY(!end->has_value()); // it may quit yet
        QVERIFY(received.isEmpty());
        first.reset();
        QTRY_COMPARE(*end, End::IsFirst);
    }

    void cutOffBeforeTheAnswer_itGoesOnAsking()
    {
        auto first = std::make_unique<SingleInstance>(m_profile->path());
        QVERIFY(first->claim());
        QLocalServer dying;
        QVERIFY(dying.listen(socket()));
        qsizetype met = 0;
        connect(&dying, &QLocalServer::newConnection, this, [&] {
            dying.nextPendingConnection()->abort();
            ++met;
        });
        SingleInstance second(m_profile->path());
        const auto end = handOver(second);
        QTRY_VERIFY(met > 1);
        QVERIFY(!end->has_value());
        dying.close();
        QVERIFY(first->listen());
        QTRY_COMPARE(*end, End::Arrived);
    }

    void aFirstThatEndsMeanwhile_isFollowed()
    {
        auto first = std::make_unique<SingleInstance>(m_profile->path());
        QVERIFY(first->claim());
        SingleInstance second(m_profile->path());
        QVERIFY(!second.claim());
        const auto end = handOver(second);
        first.reset();
        QTRY_COMPARE(*end, End::IsFirst);
        QVERIFY(second.listen());
    }

    void aLockThatIsNobodys_isTakenOver_data() { LeftLock::rows(); }

    void aLockThatIsNobodys_isTakenOver()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const bool, isOwn);
        QVERIFY(LeftLock::leave(lock(), content, isOwn));
        SingleInstance first(m_profile->path());
        QVERIFY(!first.claim()); // it may be a program that has just begun
        const auto end = handOver(first);
        QTRY_COMPARE(*end, End::IsFirst);
        QVERIFY(first.listen());
        const QSignalSpy received(&first, &SingleInstance::received);
        SingleInstance second(m_profile->path());
        QVERIFY(!second.claim());
        const auto later = handOver(second);
        QTRY_COMPARE(*later, End::Arrived);
        QCOMPARE(received.size(), 1);
    }

    void whatMustNotBeHandedOver_findsTheSame()
    {
        QVERIFY(LeftLock::leave(lock(), {}, false));
        SingleInstance first(m_profile->path());
        QVERIFY(!first.claim());
        const auto end = std::make_shared<std::optional<End>>();
        first.lookForFirst(&first, [end](End reached) { *end = reached; });
        QTRY_COMPARE(*end, End::IsFirst);
        QVERIFY(first.listen());
        const QSignalSpy received(&first, &SingleInstance::received);
        SingleInstance second(m_profile->path());
        end->reset();
        second.lookForFirst(&second, [end](End reached) { *end = reached; });
        QTRY_COMPARE(*end, End::Arrived);
        QVERIFY(received.isEmpty());
    }

    void theLockOfALivingProgram_isNeverTaken_data() { LeftLock::rows(); }

    void theLockOfALivingProgram_isNeverTaken()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const bool, isOwn);
        SingleInstance living(m_profile->path()); // and it listens to nobody
        QVERIFY(living.claim());
        if (!isOwn)
            QVERIFY(LeftLock::write(lock(), content));
        SingleInstance second(m_profile->path(), 500ms);
        QVERIFY(!second.claim());
        const auto end = handOver(second);
        QTRY_COMPARE(*end, End::NoAnswer);
        QVERIFY(QFile::exists(lock()));
        QVERIFY(living.listen());
        const auto again = handOver(second);
        QTRY_COMPARE(*again, End::Arrived);
    }

    void socketLeftByACrash_isTakenOver()
    {
        QFile stale(socket());
        QVERIFY(stale.open(QIODevice::WriteOnly));
        stale.close();
        SingleInstance first(m_profile->path());
        QVERIFY(first.claim());
        QVERIFY(first.listen());
    }

    void longPath_hasItsSocketAmongTheTemporaryFiles()
    {
        const QTemporaryDir temporary;
        const Environment environment("TMPDIR", temporary.path());
        const QString profile = longProfile();
        SingleInstance first(profile);
        QVERIFY(first.claim());
        QVERIFY(first.listen());
        QSignalSpy received(&first, &SingleInstance::received);
        SingleInstance second(profile);
        QVERIFY(!second.claim());
        const auto end = handOver(second);
        QTRY_COMPARE(*end, End::Arrived);
        QTRY_COMPARE(received.size(), 1);
        const QFileInfoList folders = QDir(temporary.path()).entryInfoList({QStringLiteral("sundial-*")}, QDir::Dirs);
        QCOMPARE(folders.size(), 1);
        QVERIFY(!(folders.first().permissions() & others));
    }

    void longPath_isSaidWhereTheFolderForSocketsIsOpenToOthers()
    {
        const QTemporaryDir temporary;
        const Environment environment("TMPDIR", temporary.path());
        {
            SingleInstance before(longProfile());
            QVERIFY(before.listen());
        }
        const QFileInfoList folders = QDir(temporary.path()).entryInfoList({QStringLiteral("sundial-*")}, QDir::Dirs);
        QCOMPARE(folders.size(), 1);
        QVERIFY(QFile::setPermissions(folders.first().filePath(), folders.first().permissions() | others));
        SingleInstance first(longProfile());
        QVERIFY(first.claim());
        const Result<Done> listening = first.listen();
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, Error::Kind::Storage);
    }

    void foreignBytes_areDroppedAtOnce()
    {
        SingleInstance first(m_profile->path());
        QVERIFY(first.claim());
        QVERIFY(first.listen());
        QSignalSpy received(&first, &SingleInstance::received);

        QLocalSocket hostile;
        hostile.connectToServer(socket());
        QTRY_COMPARE(hostile.state(), QLocalSocket::ConnectedState);
        hostile.write(QByteArray("\x7f\xff\xff\xff", 4) + QByteArray(1000, 'x'));
        QTRY_COMPARE(hostile.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(received.size(), 0);
    }

    void socket_isOnlyForItsUser()
    {
        SingleInstance first(m_profile->path());
        QVERIFY(first.claim());
        QVERIFY(first.listen());
        const QFile::Permissions rights
            = QFileInfo(socket()).permissions();
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void tooLongWords_areNotSent_andTold()
    {
        const QStringList words{QString(longestHandOver + 1, QLatin1Char('x'))};
        QVERIFY(!handOverBytes(words));
        SingleInstance first(m_profile->path());
        QVERIFY(first.claim());
        QVERIFY(first.listen());
        const QSignalSpy received(&first, &SingleInstance::received);
        SingleInstance second(m_profile->path());
        const auto end = handOver(second, words);
        QTRY_COMPARE(*end, End::TooLong);
        QVERIFY(received.isEmpty());
    }

    void halfAMessage_waitsForTheRest()
    {
        const QByteArray whole = *handOverBytes(uri);
        for (qsizetype size = 0; size < whole.size(); ++size)
            QCOMPARE(readHandOver(whole.left(size)).state, HandOverState::Incomplete);
        QCOMPARE(readHandOver(whole).words, uri);
        QCOMPARE(readHandOver(whole + 'x').state, HandOverState::Refused);
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
