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
        QTest::newRow("two braces") << "{{name}}, {{ rebook link }}" << "Ana, https://x.example/1";
        QTest::newRow("a brace too many") << "{{name}" << "{Ana";
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

    void aMissingLinkTakesItsSentenceAlong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sent");
        QTest::newRow("last line") << "Dear {name},\nI am ill.\nPlease choose a new time: {rebook link}" << "Dear Ana,\nI am ill.";
        QTest::newRow("line between") << "I am ill.\nNew time: {rebook link}\nSorry!" << "I am ill.\nSorry!";
        QTest::newRow("last sentence") << "I am ill. Please choose a new time: {rebook link}" << "I am ill.";
        QTest::newRow("sentence between") << "I am ill. New time: {rebook link}. Sorry!" << "I am ill. Sorry!";
        QTest::newRow("first sentence") << "New time: {rebook link}! Sorry, {name}." << "Sorry, Ana.";
        QTest::newRow("twice") << "Here: {rebook link}\nI am ill.\nOr {rebook link}" << "I am ill.";
        QTest::newRow("a name with a stop") << "{event} is off: {rebook link}" << "";
        QTest::newRow("alone") << "{rebook link}" << "";
    }
    void aMissingLinkTakesItsSentenceAlong()
    {
        QFETCH(QString, text);
        QFETCH(QString, sent);
        QCOMPARE(reasonFor(text, {QStringLiteral("Ana"), QStringLiteral("Ask. Me"), {}}), sent);
    }

    void aLinkThatIsGivenUpTakesItsSentenceAlong()
    {
        const QString before = reasonFor(QStringLiteral("I am ill. New time: {rebook link}\nSorry!"), {{}, {}, linkMark});
        QCOMPARE(withLink(before, QUrl()), QStringLiteral("I am ill.\nSorry!"));
    }

    void whatLooksLikeAFieldIsNamed()
    {
        QCOMPARE(unknownFields(QStringLiteral("{nmae}, {first name} {rebook_link} {nmae} {{x}} {name} {{event}} {} { 1")),
                 QStringList({QStringLiteral("{nmae}"), QStringLiteral("{first name}"), QStringLiteral("{rebook_link}"), QStringLiteral("{{x}}")}));
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
