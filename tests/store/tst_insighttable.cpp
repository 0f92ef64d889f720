// SPDX-License-Identifier: GPL-3.0-or-later
#include "insighttable.h"

#include "meetingtable.h"
#include "storedmeetings.h"
#include "zones.h"

#include <QSqlQuery>
#include <QTest>

namespace {

const QTimeZone berlin("Europe/Berlin");
const InsightDays october{QDate(2026, 10, 1), QDate(2026, 11, 1)};

QDateTime inBerlin(int month, int day, int hour, int minute = 0)
{
    return toUtc(QDate(2026, month, day), QTime(hour, minute), berlin).utc;
}

InsightQuery query()
{
    return {.days = october, .before = daysBefore(InsightPeriod::LastMonth, october), .now = inBerlin(11, 20, 10), .zone = berlin};
}

Meeting canceled(Meeting meeting, std::optional<bool> byHost)
{
    meeting.canceled = true;
    if (byHost)
        meeting.cancellation = Cancellation{.canceledBy = QStringLiteral("Somebody"), .reason = {}, .byHost = *byHost, .createdAt = meeting.createdAt};
    return meeting;
}

} // namespace

/// What is counted is what the lists show: each figure is held against the list that it opens.
class InsightTableTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void slices_giveEveryMeetingOnce();
    void figures_areAsLongAsTheirLists_data();
    void figures_areAsLongAsTheirLists();
    void eventTypes_areCountedByThemselves();
    void sourcesOfAnOlderStore_areTakenOver();
    void aStoreThatIsNotOpen_hasNothing();

private:
    InsightTable table() { return InsightTable(m_store->database()); }
    InsightCount counted(const QUrl &type = {}, int most = 3);
    int listed(const QString &words);
    void run(const char *sql) { QVERIFY(QSqlQuery(m_store->database().connection()).exec(QLatin1String(sql))); }

    std::unique_ptr<TemporaryStore> m_store;
};

void InsightTableTest::init()
{
    m_store = std::make_unique<TemporaryStore>();
    MeetingTable meetings(m_store->database());
    const QDateTime monday = inBerlin(10, 5, 9);
    Meeting group = meetingAt(5, monday.addDays(3), 60);
    group.inviteesLimit = 10;
    Meeting groupCanceled = canceled(meetingAt(6, monday.addDays(4)), true);
    groupCanceled.inviteesLimit = 10;
    Meeting other = meetingAt(9, inBerlin(10, 25, 2, 30));
    other.eventType = typeUri(2);
    other.createdAt = other.start.addSecs(60);
    Meeting soon = meetingAt(10, inBerlin(10, 25, 2, 30).addSecs(3600)); // the second half past two of that night
    soon.createdAt = soon.start.addDays(-1);
    QVERIFY(meetings.upsert({meetingAt(1, monday), meetingAt(2, monday), canceled(meetingAt(3, monday.addDays(1)), true),
                             canceled(meetingAt(4, monday.addDays(1)), false), group, groupCanceled,
                             canceled(meetingAt(7, monday.addDays(5)), false), canceled(meetingAt(8, monday.addDays(5)), std::nullopt), other,
                             soon, meetingAt(11, inBerlin(10, 31, 23, 45)), meetingAt(12, inBerlin(11, 1, 0)), meetingAt(13, inBerlin(9, 30, 23, 45))}));
    const auto person = [](int meeting, int number) {
        return inviteeOf(meeting, number, QStringLiteral("Ana"), QStringLiteral("ana%1@example.org").arg(number));
    };
    Invitee came = person(1, 1);
    came.tracking.utmSource = QStringLiteral("Newsletter");
    came.tracking.utmCampaign = QStringLiteral("spring \"26\"");
    came.source.insert(QStringLiteral("tracking"), QJsonObject{{QStringLiteral("utm_source"), came.tracking.utmSource},
                                                                {QStringLiteral("utm_campaign"), came.tracking.utmCampaign}});
    Invitee missing = person(2, 1);
    missing.noShow = QUrl(QStringLiteral("https://api.example.com/invitee_no_shows/1"));
    missing.tracking.utmSource = QStringLiteral("newsletter");
    Invitee left = person(5, 1); // left the group for another time
    left.canceled = true;
    left.rescheduled = true;
    Invitee stays = person(5, 2);
    stays.tracking.utmSource = QStringLiteral("newsletter post");
    Invitee leftBefore = person(6, 1);
    leftBefore.canceled = true;
    leftBefore.rescheduled = true;
    Invitee moved = person(7, 1);
    moved.canceled = true;
    moved.rescheduled = true;
    for (const QList<Invitee> &people : {QList<Invitee>{came}, {missing}, {left, stays}, {leftBefore}, {moved}, {person(9, 1)}})
        QVERIFY(meetings.setInvitees(people.first().meeting, people));
}

InsightCount InsightTableTest::counted(const QUrl &type, int most)
{
    InsightCounter counter(query());
    std::optional<InsightTable::Place> behind;
    do {
        const auto slice = table().slice(rangeOf(october, berlin), type, behind, most);
        if (!slice)
            return {};
        for (const CountedMeeting &meeting : slice->meetings)
            counter.add(meeting);
        behind = slice->last;
    } while (behind);
    return counter.result().whole;
}

int InsightTableTest::listed(const QString &words)
{
    MeetingQuery search;
    search.text = QStringLiteral("on:2026-10-01..2026-10-31 ") + words;
    search.now = query().now;
    search.zone = berlin;
    return static_cast<int>(MeetingTable(m_store->database()).summaries(search)->size());
}

void InsightTableTest::slices_giveEveryMeetingOnce()
{
    const InsightCount whole = counted({}, 100);
    QCOMPARE(whole.meetings, 6);
    QCOMPARE(whole.canceled(), 4);
    QCOMPARE(whole.moved, 3);
    for (const int most : {1, 2, 11, 12})
        QCOMPARE(counted({}, most), whole);
}

void InsightTableTest::figures_areAsLongAsTheirLists_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<std::function<int(const InsightCount &)>>("figure");
    QTest::addColumn<int>("expected");
    using Count = const InsightCount &;
    const auto row = [](const char *words, std::function<int(Count)> figure, int expected) {
        QTest::newRow(words) << QString::fromLatin1(words) << std::move(figure) << expected;
    };
    row("is:active", [](Count count) { return count.meetings; }, 6);
    row("is:called-off", [](Count count) { return count.canceled(); }, 4);
    row("is:canceled-by-host", [](Count count) { return count.canceledByHost; }, 2);
    row("is:canceled-by-invitee", [](Count count) { return count.canceledByInvitee; }, 1);
    row("is:canceled-by-unknown", [](Count count) { return count.canceledByUnknown; }, 1);
    row("is:moved-away", [](Count count) { return count.moved; }, 3);
    row("is:active is:noshow", [](Count count) { return count.noShowMeetings; }, 1);
    row("is:active weekday:mon", [](Count count) { return count.byWeekday[0]; }, 2);
    row("is:active weekday:sunday", [](Count count) { return count.byWeekday[6]; }, 2);
    row("is:active weekday:sat", [](Count count) { return count.byWeekday[5]; }, 1);
    row("is:active hour:2", [](Count count) { return count.byHour[2]; }, 2);
    row("is:active hour:9", [](Count count) { return count.byHour[9]; }, 3);
    row("is:active hour:23", [](Count count) { return count.byHour[23]; }, 1);
    row("is:active lead:0-1", [](Count count) { return count.byLead[0]; }, 1);
    row("is:active lead:1-3", [](Count count) { return count.byLead[1]; }, 1);
    row("is:active lead:3-7", [](Count count) { return count.byLead[2]; }, 3);
    row("is:active lead:28-", [](Count count) { return count.byLead[5]; }, 1);
    row("is:active source:\"newsletter\"", [](Count count) { return count.bySource.value(QStringLiteral("newsletter")).meetings; }, 2);
    row("is:active source:none", [](Count count) { return count.withoutSource; }, 1);
    row("is:active campaign:\"SPRING '26'\"", [](Count count) { return count.byCampaign.value(QStringLiteral("spring '26'")).meetings; }, 1);
}

void InsightTableTest::figures_areAsLongAsTheirLists()
{
    QFETCH(QString, words);
    QFETCH(std::function<int(const InsightCount &)>, figure);
    QFETCH(int, expected);
    QCOMPARE(figure(counted()), expected);
    QCOMPARE(listed(words), expected);
    const QString excluded = QString(words).remove(QStringLiteral("is:active ")).prepend(QStringLiteral("is:active -"));
    if (words.startsWith(QLatin1String("is:active ")))
        QCOMPARE(listed(excluded), 6 - expected);
}

void InsightTableTest::eventTypes_areCountedByThemselves()
{
    QCOMPARE(counted(typeUri(2)).meetings, 1);
    QCOMPARE(counted(typeUri(1)).meetings, 5);
    QCOMPARE(counted(typeUri(3)).meetings, 0);
    const auto types = table().types();
    const InsightCount count = counted(typeUri(2));
    QCOMPARE(types->value(count.byType.constBegin().key()).uri, typeUri(2));
    // One that may not be read has the name of its meetings.
    QVERIFY(!types->value(count.byType.constBegin().key()).name.isEmpty());
}

void InsightTableTest::sourcesOfAnOlderStore_areTakenOver()
{
    run("UPDATE invitees SET utm_source = NULL, utm_campaign = NULL");
    const QString spring = QStringLiteral("spring '26'");
    QCOMPARE(counted().byCampaign.value(spring).meetings, 1); // read from the whole source as long as it is not
    QCOMPARE(listed(QStringLiteral("source:newsletter")), 0);
    QCOMPARE(*table().fillSources(4), 4);
    QCOMPARE(*table().fillSources(4), 3);
    QCOMPARE(*table().fillSources(4), 0);
    QCOMPARE(counted().byCampaign.value(spring).meetings, 1);
    QCOMPARE(listed(QStringLiteral("source:newsletter")), 1);
}

void InsightTableTest::aStoreThatIsNotOpen_hasNothing()
{
    m_store->database().close();
    QCOMPARE(counted(), InsightCount());
    QVERIFY(table().types()->isEmpty());
}

QTEST_GUILESS_MAIN(InsightTableTest)
#include "tst_insighttable.moc"
