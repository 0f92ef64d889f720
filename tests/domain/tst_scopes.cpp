// SPDX-License-Identifier: GPL-3.0-or-later
#include "scopes.h"

#include <QTest>

/// What a grant covers.
class TestScopes : public QObject
{
    Q_OBJECT

private slots:
    void writingIncludesReading()
    {
        const QStringList granted{QStringLiteral("webhooks:write"), QStringLiteral("users:read")};
        QVERIFY(grants(granted, QStringLiteral("webhooks:write")));
        QVERIFY(grants(granted, QStringLiteral("webhooks:read")));
        QVERIFY(grants(granted, QStringLiteral("users:read")));
        QVERIFY(!grants(granted, QStringLiteral("users:write")));
        QVERIFY(!grants(granted, QStringLiteral("shares:write")));
    }

    void aSignInFromBeforeTheScopesMayDoEverything()
    {
        QVERIFY(grants({QStringLiteral("default")}, QStringLiteral("data_compliance:write")));
    }

    void whatOnlySomeNeedIsNotAskedForAtOnce()
    {
        const QStringList further = furtherScopes();
        for (const QString &scope : further)
            QVERIFY2(!grants(everydayScopes(), scope), qPrintable(scope));
    }
};

QTEST_APPLESS_MAIN(TestScopes)
#include "tst_scopes.moc"
