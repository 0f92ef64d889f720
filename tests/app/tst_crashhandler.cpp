// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashreports.h"
#include "crashtext.h"
#include "preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>

namespace {

// What a sanitizer would do with a signal stands in its way here: without this it ends the program by itself, with a
// code of its own, and nobody sees whether the signal goes on to where it would have gone.
constexpr const char *leaveSignals = "handle_segv=0:handle_sigbus=0:handle_abort=0:handle_sigill=0:handle_sigfpe=0";

const QString secret = QStringLiteral("canary-token-4711");
const QString person = QStringLiteral("kenji@harborline.example");

} // namespace

/// Programs that crash for real, and what they leave behind.
class TestCrashHandler : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }

    void aCrash_leavesAReport_andEndsByItsSignal_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("thread");
        const QString window = QStringLiteral("window");
        QTest::newRow("nowhere") << SIGSEGV << QStringLiteral("SIGSEGV") << window;
        QTest::newRow("bus") << SIGBUS << QStringLiteral("SIGBUS") << window;
        QTest::newRow("abort") << SIGABRT << QStringLiteral("SIGABRT") << window;
        QTest::newRow("uncaught") << SIGABRT << QStringLiteral("SIGABRT") << window;
        QTest::newRow("overflow") << SIGSEGV << QStringLiteral("SIGSEGV") << window;
        QTest::newRow("illegal") << SIGILL << QStringLiteral("SIGILL") << window;
        QTest::newRow("arithmetic") << SIGFPE << QStringLiteral("SIGFPE") << window;
        QTest::newRow("thread") << SIGSEGV << QStringLiteral("SIGSEGV") << QStringLiteral("another");
        QTest::newRow("together") << SIGSEGV << QStringLiteral("SIGSEGV") << QStringLiteral("another");
    }

    void aCrash_leavesAReport_andEndsByItsSignal()
    {
        QFETCH(int, number);
        QFETCH(QString, name);
        QFETCH(QString, thread);
        QProcess program;
        QVERIFY(crash(program, QLatin1String(QTest::currentDataTag())));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        QCOMPARE(program.exitCode(), number);
        QCOMPARE(reports().size(), 1);
        const QString text = CrashReports::text(reports().first());
        QVERIFY2(text.contains(QStringLiteral("\nCause: %1\nThread: %2\nBack trace\n").arg(name, thread)), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("  sundial +0x")), qPrintable(text));
    }

    void theProgramItself_isWatched()
    {
        QProcess program;
        QProcessEnvironment environment = environmentWith(leaveSignals);
        environment.remove(QStringLiteral("XDG_RUNTIME_DIR")); // the socket then lies in the profile
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent/bus"));
        environment.remove(QStringLiteral("SUNDIAL_TOKEN"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SUNDIAL_PROGRAM), {QStringLiteral("--profile"), m_profile->path()});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_profile->filePath(QStringLiteral("instance.socket"))), 60000);
        QCOMPARE(::kill(static_cast<pid_t>(program.processId()), SIGSEGV), 0);
        QVERIFY(program.waitForFinished(60000));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        QCOMPARE(program.exitCode(), SIGSEGV);
        QCOMPARE(reports().size(), 1);
    }

    void aReport_isForItsOwnerOnly()
    {
        QProcess program;
        program.setChildProcessModifier([] { ::umask(0); });
        QVERIFY(crash(program, QStringLiteral("nowhere")));
        QCOMPARE(reports().size(), 1);
        const QFileInfo file(reports().first().file);
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(file.permissions() & (others | QFile::ExeOwner)));
        QVERIFY(!(QFileInfo(file.path()).permissions() & others));
    }

    /// Line for line: nothing that is not listed here can be in it.
    void aReport_holdsNothingElse()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        QProcess program;
        // Under a name that tells something, as argv[0] is where modules are named, too.
        const QString named = m_profile->filePath(QStringLiteral("kenji-harborline"));
        QVERIFY(QFile::link(QStringLiteral(CRASH_RUNNER), named));
        QVERIFY(crash(program, QStringLiteral("uncaught"), person, named));
        QCOMPARE(reports().size(), 1);
        const QString text = CrashReports::text(reports().first());
        static const QRegularExpression whole(QStringLiteral(
            "\\ASundial: [\\d.]+\nQt: [\\d.]+\nSystem: [^\n]+\nPlatform: \\w+\nStarted: (\\S+)\nCrashed: (\\S+)\nCause: SIGABRT\n"
            "Thread: window\nBack trace\n(  (unknown|[\\w.+-]+ \\+0x[0-9a-f]+)\n)+\\z"));
        const QRegularExpressionMatch match = whole.match(text);
        QVERIFY2(match.hasMatch(), qPrintable(text));
        for (const int time : {1, 2}) {
            const QDateTime told = QDateTime::fromString(match.captured(time), Qt::ISODate);
            QVERIFY(told.secsTo(before) <= 1 && told <= QDateTime::currentDateTimeUtc());
        }
        for (const QString &hidden : {secret, person, QStringLiteral("kenji"), m_profile->path(), QDir::homePath(), QFileInfo(QStringLiteral(CRASH_RUNNER)).path(),
                                      QSysInfo::machineHostName()})
            QVERIFY2(!text.contains(hidden), qPrintable(hidden));
    }

    void whoHandledTheSignalBefore_stillDoes()
    {
        QProcess program;
        QVERIFY(crash(program, QStringLiteral("handled before")));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 42);
        QCOMPARE(reports().size(), 1);
    }

#ifdef __SANITIZE_ADDRESS__
    void aSanitizer_stillSeesTheFault()
    {
        QProcess program;
        QVERIFY(crash(program, QStringLiteral("nowhere"), {}, QStringLiteral(CRASH_RUNNER), "handle_segv=1"));
        const QByteArray said = program.readAllStandardError();
        QVERIFY2(said.contains("AddressSanitizer: SEGV on unknown address 0x000000000001"), said.constData());
        QCOMPARE(reports().size(), 1);
    }
#endif

    void twoCrashesInASecond_areTwoReports()
    {
        for (int time = 0; time < 2; ++time) {
            QProcess program;
            QVERIFY(crash(program, QStringLiteral("abort")));
        }
        QCOMPARE(reports().size(), 2);
        QVERIFY(reports().first().when >= reports().last().when);
    }

    void whereNamingModulesHangs_theProgramEndsAllTheSame()
    {
        QProcess program;
        QVERIFY(crash(program, QStringLiteral("loading"), QStringLiteral(CRASH_PLUGIN)));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        QCOMPARE(program.exitCode(), SIGSEGV);
        QCOMPARE(reports().size(), 1);
        QVERIFY(CrashReports::text(reports().first()).contains(QLatin1String("\nCause: SIGSEGV\n")));
    }

    void aLinkInPlaceOfTheFolder_isNotFollowed()
    {
        const QTemporaryDir elsewhere;
        QVERIFY(QFile::link(elsewhere.path(), m_profile->filePath(QStringLiteral("crash"))));
        QProcess program;
        QVERIFY(crash(program, QStringLiteral("nowhere")));
        QCOMPARE(program.exitCode(), SIGSEGV);
        QVERIFY(QDir(elsewhere.path()).isEmpty());
    }

    void aKilledProgram_leavesNothing()
    {
        QProcess program;
        QVERIFY(crash(program, QStringLiteral("killed")));
        QCOMPARE(program.exitCode(), SIGKILL);
        QVERIFY(!QFileInfo::exists(m_profile->filePath(QStringLiteral("crash"))));
    }

    void time_isWrittenAsACalendarHasIt_data()
    {
        QTest::addColumn<qint64>("seconds");
        for (const qint64 seconds : {0LL, 951782399LL, 951782400LL, 951868800LL, 1795788333LL, 4107542399LL, 4107542400LL})
            QTest::addRow("%lld", seconds) << seconds;
    }

    void time_isWrittenAsACalendarHasIt()
    {
        QFETCH(qint64, seconds);
        CrashText text;
        text.addTime(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
        QCOMPARE(QString::fromStdString(std::string(text.text())), QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate));
    }

    void textThatDoesNotFit_isCut()
    {
        CrashText text;
        for (int time = 0; time < 500; ++time)
            text.add("12345");
        QCOMPARE(text.text().size(), size_t(1023));
        QCOMPARE(qstrlen(text.terminated()), 1023U);
    }

private:
    QList<CrashReport> reports()
    {
        Preferences preferences(m_profile->path());
        return CrashReports(m_profile->path(), preferences).reports();
    }

    static QProcessEnvironment environmentWith(const char *sanitizer)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SUNDIAL_TOKEN"), secret);
        for (const char *options : {"ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"})
            environment.insert(QLatin1String(options), QLatin1String(sanitizer));
        return environment;
    }

    bool crash(QProcess &program, const QString &way, const QString &word = {}, const QString &file = QStringLiteral(CRASH_RUNNER),
               const char *sanitizer = leaveSignals)
    {
        program.setProcessEnvironment(environmentWith(sanitizer));
        program.start(file, {m_profile->path(), way, word});
        return program.waitForFinished(60000);
    }

    std::unique_ptr<QTemporaryDir> m_profile;
};

QTEST_GUILESS_MAIN(TestCrashHandler)
#include "tst_crashhandler.moc"
