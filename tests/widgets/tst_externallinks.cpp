// SPDX-License-Identifier: GPL-3.0-or-later
#include "externallinks.h"

#include <QTest>

class TestExternalLinks : public QObject
{
    Q_OBJECT

private slots:
    void onlyHarmlessAddresses_areOpened_data();
    void onlyHarmlessAddresses_areOpened();
    void anAddressThatNothingOpens_isNotLogged();
};

void TestExternalLinks::onlyHarmlessAddresses_areOpened_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("opened");
    const auto row
        = [](const char *address, bool opened) { QTest::newRow(address) << QString::fromLatin1(address) << opened; };
    row("https://zoom.example/j/845", true);
    row("HTTPS://zoom.example/j/845", true);
    row("http://127.0.0.1:8080/oauth", true);
    row("http://localhost:8080/", true);
    row("http://[::1]:8080/", true);
    row("mailto:kenji@harborline.example", true);
    row("tel:+493012345", true);
    row("http://zoom.example/j/845", false);
    row("http://127.0.0.1.example.com/", false);
    row("http://localhost@example.com/", false);
    row("https://somebody:word@example.com/", false);
    row("https:///path", false);
    row("javascript:alert(1)", false);
    row("file:///etc/passwd", false);
    row("data:text/html,hello", false);
    row("ssh://example.com", false);
    row("zoommtg://example.com", false);
    row("//example.com", false);
    row("", false);
}

void TestExternalLinks::onlyHarmlessAddresses_areOpened()
{
    QFETCH(QString, address);
    QFETCH(bool, opened);
    QCOMPARE(mayOpenExternally(QUrl(address)), opened);
    if (!opened)
        QVERIFY(!openExternally(QUrl(address)));
}

void TestExternalLinks::anAddressThatNothingOpens_isNotLogged()
{
    static QString logged;
    const QtMessageHandler before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) { logged += text; });
    const bool opened = openExternally(QUrl(QStringLiteral("mailto:canary@harborline.example")));
    qWarning("still heard");
    qInstallMessageHandler(before);
    QVERIFY(!opened); // no mail program belongs to the display of the tests
    QCOMPARE(logged, QStringLiteral("still heard"));
}

QTEST_MAIN(TestExternalLinks)
#include "tst_externallinks.moc"
