// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportmaker.h"
#include "meetingsheet.h"

#include <QTest>
#include <QTextCursor>

namespace {

QDate day(int ofNovember)
{
    return QDate(2026, 11, ofNovember);
}

} // namespace

class TestMeetingSheet : public QObject
{
    Q_OBJECT

private slots:
    void everythingAboutADayStandsOnPaper()
    {
        MeetingDetails meeting = exportedMeeting(1, berlin(20, 13, 0), QStringLiteral("Product demo"), QStringLiteral("Kenji Watanabe"));
        meeting.meeting.guests = {QStringLiteral("yuki@example.com")};
        const QString text = sheet({meeting}, day(20), day(20));
        for (const char *words : {"20 November", "Times in Berlin", "13:00–13:45", "Product demo", "Kenji Watanabe <person1@example.org>",
                                  "yuki@example.com (guest)", "Zoom", "https://zoom.example.com/j/1", "What is it about?", "and doors"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
        QVERIFY(!text.contains(QStringLiteral("s3cret")));
    }

    void aLongTitleStandsWholeOnPaper()
    {
        const QString title = QStringLiteral("word ").repeated(100).trimmed();
        QVERIFY(sheet({exportedMeeting(1, berlin(20, 13, 0), title, QStringLiteral("Ana"))}, day(20), day(20)).contains(title));
    }

    void everyDayOfAWeekIsNamedInOrder()
    {
        const QString text = sheet({exportedMeeting(1, berlin(17, 9, 0), QStringLiteral("Intro"), QStringLiteral("Ana")),
                                    exportedMeeting(2, berlin(17, 11, 0), QStringLiteral("Review"), QStringLiteral("Bo")),
                                    exportedMeeting(3, berlin(19, 11, 0), QStringLiteral("Talk"), QStringLiteral("Cem"))},
                                   day(16), day(22));
        const QStringList expected{QStringLiteral("Monday 16 November"), QStringLiteral("No meetings"), QStringLiteral("Tuesday 17 November"),
                                   QStringLiteral("Intro"),              QStringLiteral("Review"),      QStringLiteral("Wednesday 18 November"),
                                   QStringLiteral("Thursday 19 November"), QStringLiteral("Talk"),      QStringLiteral("Sunday 22 November")};
        qsizetype at = 0;
        for (const QString &words : expected) {
            const qsizetype found = text.indexOf(words, at);
            QVERIFY2(found >= at, qPrintable(words));
            at = found;
        }
        QCOMPARE(text.count(QStringLiteral("No meetings")), 5);
    }

    void canceledOnesAreStruckAndSaid()
    {
        const MeetingDetails meeting = canceledExport(exportedMeeting(1, berlin(20, 13, 0), QStringLiteral("Demo"), QStringLiteral("Ana")), QStringLiteral("ill"));
        const QString text = sheet({meeting}, day(20), day(20));
        QVERIFY(text.contains(QStringLiteral("Demo  Canceled")));
        QVERIFY(text.contains(QStringLiteral("Canceled: ill")));
        const QTextCursor name = m_document.find(QStringLiteral("Demo"));
        QVERIFY(name.charFormat().fontStrikeOut());
    }

    void foreignTextIsNoMarkup()
    {
        const MeetingDetails meeting = exportedMeeting(1, berlin(20, 13, 0), QStringLiteral("<b>bold</b><img src=x>"), QStringLiteral("<i>Ana</i>"));
        const QString text = sheet({meeting}, day(20), day(20));
        QVERIFY(text.contains(QStringLiteral("<b>bold</b><img src=x>")));
        QVERIFY(text.contains(QStringLiteral("<i>Ana</i>")));
    }

    void whatBeganBeforeIsNotLost()
    {
        MeetingDetails retreat = exportedMeeting(1, berlin(18, 9, 0), QStringLiteral("Retreat"), QStringLiteral("Ana"));
        retreat.meeting.end = berlin(21, 9, 0);
        QVERIFY(sheet({retreat}, day(20), day(20)).contains(QStringLiteral("Retreat")));
    }

    void daysThatAreNotKept_areNotSaidToBeEmpty()
    {
        ExportSetting setting = exportSetting();
        setting.keptSince = berlin(19, 9, 0);
        const QString text = sheet({}, day(18), day(20), setting);
        QCOMPARE(text.count(QStringLiteral("Not kept on this computer")), 2);
        QCOMPARE(text.count(QStringLiteral("No meetings")), 1);
    }

private:
    QString sheet(const QList<MeetingDetails> &meetings, QDate first, QDate last, const ExportSetting &setting = exportSetting())
    {
        const MeetingSheet sheet(QStringLiteral("Schedule"), setting, QFont());
        sheet.write(m_document, meetings, first, last);
        return m_document.toPlainText();
    }

    QTextDocument m_document;
};

QTEST_MAIN(TestMeetingSheet)
#include "tst_meetingsheet.moc"
