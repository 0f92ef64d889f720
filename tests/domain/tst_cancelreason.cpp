// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelreason.h"

#include <QTest>

class TestCancelReason : public QObject
{
    Q_OBJECT

private slots:
    void fieldsAreFilled_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("filled");
        QTest::newRow("all") << "Hello {name}, {event} is off: {rebook link}" << "Hello Ana, Demo is off: https://x.example/1";
        QTest::newRow("twice") << "{name} {name}" << "Ana Ana";
        QTest::newRow("as typed") << "{Name} { event }" << "Ana Demo";
        QTest::newRow("unknown") << "{names} {} {event" << "{names} {} {event";
        QTest::newRow("none") << "  Ill today \n" << "Ill today";
        QTest::newRow("empty") << "" << "";
    }
    void fieldsAreFilled()
    {
        QFETCH(QString, text);
        QFETCH(QString, filled);
        QCOMPARE(reasonFor(text, {QStringLiteral("Ana"), QStringLiteral("Demo"), QStringLiteral("https://x.example/1")}), filled);
    }

    void aNameThatLooksLikeAFieldStaysAName()
    {
        QCOMPARE(reasonFor(QStringLiteral("{name}: {rebook link}"), {QStringLiteral("{rebook link}"), {}, QStringLiteral("L")}),
                 QStringLiteral("{rebook link}: L"));
    }

    void aLinkCanComeLater()
    {
        const QString before = reasonFor(QStringLiteral("{name} {rebook link}"), {QStringLiteral("Ana"), {}, linkMark});
        QCOMPARE(withLink(before, QUrl(QStringLiteral("https://x.example/a b"))), QStringLiteral("Ana https://x.example/a%20b"));
    }

    void nobodyCanTypeThePlaceOfALink()
    {
        QCOMPARE(reasonFor(QStringLiteral("a") + linkMark, {}), QStringLiteral("a"));
    }

    void aTextSaysWhetherItWantsALink()
    {
        QVERIFY(asksForLink(QStringLiteral("{name}, see {Rebook Link}")));
        QVERIFY(!asksForLink(QStringLiteral("{name}, see rebook link")));
    }
};

QTEST_GUILESS_MAIN(TestCancelReason)
#include "tst_cancelreason.moc"
