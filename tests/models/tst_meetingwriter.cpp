// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvwriter.h"
#include "exportmaker.h"
#include "markdownwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

const QByteArray byteOrderMark("\xEF\xBB\xBF");

/// A table as RFC 4180 has it read.
QList<QStringList> parsed(const QByteArray &csv)
{
    QList<QStringList> rows{{}};
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == QLatin1Char('"') && i + 1 < text.size() && text[i + 1] == QLatin1Char('"')) {
            cell += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (!quoted && c == QLatin1Char(',')) {
            rows.last().append(std::exchange(cell, {}));
        } else if (!quoted && c == QLatin1Char('\r')) {
            rows.last().append(std::exchange(cell, {}));
            rows.append(QStringList());
            ++i;
        } else {
            cell += c;
        }
    }
    rows.removeLast();
    return rows;
}

QList<MeetingDetails> twoMeetings()
{
    MeetingDetails second = exportedMeeting(2, berlin(21, 9, 0), QStringLiteral("Review"), QStringLiteral("Jonas Berg"));
    second.invitees.first().answers = {{QStringLiteral("By which way?"), QStringLiteral("bus"), 0}};
    second.meeting.guests = {QStringLiteral("yuki@example.com"), QStringLiteral("taro@example.com")};
    return {exportedMeeting(1, berlin(20, 13, 0), QStringLiteral("Product demo"), QStringLiteral("Kenji Watanabe")), second};
}

} // namespace

class TestMeetingWriter : public QObject
{
    Q_OBJECT

private slots:
    void nothingSecretIsWritten_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("csv") << ExportFormat::Csv;
        QTest::newRow("json") << ExportFormat::Json;
        QTest::newRow("ics") << ExportFormat::Calendar;
        QTest::newRow("md") << ExportFormat::Markdown;
    }
    void nothingSecretIsWritten()
    {
        QFETCH(ExportFormat, format);
        const QByteArray all = exported(twoMeetings(), format, exportSetting());
        QVERIFY(all.contains("Kenji Watanabe"));
        QVERIFY(!all.contains("s3cret") && !all.contains("cancel_url"));
        ExportSetting discreet = exportSetting();
        discreet.people = discreet.answers = discreet.origin = false;
        const QByteArray less = exported(twoMeetings(), format, discreet);
        for (const char *word : {"Kenji", "example.org", "yuki", "Roofs", "newsletter", "utm_"})
            QVERIFY2(!less.contains(word), word);
        QVERIFY(less.contains("Product demo"));
    }

    void withoutPeopleNobodyIsNamed_data() { nothingSecretIsWritten_data(); }
    void withoutPeopleNobodyIsNamed()
    {
        QFETCH(ExportFormat, format);
        MeetingDetails group = exportedMeeting(7, berlin(20, 9, 0), QStringLiteral("Workshop"), QStringLiteral("Ana Ruiz"));
        group.meeting.inviteesLimit = 5;
        Invitee second = group.invitees.first();
        second.uri = QUrl(second.uri.toString() + QStringLiteral("2"));
        second.name.clear();
        second.email = QStringLiteral("bo@example.org");
        group.invitees.append(second);
        MeetingDetails ended = canceledExport(exportedMeeting(8, berlin(20, 11, 0), QStringLiteral("Intro"), QStringLiteral("Jonas Berg")), {});
        ended.meeting.cancellation = Cancellation{QStringLiteral("Jonas Berg"), QStringLiteral("ill"), false, berlin(19, 9, 0)};
        ExportSetting discreet = exportSetting();
        discreet.people = false;
        const QByteArray less = exported({group, ended}, format, discreet);
        for (const char *word : {"Ana", "Jonas", "bo@", "person7"})
            QVERIFY2(!less.contains(word), word);
        QVERIFY(less.contains("Roofs")); // answers were asked for
    }

    void withoutPeopleNobodyIsCalledOrVisited_data() { nothingSecretIsWritten_data(); }
    void withoutPeopleNobodyIsCalledOrVisited()
    {
        QFETCH(ExportFormat, format);
        MeetingDetails called = exportedMeeting(7, berlin(20, 9, 0), QStringLiteral("Call"), QStringLiteral("Ana Ruiz"));
        called.meeting.place = {.kind = Place::Kind::OutboundCall, .location = QStringLiteral("+34 5550 100")};
        MeetingDetails visited = exportedMeeting(8, berlin(20, 11, 0), QStringLiteral("Visit"), QStringLiteral("Jonas Berg"));
        visited.meeting.place = {.kind = Place::Kind::AskInvitee, .location = QStringLiteral("Lindenweg 7")};
        ExportSetting setting = exportSetting();
        QByteArray written = exported({called, visited}, format, setting);
        QVERIFY(written.contains("5550 100") && written.contains("Lindenweg"));
        setting.people = false;
        written = exported({called, visited}, format, setting);
        QVERIFY(!written.contains("5550") && !written.contains("Lindenweg"));
        QVERIFY(written.contains("Visit"));
    }

    void aLongTitleStaysWhole_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("table") << ExportFormat::Csv;
        QTest::newRow("list") << ExportFormat::Markdown;
        QTest::newRow("calendar") << ExportFormat::Calendar;
    }
    void aLongTitleStaysWhole()
    {
        QFETCH(const ExportFormat, format);
        const QString title(400, QLatin1Char('x'));
        const MeetingDetails meeting = exportedMeeting(7, berlin(20, 9, 0), title, QStringLiteral("Ana Ruiz"));
        // A calendar folds its lines.
        QVERIFY(exported({meeting}, format, exportSetting()).replace("\r\n ", QByteArray()).contains(title.toUtf8()));
    }

    void aMeetingWithoutLengthHasNoEnd()
    {
        MeetingDetails meeting = exportedMeeting(7, berlin(20, 9, 0), QStringLiteral("Intro"), QStringLiteral("Ana Ruiz"));
        QVERIFY(exported({meeting}, ExportFormat::Calendar, exportSetting()).contains("DTEND"));
        meeting.meeting.end = meeting.meeting.start;
        QVERIFY(!exported({meeting}, ExportFormat::Calendar, exportSetting()).contains("DTEND"));
    }

    void aTableHasARowForEachMeetingAndAColumnForEachQuestion()
    {
        const QByteArray csv = exported(twoMeetings(), ExportFormat::Csv, exportSetting());
        QVERIFY(csv.startsWith(byteOrderMark));
        QVERIFY(csv.endsWith("\r\n"));
        const QList<QStringList> rows = parsed(csv.mid(byteOrderMark.size()));
        QCOMPARE(rows.size(), 3);
        for (const QStringList &row : rows)
            QCOMPARE(row.size(), rows.first().size());
        const auto cell = [&rows](int row, const char *head) { return rows[row][rows.first().indexOf(QLatin1String(head))]; };
        QCOMPARE(cell(1, "Start (Europe/Berlin)"), QStringLiteral("2026-11-20 13:00"));
        QCOMPARE(cell(1, "Start (UTC)"), QStringLiteral("2026-11-20T12:00:00Z"));
        QCOMPARE(cell(1, "Invitees"), QStringLiteral("Kenji Watanabe"));
        QCOMPARE(cell(1, "Status"), QStringLiteral("Confirmed"));
        QCOMPARE(cell(1, "What is it about?"), QStringLiteral("Roofs, and \"walls\"\nand doors"));
        QCOMPARE(cell(1, "By which way?"), QString());
        QCOMPARE(cell(2, "By which way?"), QStringLiteral("bus"));
        QCOMPARE(cell(2, "Guests"), QStringLiteral("yuki@example.com; taro@example.com"));
        QCOMPARE(cell(2, "utm_source"), QStringLiteral("newsletter"));
        QVERIFY(!cell(1, "Time zones").isEmpty());
        QVERIFY(!cell(1, "Hosts").isEmpty());
    }

    void noCellIsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("equals") << QStringLiteral("=HYPERLINK(\"http://x\")") << QStringLiteral("\"'=HYPERLINK(\"\"http://x\"\")\"");
        QTest::newRow("plus") << QStringLiteral("+49 30 1") << QStringLiteral("'+49 30 1");
        QTest::newRow("minus") << QStringLiteral("-1+1") << QStringLiteral("'-1+1");
        QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QStringLiteral("\"'\t=1\"");
        QTest::newRow("return") << QStringLiteral("\r=1") << QStringLiteral("\"'\n=1\"");
        QTest::newRow("blank") << QStringLiteral(" =1") << QStringLiteral("' =1");
        QTest::newRow("wide") << QStringLiteral("\uFF1D1") << QStringLiteral("'\uFF1D1");
        QTest::newRow("hidden") << QStringLiteral("\u200B=1") << QStringLiteral("'=1");
        QTest::newRow("words") << QStringLiteral("one = 1") << QStringLiteral("one = 1");
        QTest::newRow("other separators") << QStringLiteral("a;b") << QStringLiteral("\"a;b\"");
        QTest::newRow("nothing") << QString() << QString();
    }
    void noCellIsAFormula()
    {
        QFETCH(QString, text);
        QTEST(csvCell(text), "cell");
    }

    void aQuestionCanBeNoFormulaEither()
    {
        MeetingDetails meeting = twoMeetings().first();
        meeting.invitees.first().answers.first().question = QStringLiteral("=cmd");
        QVERIFY(exported({meeting}, ExportFormat::Csv, exportSetting()).contains(",'=cmd\r\n"));
    }

    void answersOfSeveralAreToldApart()
    {
        MeetingDetails meeting = twoMeetings().first();
        meeting.invitees.append(meeting.invitees.first());
        meeting.invitees.last().name = QStringLiteral("Ana");
        QVERIFY(exported({meeting}, ExportFormat::Csv, exportSetting()).contains("Kenji Watanabe: Roofs"));
    }

    void jsonHasTheDocumentedShape()
    {
        QJsonParseError error;
        MeetingDetails canceled = canceledExport(twoMeetings().last(), QStringLiteral("ill"));
        const QByteArray json = exported({twoMeetings().first(), canceled}, ExportFormat::Json, exportSetting());
        const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(root[QLatin1String("format")].toString(), QStringLiteral("sundial-meetings"));
        QCOMPARE(root[QLatin1String("version")].toInt(), 1);
        QCOMPARE(root[QLatin1String("exported_at")].toString(), QStringLiteral("2026-11-20T09:42:00Z"));
        const QJsonArray meetings = root[QLatin1String("meetings")].toArray();
        QCOMPARE(meetings.size(), 2);
        const QJsonObject first = meetings.first().toObject();
        QCOMPARE(first[QLatin1String("start")].toString(), QStringLiteral("2026-11-20T12:00:00Z"));
        QCOMPARE(first[QLatin1String("status")].toString(), QStringLiteral("active"));
        QVERIFY(first[QLatin1String("cancellation")].isNull());
        QCOMPARE(first[QLatin1String("place")].toObject()[QLatin1String("kind")].toString(), QStringLiteral("zoom"));
        const QJsonObject invitee = first[QLatin1String("invitees")].toArray().first().toObject();
        QCOMPARE(invitee[QLatin1String("name")].toString(), QStringLiteral("Kenji Watanabe"));
        QCOMPARE(invitee[QLatin1String("answers")].toArray().size(), 1);
        QCOMPARE(meetings.last().toObject()[QLatin1String("cancellation")].toObject()[QLatin1String("reason")].toString(), QStringLiteral("ill"));
    }

    void jsonOfNothingIsAnEmptyList()
    {
        const QJsonDocument document = QJsonDocument::fromJson(exported({}, ExportFormat::Json, exportSetting()));
        QVERIFY(document.object()[QLatin1String("meetings")].isArray());
    }

    void markdownIsAListByDay()
    {
        const QString text = QString::fromUtf8(exported(twoMeetings(), ExportFormat::Markdown, exportSetting()));
        QVERIFY(text.startsWith(QStringLiteral("# Meetings\n\nTimes in Europe/Berlin\n\n## Friday 20 November 2026\n\n- **13:00–13:45** Product demo\n")));
        QVERIFY(text.contains(QStringLiteral("  - Kenji Watanabe \\<person1@example.org\\>\n")));
        QVERIFY(text.contains(QStringLiteral("## Saturday 21 November 2026\n")));
        QVERIFY(text.contains(QStringLiteral("  - <https://zoom.example.com/j/1?pwd=a,b;c>\n")));
        QCOMPARE(text.count(QStringLiteral("## ")), 2);
    }

    void markdownTakesForeignTextForText()
    {
        QCOMPARE(markdownText(QStringLiteral("# **x** [a](http://b) <img>\n- c")),
                 QStringLiteral("\\# \\*\\*x\\*\\* \\[a\\](http\\://b) \\<img\\> - c"));
        QCOMPARE(markdownText(QStringLiteral("1. first")), QStringLiteral("1\\. first"));
        QCOMPARE(markdownText(QStringLiteral("- x, 17. Nov.")), QStringLiteral("\\- x, 17. Nov."));
        const MeetingDetails meeting = canceledExport(exportedMeeting(1, berlin(20, 13, 0), QStringLiteral("~~x~~ <script>"), QStringLiteral("|")),
                                                      QStringLiteral("ill\n# head"));
        const QString text = QString::fromUtf8(exported({meeting}, ExportFormat::Markdown, exportSetting()));
        QVERIFY(text.contains(QStringLiteral("~~\\~\\~x\\~\\~ \\<script\\>~~ (Canceled)")));
        QVERIFY(!text.contains(QStringLiteral("\n# head")));
    }

    void linesOfAnAnswerStayLinesInMarkdown()
    {
        MeetingDetails meeting = exportedMeeting(1, berlin(20, 13, 0), QStringLiteral("Intro"), QStringLiteral("Ana"));
        meeting.invitees[0].answers[0].answer = QStringLiteral("Roofs\r\n\n# head\n- point\n===\n<b>walls</b>\\\n");
        const QString text = QString::fromUtf8(exported({meeting}, ExportFormat::Markdown, exportSetting()));
        QVERIFY2(text.contains(QStringLiteral("  - *What is it about?* Roofs\\\n    \\\n    \\# head\\\n    \\- point\\\n    \\===\\\n    \\<b\\>walls\\</b\\>\\\\\n")),
                 qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestMeetingWriter)
#include "tst_meetingwriter.moc"
