// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkmail.h"

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

    void columnsArePastedIntoASpreadsheet()
    {
        const QString table = linkColumns({entryOf(QStringLiteral("Petra Kohl <petra@nordwind.example>"), QStringLiteral("https://calendly.example/d/1"))});
        QCOMPARE(table, QStringLiteral("Name\tE-mail\tLink\nPetra Kohl\tpetra@nordwind.example\thttps://calendly.example/d/1\n"));
    }
};

QTEST_GUILESS_MAIN(TestLinkMail)
#include "tst_linkmail.moc"
