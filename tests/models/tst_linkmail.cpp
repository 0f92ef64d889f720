// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkmail.h"
#include "recipientlist.h"

#include <QTest>

namespace {

LinkEntry entryOf(const QString &label, const QString &address)
{
    LinkEntry entry;
    entry.link.label = label;
    entry.link.bookingUrl = QUrl(address);
    return entry;
}

} // namespace

class TestLinkMail : public QObject
{
    Q_OBJECT

private slots:
    void eachLetterHasItsOwnNameAndLink()
    {
        const QList<LinkEntry> links{entryOf(QStringLiteral("Petra {link} <petra@nordwind.example>"), QStringLiteral("https://calendly.example/d/1?a=%20b")),
                                     entryOf(QStringLiteral("Bo"), QStringLiteral("https://calendly.example/d/2"))};
        QCOMPARE(mailTexts(QStringLiteral("Hello {name}: {link}"), links),
                 QStringLiteral("To: petra@nordwind.example\n\nHello Petra {link}: https://calendly.example/d/1?a=%20b"
                                "\n\n----\n\nHello Bo: https://calendly.example/d/2"));
        QVERIFY(usualMailText().contains(QLatin1String("{name}")) && usualMailText().contains(QLatin1String("{link}")));
    }

    void theGreetingHasTheNameAndNothingElse_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("greeting");
        const QString hello = usualMailText();
        QTest::newRow("first and last name") << "First name,Last name,E-mail\nAna,Lima,ana@example.org" << hello << "Hello Ana Lima,";
        QTest::newRow("company") << "Name,E-mail,Company\nAna Ruiz,ana@example.org,Nord (AG)" << hello << "Hello Ana Ruiz,";
        QTest::newRow("address only") << "Name,E-mail\n,ana@example.org" << hello << "Hello,";
        QTest::newRow("company only") << "Name,E-mail,Company\n,ana@example.org,Nord AG" << hello << "Hello,";
        QTest::newRow("no heads") << "Ana Ruiz,ana@example.org" << hello << "Hello Ana Ruiz,";
        QTest::newRow("a name that ends in a parenthesis") << "Ana :)" << hello << "Hello Ana :),";
        QTest::newRow("begins with the name") << "ana@example.org" << "{name}, hello: {link}" << "hello: https://calendly.example/d/1";
        QTest::newRow("an exclamation") << "ana@example.org" << "Hi {name}!" << "Hi!";
    }

    void theGreetingHasTheNameAndNothingElse()
    {
        QFETCH(QString, list);
        QFETCH(QString, text);
        QFETCH(QString, greeting);
        const QString letter = mailTexts(text, {entryOf(recipientsIn(list).labels.value(0), QStringLiteral("https://calendly.example/d/1"))});
        const QStringList lines = letter.split(QLatin1Char('\n'));
        QCOMPARE(lines.value(lines.first().startsWith(QLatin1String("To: ")) ? 2 : 0), greeting);
    }

    void theLetterGoesToWhoGetsTheLink()
    {
        const QString list = QStringLiteral("Name,E-mail,Assistant\nAna,ana@example.org,bo@example.org");
        QVERIFY(mailTexts(usualMailText(), {entryOf(recipientsIn(list).labels.value(0), {})}).startsWith(QLatin1String("To: ana@example.org\n\nHello Ana,")));
    }

    void columnsArePastedIntoASpreadsheet()
    {
        const QString table = linkColumns({entryOf(QStringLiteral("Petra Kohl <petra@nordwind.example>"), QStringLiteral("https://calendly.example/d/1"))});
        QCOMPARE(table, QStringLiteral("Name\tE-mail\tLink\nPetra Kohl\tpetra@nordwind.example\thttps://calendly.example/d/1\n"));
    }
};

QTEST_GUILESS_MAIN(TestLinkMail)
#include "tst_linkmail.moc"
