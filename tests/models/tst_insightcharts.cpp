// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightcharts.h"

#include "insighttablemodel.h"
#include "insighttext.h"
#include "searchquery.h"
#include "zones.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QLocale british(QLocale::English, QLocale::UnitedKingdom);

InsightQuery november()
{
    const InsightDays days{QDate(2026, 11, 1), QDate(2026, 12, 1)};
    return {.days = days, .before = daysBefore(InsightPeriod::ThisMonth, days), .now = toUtc(QDate(2026, 11, 20), QTime(10, 0), berlin).utc, .zone = berlin};
}

Insight counted(int meetings)
{
    InsightCounter counter(november());
    for (int number = 0; number < meetings; ++number) {
        const QDateTime start = toUtc(QDate(2026, 11, 2).addDays(number), QTime(9 + number % 3, 0), berlin).utc;
        counter.add({.start = start, .end = start.addSecs(2700), .bookedAt = start.addDays(-number), .peopleKnown = true, .expected = 1,
                     .noShows = number == 0 ? 1 : 0, .sources = {QStringLiteral("newsletter")}, .eventType = number % 2 + 1});
    }
    Insight insight = counter.result();
    insight.types = {{1, {QUrl(QStringLiteral("https://api.example.com/event_types/1")), QStringLiteral("Product demo"), QStringLiteral("#ff0000")}},
                     {2, {QUrl(QStringLiteral("https://api.example.com/event_types/2")), {}, {}}}};
    insight.comparable = true;
    insight.wholeRead = true;
    return insight;
}

InsightChart chartOf(const InsightCharts &charts, const char *key)
{
    const auto found = std::find_if(charts.charts.cbegin(), charts.charts.cend(), [key](const InsightChart &chart) { return chart.key == QLatin1String(key); });
    return found == charts.charts.cend() ? InsightChart() : *found;
}

InsightFigure figureOf(const InsightCharts &charts, const char *key)
{
    const auto found = std::find_if(charts.figures.cbegin(), charts.figures.cend(), [key](const InsightFigure &figure) { return figure.key == QLatin1String(key); });
    return found == charts.figures.cend() ? InsightFigure() : *found;
}

} // namespace

class InsightChartsTest : public QObject
{
    Q_OBJECT

private slots:
    void nothing_isNeverANumberThatIsNone()
    {
        const InsightCharts charts = insightCharts({}, november(), british);
        for (const InsightRow &row : insightRows(charts)) {
            for (const QString &cell : InsightTableModel::cells(row))
                QVERIFY2(!cell.contains(QLatin1String("nan"), Qt::CaseInsensitive) && !cell.contains(QLatin1String("inf")), qPrintable(cell));
            QVERIFY(!row.value.isEmpty());
        }
        QCOMPARE(figureOf(charts, "show").value, QStringLiteral("Not known"));
        QCOMPARE(figureOf(charts, "lead").value, QStringLiteral("Not known"));
        QVERIFY(isEmpty(Insight()));
    }

    void bars_addUpToTheFigures()
    {
        const InsightCharts charts = insightCharts(counted(24), november(), british);
        QCOMPARE(figureOf(charts, "meetings").value, QStringLiteral("24"));
        QCOMPARE(figureOf(charts, "meetings").remark, QStringLiteral("So far 19: 19 more than before"));
        QCOMPARE(figureOf(charts, "hours").value, QString(QStringLiteral("18 h")).replace(QLatin1Char(' '), QChar(0xA0)));
        QCOMPARE(figureOf(charts, "show").value, QStringLiteral("95 %"));
        QVERIFY(figureOf(charts, "show").remark.startsWith(QLatin1String("1 of 19 did not come")));
        for (const char *key : {"time", "types", "weekdays", "hours", "leads", "sources"}) {
            int sum = 0;
            int soFar = 0;
            for (const InsightBar &bar : chartOf(charts, key).bars) {
                sum += bar.count;
                soFar += bar.soFar;
            }
            QCOMPARE(sum, 24);
            QCOMPARE(soFar, 19);
        }
        QVERIFY(charts.hasRest);
    }

    void everyBar_hasASearchThatIsUnderstood()
    {
        const InsightQuery query = november();
        for (const InsightRow &row : insightRows(insightCharts(counted(24), query, british))) {
            const QString typed = searchFor(row.bar.words, row.bar.days.value_or(query.days));
            const SearchQuery search = searchQueryOf(typed, QDate(2026, 11, 20));
            QCOMPARE(search.parts.size(), typed.count(QLatin1Char(':')));
            QVERIFY(std::all_of(search.parts.cbegin(), search.parts.cend(), isFilter));
            const SearchDays days = daysOf(search);
            QVERIFY(days.first >= query.days.first && days.end <= query.days.end);
        }
    }

    void time_isCutIntoDaysWeeksOrMonths()
    {
        InsightQuery query = november();
        QCOMPARE(chartOf(insightCharts(counted(3), query, british), "time").bars.size(), 30);
        query.days = {QDate(2026, 9, 2), QDate(2026, 11, 21)}; // a Wednesday to a Friday
        const QList<InsightBar> weeks = chartOf(insightCharts(counted(3), query, british), "time").bars;
        QCOMPARE(weeks.size(), 12);
        QCOMPARE(*weeks.first().days, (InsightDays{QDate(2026, 9, 2), QDate(2026, 9, 7)}));
        QCOMPARE(*weeks.last().days, (InsightDays{QDate(2026, 11, 16), QDate(2026, 11, 21)}));
        query.days = {QDate(2026, 1, 1), QDate(2027, 1, 1)};
        QCOMPARE(chartOf(insightCharts(counted(3), query, british), "time").bars.size(), 12);
    }

    void whatIsNotKnown_isSaid()
    {
        Insight insight = counted(3);
        QCOMPARE(insightNotes(insight, november(), british), QStringList{QStringLiteral("Compared with 1 – 31 Oct 2026, as far as this time has gone.")});
        insight.comparable = false;
        insight.wholeRead = false;
        insight.readFrom = toUtc(QDate(2026, 11, 5), QTime(10, 0), berlin).utc;
        insight.whole.peopleUnknown = 1;
        const QStringList notes = insightNotes(insight, november(), british);
        QCOMPARE(notes.size(), 3);
        QVERIFY(notes.at(0).startsWith(QLatin1String("Counted from meetings stored since 5 Nov 2026.")));
        QVERIFY(notes.at(1).startsWith(QLatin1String("Nothing is compared")));
        QVERIFY(notes.at(2).startsWith(QLatin1String("The people of 1 meeting are not read yet")));
        const InsightCharts charts = insightCharts(insight, november(), british);
        QVERIFY(!chartOf(charts, "weekdays").bars.first().before);
        QCOMPARE(figureOf(charts, "meetings").remark, QString());
        insight.readFrom = {};
        QVERIFY(insightNotes(insight, november(), british).first().startsWith(QLatin1String("Not all meetings of this time have been read yet.")));
    }

    void whatIsNotKept_isSaid()
    {
        Insight insight = counted(3);
        insight.wholeRead = false;
        InsightQuery query = november();
        query.now = toUtc(QDate(2026, 12, 20), QTime(10, 0), berlin).utc;
        query.monthsKept = 1;
        insight.readFrom = query.now.addMonths(-1).addSecs(-3600); // of the last time that something was forgotten
        const QString note = insightNotes(insight, query, british).first();
        QVERIFY(note.startsWith(QLatin1String("Sundial keeps meetings for 1 month")));
        QVERIFY(note.endsWith(QLatin1String("Earlier ones are not counted.")));
        insight.readFrom = query.now.addDays(-9); // the rest is on its way
        QVERIFY(insightNotes(insight, query, british).first().startsWith(QLatin1String("Counted from meetings stored since")));
        query.monthsKept = 3;
        insight.wholeRead = true;
        QVERIFY(!insightNotes(insight, query, british).first().contains(QLatin1String("keeps")));
    }

    void weekdays_beginAsTheLocaleSays()
    {
        QCOMPARE(chartOf(insightCharts(counted(3), november(), british), "weekdays").bars.first().label, QStringLiteral("Monday"));
        const QLocale american(QLocale::English, QLocale::UnitedStates);
        const InsightBar sunday = chartOf(insightCharts(counted(3), november(), american), "weekdays").bars.first();
        QCOMPARE(sunday.label, QStringLiteral("Sunday"));
        QCOMPARE(sunday.words, QStringLiteral("is:active weekday:sun"));
    }

    void manySources_leaveTheRestInWords()
    {
        InsightCounter counter(november());
        const QDateTime start = toUtc(QDate(2026, 11, 2), QTime(9, 0), berlin).utc;
        for (int number = 0; number < 13; ++number)
            counter.add({.start = start, .end = start.addSecs(1800), .peopleKnown = true, .sources = {QStringLiteral("s%1").arg(number)}});
        const InsightChart chart = chartOf(insightCharts(counter.result(), november(), british), "sources");
        QCOMPARE(chart.bars.size(), 11); // ten, and those without one
        QCOMPARE(chart.remark, QStringLiteral("3 more with 3 meetings"));
    }

    void bars_areSpokenWhole()
    {
        QCOMPARE(spokenText({.label = QStringLiteral("Monday"), .count = 12, .soFar = 9, .before = 8}), QStringLiteral("Monday, 12 meetings, 9 so far, 8 before"));
        QCOMPARE(spokenText({.label = QStringLiteral("Monday"), .count = 1, .soFar = 1}), QStringLiteral("Monday, 1 meeting"));
    }

    void shares_areNeverRoundedToAllOrNone()
    {
        QCOMPARE(percentText(0.999, british), QStringLiteral("99 %"));
        QCOMPARE(percentText(1, british), QStringLiteral("100 %"));
        QCOMPARE(percentText(0.001, british), QStringLiteral("1 %"));
        QCOMPARE(percentText(0, british), QStringLiteral("0 %"));
    }

    void leads_areToldWithoutFalseDetail()
    {
        const QChar blank(0xA0);
        QCOMPARE(leadText(45min), QStringLiteral("45%1min").arg(blank));
        QCOMPARE(leadText(20h + 40min), QStringLiteral("21%1h").arg(blank));
        QCOMPARE(leadText(60h), QStringLiteral("3 days"));
    }

    void theTable_goesToSpreadsheetsSafely()
    {
        Insight insight = counted(3);
        insight.types[1].name = QStringLiteral("=1+1");
        const QList<InsightRow> rows = insightRows(insightCharts(insight, november(), british));
        const QString csv = QString::fromUtf8(insightCsv(rows));
        QVERIFY(csv.contains(QLatin1String("By event type,'=1+1,2,")));
        QCOMPARE(csv.count(QLatin1Char('\n')), rows.size() + 1);
        QVERIFY(insightLines(rows).contains(QLatin1String("By weekday\tMonday\t1\t\t1\t0\n")));
    }

    void theModel_keepsItsRows()
    {
        InsightTableModel model;
        QAbstractItemModelTester tester(&model);
        model.setRows(insightRows(insightCharts(counted(3), november(), british)));
        const QPersistentModelIndex monday = model.index(model.rowOf(QStringLiteral("weekdays/mon")), InsightTableModel::ValueColumn);
        QCOMPARE(monday.data().toString(), QStringLiteral("1"));
        model.setRows(insightRows(insightCharts(counted(24), november(), british)));
        QVERIFY(monday.isValid());
        QCOMPARE(monday.data().toString(), QStringLiteral("4"));
    }
};

QTEST_MAIN(InsightChartsTest)
#include "tst_insightcharts.moc"
