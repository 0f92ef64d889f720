// SPDX-License-Identifier: GPL-3.0-or-later
#include "pkce.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

class TestPkce : public QObject
{
    Q_OBJECT

private slots:
    void challenge_isThatOfTheStandardsExample()
    {
        QCOMPARE(pkceChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }

    void freshPair_fitsTogetherAndIsNewEachTime()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 100; ++i) {
            const Pkce pair = freshPkce();
            QCOMPARE(pair.verifier.size(), 43);
            QVERIFY(QRegularExpression(QStringLiteral("^[A-Za-z0-9_-]{43}$"))
                        .match(QLatin1String(pair.verifier))
                        .hasMatch());
            QCOMPARE(pair.challenge, pkceChallenge(pair.verifier));
            seen.insert(pair.verifier);
        }
        QCOMPARE(seen.size(), 100);
    }

    void comparison_toldApartByAnyLetter()
    {
        QVERIFY(sameInConstantTime("abc", "abc"));
        QVERIFY(!sameInConstantTime("abc", "abd"));
        QVERIFY(!sameInConstantTime("bbc", "abc"));
        QVERIFY(!sameInConstantTime("abc", "abcd"));
        QVERIFY(!sameInConstantTime("", "a"));
    }
};

QTEST_GUILESS_MAIN(TestPkce)
#include "tst_pkce.moc"
