// SPDX-License-Identifier: GPL-3.0-or-later
#include "singleinstance.h"

#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// The program itself, started on a profile that is in use. The first one is this test.
class TestSecondStart : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        qunsetenv("XDG_RUNTIME_DIR"); // the socket then lies in the profile
        m_first = std::make_unique<SingleInstance>(m_profile->path());
        m_received = std::make_unique<QSignalSpy>(m_first.get(), &SingleInstance::received);
        QVERIFY(m_first->claim());
        QVERIFY(m_first->listen());
    }

    void cleanup()
    {
        m_received.reset();
        m_first.reset();
    }

    void whatTheFirstCannotTake_isRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::newRow("token") << QByteArray("secret-token") << QStringList() << QStringLiteral("SUNDIAL_TOKEN");
        QTest::newRow("API") << QByteArray() << QStringList{QStringLiteral("--api-url=https://one.example")} << QStringLiteral("--api-url");
        QTest::newRow("sign-in server") << QByteArray() << QStringList{QStringLiteral("--auth-url=https://one.example")} << QStringLiteral("--auth-url");
        QTest::newRow("client") << QByteArray() << QStringList{QStringLiteral("--client-id=one")} << QStringLiteral("--client-id");
        QTest::newRow("redirect") << QByteArray() << QStringList{QStringLiteral("--redirect-uri=http://127.0.0.1:7777/")} << QStringLiteral("--redirect-uri");
        QTest::newRow("several") << QByteArray("secret-token")
                                 << QStringList{QStringLiteral("--quick"), QStringLiteral("--api-url=https://one.example")}
                                 << QStringLiteral("SUNDIAL_TOKEN, --api-url");
    }

    void whatTheFirstCannotTake_isRefusedWithASentence()
    {
        QFETCH(const QByteArray, token);
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, named);
        start(arguments, token);
        QCOMPARE(m_exitCode, 2);
        QVERIFY2(m_said.contains(named.toUtf8() + '.'), m_said);
        QVERIFY2(m_said.contains("--profile"), m_said); // the way out
        QVERIFY(!m_said.contains("secret-token"));
        QCOMPARE(m_received->size(), 0);
    }

    void whatTheFirstCanTake_isHandedOver_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("words");
        const QString address = QStringLiteral("io.github.sundial-app:/callback?code=a&state=x");
        QTest::newRow("nothing") << QStringList() << QStringList();
        QTest::newRow("quick") << QStringList{QStringLiteral("--quick")} << QStringList{QStringLiteral("--quick")};
        QTest::newRow("address") << QStringList{address} << QStringList{address};
        QTest::newRow("dashes before the address") << QStringList{QStringLiteral("--"), address} << QStringList{address};
        QTest::newRow("address of a client of one's own") << QStringList{QStringLiteral("--client-id=one"), address} << QStringList{address};
    }

    void whatTheFirstCanTake_isHandedOver()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QStringList, words);
        start(arguments);
        QVERIFY2(!m_said.contains("--"), m_said);
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(m_received->size(), 1);
        QCOMPARE(m_received->first().first().toStringList(), words);
    }

    void anAddressThatIsTooLong_isRefusedWithASentence()
    {
        start({QStringLiteral("io.github.sundial-app:/callback?code=") + QString(8 * 1024, QLatin1Char('a'))});
        QCOMPARE(m_exitCode, 2);
        QVERIFY2(m_said.contains("too long"), m_said);
        QVERIFY2(!m_said.contains("does not answer"), m_said);
        QCOMPARE(m_received->size(), 0);
    }

    void aFirstThatDoesNotAnswer_isNamedWithItsLock()
    {
        QVERIFY(QFile::remove(m_profile->filePath(QStringLiteral("instance.socket"))));
        start({QStringLiteral("--quick")});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_said.contains("does not answer"), m_said);
        QVERIFY2(m_said.contains("/instance.lock"), m_said); // the way out
    }

    void aStartWhileTheFirstQuits_isTheNextFirst()
    {
        m_first->close(); // it takes nothing any more, and holds its lock until all is written
        QProcess second;
        launch(second, {});
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::Running, 60000);
        m_first.reset();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(m_profile->filePath(QStringLiteral("instance.socket"))), 60000);
        start({QStringLiteral("--quick")}); // a third one is taken by the second
        QCOMPARE(m_exitCode, 0);
        QVERIFY2(!m_said.contains("does not answer"), m_said);
        QCOMPARE(second.state(), QProcess::Running);
        QLockFile lock(m_profile->filePath(QStringLiteral("instance.lock")));
        lock.setStaleLockTime(0);
        QVERIFY(!lock.tryLock());
        second.terminate();
        QVERIFY(second.waitForFinished(60000));
    }

private:
    void start(const QStringList &arguments, const QByteArray &token = {})
    {
        QProcess second;
        launch(second, arguments, token);
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 60000);
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        m_exitCode = second.exitCode();
        m_said = second.readAllStandardError();
    }

    void launch(QProcess &program, const QStringList &arguments, const QByteArray &token = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus")); // no keychain is asked
        environment.remove(QStringLiteral("SUNDIAL_TOKEN"));
        if (!token.isEmpty())
            environment.insert(QStringLiteral("SUNDIAL_TOKEN"), QString::fromLatin1(token));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SUNDIAL_PROGRAM), QStringList{QStringLiteral("--profile"), m_profile->path()} + arguments);
    }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<SingleInstance> m_first;
    std::unique_ptr<QSignalSpy> m_received;
    int m_exitCode = -1;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TestSecondStart)
#include "tst_secondstart.moc"
