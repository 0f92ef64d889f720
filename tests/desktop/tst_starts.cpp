// SPDX-License-Identifier: GPL-3.0-or-later
#include "leftlock.h"

#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

/// Real processes that start on one profile: at the same moment, after a crash, and with a stranger at the socket.
class TestStarts : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        qunsetenv("XDG_RUNTIME_DIR"); // the socket then lies in the profile, where this test can find it
    }

    void sixAtOnce_areOneProgramWithSixAddresses()
    {
        std::array<QProcess, 6> starts;
        for (size_t number = 0; number < starts.size(); ++number)
            start(starts[number], number);
        const auto ended = [&starts] {
            return std::count_if(starts.begin(), starts.end(), [](const QProcess &each) { return each.state() == QProcess::NotRunning; });
        };
        QTRY_COMPARE_WITH_TIMEOUT(ended(), 5, 60000); // one that is about to start is none that ended
        QByteArray said;
        QProcess *first = nullptr;
        for (QProcess &each : starts) {
            if (each.state() != QProcess::NotRunning)
                first = &each;
            else
                QCOMPARE(each.readAllStandardOutput().trimmed(), QByteArray("handed over"));
        }
        const auto addresses = [&] {
            said += first->readAllStandardOutput();
            qsizetype found = 0;
            for (size_t number = 0; number < starts.size(); ++number)
                found += said.count(address(number).toUtf8() + '\n');
            return found;
        };
        QTRY_COMPARE(addresses(), 6);
        QCOMPARE(said.count("first\n"), 1);
        first->kill();
        QVERIFY(first->waitForFinished(60000));
    }

    void afterAKill_theNextStartIsFirst()
    {
        for (size_t number = 0; number < 3; ++number) {
            QProcess program;
            start(program, number);
            QTRY_VERIFY_WITH_TIMEOUT(program.bytesAvailable() > 0, 60000);
            QVERIFY(program.readAllStandardOutput().startsWith("first\n"));
            program.kill();
            QVERIFY(program.waitForFinished(60000));
            QCOMPARE(program.exitStatus(), QProcess::CrashExit);
            QVERIFY(QFile::exists(socket())); // as a crash leaves it
        }
    }

    void killedBeforeItsLockWasWritten_itKeepsNobodyOut()
    {
        QProcess program;
        start(program, 0);
        QTRY_VERIFY_WITH_TIMEOUT(program.bytesAvailable() > 0, 60000);
        QVERIFY(LeftLock::write(lock(), {}));
        QProcess second; // while the first lives
        start(second, 1);
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 60000);
        QCOMPARE(second.readAllStandardOutput().trimmed(), QByteArray("handed over"));
        program.kill();
        QVERIFY(program.waitForFinished(60000));
        QCOMPARE(QFileInfo(lock()).size(), 0);
        std::array<QProcess, 2> next; // at the same moment
        for (size_t number = 0; number < next.size(); ++number)
            start(next[number], number);
        const auto ended = [&next] { return std::count_if(next.begin(), next.end(), [](const QProcess &each) { return each.state() == QProcess::NotRunning; }); };
        QTRY_COMPARE_WITH_TIMEOUT(ended(), 1, 60000);
        QProcess &first = next[0].state() == QProcess::NotRunning ? next[1] : next[0];
        QProcess &later = &first == &next[0] ? next[1] : next[0];
        QCOMPARE(later.readAllStandardOutput().trimmed(), QByteArray("handed over"));
        QVERIFY(first.readAllStandardOutput().startsWith("first\n"));
        first.kill();
        QVERIFY(first.waitForFinished(60000));
    }

    void theLockOfALivingProcess_isNeverTaken()
    {
        QProcess living;
        start(living, 0);
        QTRY_VERIFY_WITH_TIMEOUT(living.bytesAvailable() > 0, 60000);
        QVERIFY(LeftLock::write(lock(), {}));
        QVERIFY(QFile::remove(socket())); // so that it does not answer
        QProcess second;
        start(second, 1);
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 60000);
        QCOMPARE(second.readAllStandardOutput().trimmed(), QByteArray("nobody answers"));
        QVERIFY(QFile::exists(lock()));
        living.kill();
        QVERIFY(living.waitForFinished(60000));
    }

    void strangersAtTheSocket_keepNobodyOut()
    {
        QProcess first;
        start(first, 0);
        QTRY_VERIFY_WITH_TIMEOUT(first.bytesAvailable() > 0, 60000);
        first.readAllStandardOutput();
        std::array<QLocalSocket, 20> strangers;
        for (QLocalSocket &stranger : strangers) {
            stranger.connectToServer(socket());
            QTRY_COMPARE(stranger.state(), QLocalSocket::ConnectedState);
            stranger.write("\x7f\xff\xff\xff" "garbage", 11);
        }
        QLocalSocket silent;
        silent.connectToServer(socket());
        QTRY_COMPARE(silent.state(), QLocalSocket::ConnectedState);
        silent.write(QByteArray(2, '\0')); // and says no more
        QProcess second;
        start(second, 1);
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 60000);
        QCOMPARE(second.readAllStandardOutput().trimmed(), QByteArray("handed over"));
        for (QLocalSocket &stranger : strangers)
            QTRY_COMPARE(stranger.state(), QLocalSocket::UnconnectedState);
        QTRY_COMPARE_WITH_TIMEOUT(silent.state(), QLocalSocket::UnconnectedState, 60000);
        QByteArray said;
        QTRY_VERIFY((said += first.readAllStandardOutput()).contains(address(1).toUtf8()));
        QVERIFY(!said.contains("garbage"));
        first.kill();
        QVERIFY(first.waitForFinished(60000));
    }

private:
    static QString address(size_t number) { return QStringLiteral("io.github.sundial-app:/callback?code=%1&state=x").arg(number); }
    QString lock() const { return m_profile->filePath(QStringLiteral("instance.lock")); }
    QString socket() const { return m_profile->filePath(QStringLiteral("instance.socket")); }

    void start(QProcess &program, size_t number) { program.start(QStringLiteral(START_RUNNER), {m_profile->path(), address(number)}); }

    std::unique_ptr<QTemporaryDir> m_profile;
};

QTEST_GUILESS_MAIN(TestStarts)
#include "tst_starts.moc"
