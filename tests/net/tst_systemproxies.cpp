// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemproxies.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QUrl api(QStringLiteral("https://api.example.com/users/me"));

/// Notes what it is asked for, and refuses it.
class RefusingServer : public QTcpServer
{
    Q_OBJECT

public:
    RefusingServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    asked += socket->readAll();
                    socket->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    socket->disconnectFromHost();
                });
            }
        });
        listen(QHostAddress::LocalHost);
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    QByteArray asked;
};

/// The program itself, with a token, as long as it lives.
class RunningProgram
{
public:
    RunningProgram(const char *variable, const RefusingServer &proxy, const QString &server)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QLatin1String(variable), proxy.url());
        environment.insert(QStringLiteral("SUNDIAL_TOKEN"), QStringLiteral("canary-token"));
        m_program.setProcessEnvironment(environment);
        m_program.start(QStringLiteral(SUNDIAL_PROGRAM), {QStringLiteral("--profile"), m_profile.path(), QStringLiteral("--api-url"), server});
    }
    ~RunningProgram()
    {
        m_program.kill();
        m_program.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(RunningProgram)

private:
    QTemporaryDir m_profile;
    QProcess m_program;
};

/// What is tried first; the system may name a next one.
QNetworkProxy firstFor(const QNetworkProxyQuery &query)
{
    return SystemProxies().queryProxy(query).value(0);
}

} // namespace

/// Where the system sends what leaves this computer, and what never leaves it.
class TestSystemProxies : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        qputenv("http_proxy", "http://127.0.0.1:9");
        qputenv("https_proxy", "http://127.0.0.1:9");
        qunsetenv("no_proxy");
    }

    void whatLeavesThisComputer_goesThroughTheSystemsProxy()
    {
        QCOMPARE(firstFor(QNetworkProxyQuery(api)).type(), QNetworkProxy::HttpProxy);
        QCOMPARE(firstFor(QNetworkProxyQuery(api)).port(), 9);
    }

    void exceptionsOfTheSystem_areKept()
    {
        qputenv("no_proxy", ".example.com");
        QCOMPARE(firstFor(QNetworkProxyQuery(api)).type(), QNetworkProxy::NoProxy);
    }

    void whatStaysHere_takesNone_data()
    {
        QTest::addColumn<QNetworkProxyQuery>("query");
        for (const char *url : {"http://127.0.0.1:8811/users/me", "http://localhost:8811/users/me", "http://[::1]:8811/users/me"})
            QTest::addRow("%s", url) << QNetworkProxyQuery(QUrl(QLatin1String(url)));
        QTest::newRow("socket") << QNetworkProxyQuery(QStringLiteral("127.0.0.1"), 8811);
        QTest::newRow("listening") << QNetworkProxyQuery(quint16(8811), QString(), QNetworkProxyQuery::TcpServer);
    }

    void whatStaysHere_takesNone()
    {
        QFETCH(const QNetworkProxyQuery, query);
        QCOMPARE(firstFor(query).type(), QNetworkProxy::NoProxy);
    }

    void theProgram_asksTheProxyForATunnel_andShowsItNothing()
    {
        RefusingServer proxy;
        const RunningProgram program("https_proxy", proxy, QStringLiteral("https://api.example.invalid"));
        QTRY_VERIFY_WITH_TIMEOUT(proxy.asked.contains("CONNECT api.example.invalid:443 HTTP/1.1\r\n"), 60000);
        QVERIFY(!proxy.asked.contains("canary-token"));
        QVERIFY(!proxy.asked.contains("Authorization"));
    }

    void theProgram_reachesThisComputerWithoutTheProxy()
    {
        RefusingServer proxy;
        RefusingServer calendly;
        const RunningProgram program("http_proxy", proxy, calendly.url());
        QTRY_VERIFY_WITH_TIMEOUT(calendly.asked.contains("GET /users/me HTTP/1.1\r\n"), 60000);
        QVERIFY(proxy.asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSystemProxies)
#include "tst_systemproxies.moc"
