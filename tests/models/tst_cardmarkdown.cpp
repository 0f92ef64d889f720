// SPDX-License-Identifier: GPL-3.0-or-later
#include "carddetails.h"
#include "cardmarkdown.h"

#include <QTest>
#include <QTextDocument>

namespace {

QString markdown(const MeetingDetails &details)
{
    return plain(cardAsMarkdown(cardOf(details), berlinSetting()));
}

} // namespace

class TestCardMarkdown : public QObject
{
    Q_OBJECT

private slots:
    void everythingOnTheCardIsInIt()
    {
        MeetingDetails details = demo();
        details.meeting.notesPlain = QStringLiteral("Bring the sketches");
        const QString text = markdown(details);
        QVERIFY(text.startsWith(QStringLiteral("# Product demo\n\n- **When:** Fri 20 Nov, 13:00–13:45 in Berlin\n")));
        for (const char *part : {"- **Their time:** 21:00–21:45 in Tokyo (+8 h). Late for Kenji.", "## People\n\n- Kenji Watanabe \\<kenji@example.com\\>",
                                 "## Answers\n\n**First?**\n\none\n\n**Second?**\n\ntwo\\\nlines", "## Notes\n\nBring the sketches"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
        QVERIFY(!text.contains(QLatin1String("secret")));
    }

    void foreignTextStaysText()
    {
        const QString foreign = QStringLiteral("# no heading\n- no item\n1. no number\n[no link](https://evil.example) *no* _weight_ <b>bold</b> `code` &amp; ![x](y)");
        MeetingDetails details = demo();
        details.meeting.notesPlain = foreign;
        QTextDocument document;
        document.setMarkdown(markdown(details));
        QVERIFY2(document.toPlainText().contains(QLatin1String("[no link](https://evil.example) *no* _weight_ <b>bold</b> `code` &amp; ![x](y)")),
                 qPrintable(document.toPlainText()));
        for (const char *line : {"# no heading", "- no item", "1. no number"})
            QVERIFY2(document.toPlainText().contains(QLatin1String(line)), line);
        QVERIFY(!document.toHtml().contains(QLatin1String("<img")));
        QVERIFY(!document.toHtml().contains(QLatin1String("href=\"https://evil.example\"")));
    }
};

QTEST_MAIN(TestCardMarkdown)
#include "tst_cardmarkdown.moc"
