// SPDX-License-Identifier: GPL-3.0-or-later
#include "openrequests.h"

#include <QFileOpenEvent>
#include <QSignalSpy>
#include <QTest>

/// What macOS brings back from a browser sign-in.
class TestOpenRequests : public QObject
{
    Q_OBJECT

private slots:
    void anAddressIsPassedOnAsItCame()
    {
        const OpenRequests requests;
        const QSignalSpy received(&requests, &OpenRequests::received);
        const QString address = QStringLiteral("io.github.sundial-app:/signed-in?code=a%2Bb&state=c%20d");
        QFileOpenEvent event{QUrl(address)};
        QVERIFY(QCoreApplication::sendEvent(qApp, &event));
        QCOMPARE(received.size(), 1);
        QCOMPARE(received.first().first().toStringList(), QStringList{address});
    }

    void aFileIsNot()
    {
        const OpenRequests requests;
        const QSignalSpy received(&requests, &OpenRequests::received);
        QFileOpenEvent event(QStringLiteral("/etc/hostname"));
        QCoreApplication::sendEvent(qApp, &event);
        QVERIFY(received.isEmpty());
    }
};

QTEST_MAIN(TestOpenRequests)
#include "tst_openrequests.moc"
