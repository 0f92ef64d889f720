// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip.h"
#include "format.h"
#include "insightchartview.h"
#include "insightservice.h"
#include "insightspage.h"
#include "insighttable.h"
#include "insighttile.h"
#include "meetingtable.h"
#include "schedulepage.h"
#include "toasthost.h"
#include "windowparts.h"
#include "zones.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDateEdit>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTreeView>

/// What somebody sees of their figures, and where a click on one leads.
class InsightsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<ScheduleFilter>(); }

    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load(120));
        Program &program = *m_world->program;
        bool typesRead = false;
        program.eventTypes.refresh(m_world->calendly.person(), this, [&typesRead](const Result<Done> &read) { typesRead = read.has_value(); });
        QTRY_VERIFY(typesRead);
        const QDateTime now = m_world->clock.now();
        QVERIFY(program.syncState.addCovered({now.addYears(-10), now.addYears(1)})); // nothing is said to be missing
        m_table = std::make_unique<InsightTable>(m_world->program->database);
        m_service = std::make_unique<InsightService>(*m_table, m_world->program->syncState);
        m_parts = std::make_unique<MainWindowParts>(windowParts(*m_world));
        m_parts->insights = m_service.get();
        m_parts->remembered = [this](const QString &key) { return m_kept.value(key); };
        m_parts->remember = [this](const QString &key, const QVariant &value) { m_kept.insert(key, value); };
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        m_toasts = new ToastHost(m_window.get());
        m_page = new InsightsPage(*m_parts, *m_toasts, m_window.get());
        m_page->resize(m_window->size());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(shownPart(), QStringLiteral("charts"));
    }

    void cleanup()
    {
        m_window.reset();
        m_parts.reset();
        m_service.reset();
        m_world.reset();
        m_kept.clear();
    }

    void figuresAndCharts_areThere()
    {
        for (const char *name : {"meetings", "hours", "lead", "show", "canceled", "moved"}) {
            const InsightTile *tile = m_page->findChild<InsightTile *>(QLatin1String(name) + QStringLiteral("Tile"));
            QVERIFY2(tile && tile->isVisibleTo(m_page), name);
            QVERIFY(tile->accessibleName().contains(tile->figure().value));
        }
        for (const char *name : {"time", "types", "ends", "weekdays", "hours", "leads", "sources"})
            QVERIFY2(chart(name) && chart(name)->cellCount() > 0, name);
        QVERIFY(!m_page->findChild<QLabel *>(QStringLiteral("notes"))->text().isEmpty());
    }

    void everyFigure_opensAListOfItsLength()
    {
        choosePeriod(QStringLiteral("Last 90 days"));
        int opened = 0;
        const QList<InsightChartView *> charts = m_page->findChildren<InsightChartView *>();
        for (InsightChartView *view : charts) {
            for (int index = 0; index < view->cellCount(); ++index) {
                const InsightBar bar = view->chart().bars.at(index);
                QSignalSpy wanted(m_page, &InsightsPage::listWanted);
                view->pressCell(index);
                QCOMPARE(wanted.size(), bar.words.isEmpty() ? 0 : 1);
                if (wanted.isEmpty())
                    continue;
                QCOMPARE(listed(wanted.first().first().value<ScheduleFilter>()), bar.count);
                opened += bar.count > 0 ? 1 : 0;
            }
        }
        QVERIFY(opened > 20);
    }

    void figuresByPeriod_followTheChosenTime_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("end");
        QTest::newRow("this week") << QStringLiteral("This week") << QDate(2026, 11, 16) << QDate(2026, 11, 23);
        QTest::newRow("last week") << QStringLiteral("Last week") << QDate(2026, 11, 9) << QDate(2026, 11, 16);
        QTest::newRow("this month") << QStringLiteral("This month") << QDate(2026, 11, 1) << QDate(2026, 12, 1);
        QTest::newRow("last month, in which clocks change") << QStringLiteral("Last month") << QDate(2026, 10, 1) << QDate(2026, 11, 1);
        QTest::newRow("30 days") << QStringLiteral("Last 30 days") << QDate(2026, 10, 20) << QDate(2026, 11, 19);
        QTest::newRow("90 days") << QStringLiteral("Last 90 days") << QDate(2026, 8, 21) << QDate(2026, 11, 19);
        QTest::newRow("this year") << QStringLiteral("This year") << QDate(2026, 1, 1) << QDate(2027, 1, 1);
    }

    void figuresByPeriod_followTheChosenTime()
    {
        QFETCH(const QString, period);
        QFETCH(const QDate, first);
        QFETCH(const QDate, end);
        choosePeriod(period);
        const int all = stored({first, end});
        QVERIFY(all > 0);
        QCOMPARE(m_page->findChild<InsightTile *>(QStringLiteral("meetingsTile"))->figure().value, QLocale().toString(all));
        QCOMPARE(m_page->findChild<QLabel *>(QStringLiteral("days"))->text(), dateRangeText(first, end.addDays(-1)));
        // Days, weeks or months on end, from the first day to the last one, and each as long as its list.
        QDate next = first;
        int sum = 0;
        const QList<InsightBar> bars = chart("time")->chart().bars;
        for (qsizetype index = 0; index < bars.size(); ++index) {
            const InsightDays days = bars.at(index).days.value_or(InsightDays{});
            QCOMPARE(days.first, next);
            QCOMPARE(bars.at(index).count, stored(days));
            QSignalSpy wanted(m_page, &InsightsPage::listWanted);
            chart("time")->pressCell(int(index));
            QCOMPARE(listed(wanted.value(0).value(0).value<ScheduleFilter>()), bars.at(index).count);
            sum += bars.at(index).count;
            next = days.end;
        }
        QCOMPARE(next, end);
        QCOMPARE(sum, all);
    }

    /// Half past midnight on the first of November in Berlin is October in UTC.
    void aMeetingAtTheEdgeOfAMonth_countsWhereTheZoneHasIt()
    {
        choosePeriod(QStringLiteral("Last month"));
        const int october = stored({QDate(2026, 10, 1), QDate(2026, 11, 1)});
        const int november = stored({QDate(2026, 11, 1), QDate(2026, 12, 1)});
        MeetingQuery any;
        any.range = rangeOf({QDate(2026, 11, 1), QDate(2026, 12, 1)}, shownZone(*m_parts));
        any.status = MeetingQuery::Status::Active;
        Meeting meeting = m_world->program->meetings.meetings(any).constFirst().meeting;
        meeting.uri = QUrl(meeting.uri.toString() + QStringLiteral("0"));
        meeting.start = QDateTime(QDate(2026, 10, 31), QTime(23, 30), Qt::UTC);
        meeting.end = meeting.start.addSecs(1800);
        QVERIFY(m_world->program->meetings.store({meeting}));
        choosePeriod(QStringLiteral("This month"));
        const auto *tile = m_page->findChild<InsightTile *>(QStringLiteral("meetingsTile"));
        QTRY_COMPARE(tile->figure().value, QLocale().toString(november + 1));
        QCOMPARE(chart("time")->chart().bars.first().count, stored(chart("time")->chart().bars.first().days.value_or(InsightDays{})));
        choosePeriod(QStringLiteral("Last month"));
        QTRY_COMPARE(tile->figure().value, QLocale().toString(october));
    }

    void aTile_opensItsListInTheSchedule()
    {
        auto *schedule = new SchedulePage(*m_parts, *m_toasts, m_window.get());
        connect(m_page, &InsightsPage::listWanted, schedule, &SchedulePage::showFilter);
        choosePeriod(QStringLiteral("Last month"));
        auto *tile = m_page->findChild<InsightTile *>(QStringLiteral("canceledTile"));
        QVERIFY(tile->figure().value.toInt() > 0);
        QTest::mouseClick(tile, Qt::LeftButton);
        auto *search = schedule->findChild<QLineEdit *>(QStringLiteral("search"));
        QCOMPARE(search->text(), QStringLiteral("on:2026-10-01..2026-10-31 is:called-off"));
        const QLabel *count = schedule->findChild<QLabel *>(QStringLiteral("count"));
        QVERIFY2(count->text().startsWith(tile->figure().value + QLatin1Char(' ')), qPrintable(count->text()));
    }

    void bars_areReachedByKeys()
    {
        InsightChartView *weekdays = chart("weekdays");
        weekdays->setFocus();
        QTest::keyClick(weekdays, Qt::Key_Home);
        QTest::keyClick(weekdays, Qt::Key_Down);
        QTest::keyClick(weekdays, Qt::Key_Down);
        QCOMPARE(weekdays->currentCell(), 2);
        QSignalSpy wanted(m_page, &InsightsPage::listWanted);
        QTest::keyClick(weekdays, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted.first().first().value<ScheduleFilter>().text.endsWith(QStringLiteral("is:active ") + QStringLiteral("weekday:")
                                                                             + weekdays->chart().bars.at(2).key));
        InsightChartView *hours = chart("hours");
        hours->setFocus();
        QTest::keyClick(hours, Qt::Key_Home);
        QTest::keyClick(hours, Qt::Key_Right);
        QCOMPARE(hours->currentCell(), 1);
        hours->setLayoutDirection(Qt::RightToLeft);
        QTest::keyClick(hours, Qt::Key_Right);
        QCOMPARE(hours->currentCell(), 0);
        QVERIFY(hours->paintedCell(0).place.left() > hours->paintedCell(1).place.left());
    }

    void bars_areClicked()
    {
        InsightChartView *types = chart("types");
        QSignalSpy wanted(m_page, &InsightsPage::listWanted);
        QTest::mouseClick(types, Qt::LeftButton, {}, types->paintedCell(0).place.center());
        QCOMPARE(wanted.size(), 1);
        const auto filter = wanted.first().first().value<ScheduleFilter>();
        QCOMPARE(filter.eventType, types->chart().bars.first().eventType);
        QCOMPARE(filter.eventTypeName, types->chart().bars.first().label);
    }

    void screenReaders_findEachBar()
    {
        InsightChartView *weekdays = chart("weekdays");
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(weekdays);
        QCOMPARE(table->text(QAccessible::Name), QStringLiteral("By weekday"));
        QCOMPARE(table->childCount(), 7);
        QAccessibleInterface *monday = table->child(weekdays->cellWithKey(QStringLiteral("mon")));
        QCOMPARE(monday->text(QAccessible::Name), spokenText(weekdays->chart().bars.at(weekdays->cellWithKey(QStringLiteral("mon")))));
        QSignalSpy wanted(m_page, &InsightsPage::listWanted);
        monday->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(wanted.size(), 1);
    }

    void anEventType_isCountedByItself()
    {
        const int all = chart("types")->chart().bars.first().count;
        const QString name = chart("types")->chart().bars.first().label;
        choose("eventTypeChip", name);
        QTRY_COMPARE(chart("types")->cellCount(), 1);
        QCOMPARE(chart("types")->chart().bars.first().count, all);
        QSignalSpy wanted(m_page, &InsightsPage::listWanted);
        chart("weekdays")->pressCell(0);
        QCOMPARE(wanted.first().first().value<ScheduleFilter>().eventTypeName, name);
    }

    void aTimeWithoutMeetings_saysSo()
    {
        choosePeriod(QStringLiteral("Days of my own"));
        auto *last = m_page->findChild<QDateEdit *>(QStringLiteral("lastDay"));
        auto *first = m_page->findChild<QDateEdit *>(QStringLiteral("firstDay"));
        QTRY_VERIFY(first->isVisible());
        last->setDate(QDate(2019, 1, 31));
        QCOMPARE(first->date(), QDate(2019, 1, 31)); // never behind the last day
        first->setDate(QDate(2019, 1, 1));
        QTRY_COMPARE(shownPart(), QStringLiteral("state"));
        auto *state = m_page->findChild<QWidget *>(QStringLiteral("state"));
        QTRY_VERIFY(state->findChild<QPushButton *>()->isVisible());
        QTest::mouseClick(state->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(shownPart(), QStringLiteral("charts"));
        QCOMPARE(m_page->findChild<Chip *>(QStringLiteral("periodChip"))->text(), QStringLiteral("Last 90 days"));
        QCOMPARE(m_kept.value(QStringLiteral("insights/period")).toString(), QStringLiteral("last90Days"));
    }

    void whatChanges_isCountedAnew()
    {
        const int before = m_page->findChild<InsightTile *>(QStringLiteral("meetingsTile"))->figure().value.toInt();
        MeetingQuery month;
        month.range = rangeOf({QDate(2026, 11, 1), QDate(2026, 12, 1)}, QTimeZone("Europe/Berlin"));
        month.status = MeetingQuery::Status::Active;
        Meeting meeting = m_world->program->meetings.meetings(month).constFirst().meeting;
        meeting.canceled = true;
        QVERIFY(m_world->program->meetings.store({meeting}));
        QTRY_COMPARE(m_page->findChild<InsightTile *>(QStringLiteral("meetingsTile"))->figure().value.toInt(), before - 1);
    }

    void theTable_saysTheSameAndCanBeCopied()
    {
        m_page->findChild<QAction *>(QStringLiteral("insightTable"))->trigger();
        QCOMPARE(shownPart(), QStringLiteral("table"));
        auto *table = m_page->findChild<QTreeView *>(QStringLiteral("table"));
        QTRY_VERIFY(table->hasFocus());
        QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("Meetings"));
        QCOMPARE(table->model()->index(0, 2).data().toString(), m_page->findChild<InsightTile *>(QStringLiteral("meetingsTile"))->figure().value);
        QSignalSpy wanted(m_page, &InsightsPage::listWanted);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        table->selectAll();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), table->model()->rowCount() + 1);
    }

private:
    InsightChartView *chart(const char *name) const { return m_page->findChild<InsightChartView *>(QLatin1String(name) + QStringLiteral("Chart")); }
    QString shownPart() const { return m_page->findChild<QStackedWidget *>(QStringLiteral("body"))->currentWidget()->objectName(); }

    void choose(const char *chip, const QString &name)
    {
        QMenu *menu = m_page->findChild<Chip *>(QLatin1String(chip))->menu();
        emit menu->aboutToShow();
        const QList<QAction *> choices = menu->actions();
        const auto found = std::find_if(choices.cbegin(), choices.cend(), [&name](const QAction *choice) { return choice->text() == name; });
        QVERIFY(found != choices.cend());
        (*found)->trigger();
    }

    void choosePeriod(const QString &name)
    {
        choose("periodChip", name);
        QTRY_VERIFY(!m_service->isCounting());
    }

    /// How many meetings the store has on these days in the shown zone.
    int stored(const InsightDays &days) const
    {
        MeetingQuery query;
        query.range = rangeOf(days, shownZone(*m_parts));
        query.status = MeetingQuery::Status::Active;
        return static_cast<int>(m_world->program->meetings.meetings(query).size());
    }

    int listed(const ScheduleFilter &filter) const
    {
        return static_cast<int>(m_world->program->meetings.meetings(queryOf(filter, m_world->clock.now(), shownZone(*m_parts))).size());
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<InsightTable> m_table;
    std::unique_ptr<InsightService> m_service;
    std::unique_ptr<MainWindowParts> m_parts;
    QHash<QString, QVariant> m_kept;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    InsightsPage *m_page = nullptr;
};

QTEST_MAIN(InsightsPageTest)
#include "tst_insightspage.moc"
