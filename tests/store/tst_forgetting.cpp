// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilitytable.h"
#include "bookingtable.h"
#include "canceltable.h"
#include "changerows.h"
#include "forgetting.h"
#include "linkledger.h"
#include "linktable.h"
#include "meetingtable.h"
#include "personzonetable.h"
#include "savedfiltertable.h"
#include "statement.h"
#include "storedmeetings.h"

#include <QFile>
#include <QTest>

namespace {

const QString ana = QStringLiteral("ana.ruiz@example.com");
const QString ben = QStringLiteral("ben@example.com");

} // namespace

/// What is kept no longer goes without a trace; what stands for itself stays.
class ForgettingTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store = std::make_unique<TemporaryStore>();
        MeetingTable meetings(m_store->database());
        // 1 is over for long, 2 ended exactly then, 3 is a night and a day over it, 4 begins later.
        QVERIFY(meetings.upsert({meetingAt(1, m_horizon.addDays(-3)), meetingAt(2, m_horizon.addSecs(-1800)), meetingAt(3, m_horizon.addSecs(-20 * 3600), 40 * 60),
                                 meetingAt(4, m_horizon.addDays(2))}));
        QVERIFY(meetings.setInvitees(eventUri(1), {inviteeOf(1, 1, QStringLiteral("Ana Ruiz"), ana)}));
        for (const int kept : {2, 3, 4})
            QVERIFY(meetings.setInvitees(eventUri(kept), {inviteeOf(kept, 1, QStringLiteral("Ben Okafor"), ben)}));
        for (const int each : {1, 4})
            QVERIFY(addChanges(m_store->database(), eventUri(each), {change(m_horizon.addDays(-4), QStringLiteral("Guest %1").arg(each))}));
    }

    void whatEndedBefore_goesWithPeopleSearchAndHistory()
    {
        QCOMPARE(forgetAll(), 1);
        MeetingTable meetings(m_store->database());
        QCOMPARE(numbersOf(meetings.summaries({})), (QList<int>{3, 2, 4}));
        QVERIFY(!meetings.invitee(inviteeUri(1, 1)));
        QCOMPARE(found(QStringLiteral("ruiz")), QList<int>());
        QCOMPARE(found(QStringLiteral("okafor")).size(), 3);
        QVERIFY(changesOf(m_store->database(), eventUri(1)).isEmpty());
        QCOMPARE(changesOf(m_store->database(), eventUri(4)).size(), 1);
        for (const char *table : {"meeting_sources", "invitees", "invitee_sources", "search"})
            QCOMPARE(rowsOf(QLatin1String(table)), 3);
    }

    void piecesAreAsLargeAsAskedFor_theOldestFirst()
    {
        Forgetting forgetting(m_store->database());
        QCOMPARE(*forgetting.forgetMeetings(m_horizon.addDays(9), 2), 2);
        QCOMPARE(numbersOf(MeetingTable(m_store->database()).summaries({})), (QList<int>{2, 4}));
        QCOMPARE(*forgetting.forgetMeetings(m_horizon.addDays(9), 2), 2);
        QCOMPARE(*forgetting.forgetMeetings(m_horizon.addDays(9), 2), 0);
    }

    void nothingOfAPersonIsLeftInTheFiles_whileTheStoreIsOpen()
    {
        QVERIFY(PersonZoneTable(m_store->database()).setZone(ana, QStringLiteral("Europe/Madrid")));
        QVERIFY2(filesHold("ruiz"), "else this would prove nothing");
        forgetAll();
        QVERIFY(overwriteAll());
        QVERIFY(!filesHold("ruiz"));
        QVERIFY(!filesHold("guest 1"));
        QVERIFY(filesHold("okafor"));
    }

    void nothingOfManyIsLeftInTheFiles()
    {
        MeetingTable meetings(m_store->database());
        QList<Meeting> many;
        for (int number = 100; number < 500; ++number) // here and there in time, so that rows move between pages
            many.append(meetingAt(number, m_horizon.addDays((number * 37) % 401 - 200)));
        QVERIFY(meetings.upsert(many));
        for (const Meeting &meeting : many) {
            const int number = meeting.uri.fileName().toInt();
            const QString mail = QStringLiteral("%1-%2@example.com").arg(meeting.end < m_horizon ? QStringLiteral("oldie") : QStringLiteral("newie")).arg(number);
            QVERIFY(meetings.setInvitees(meeting.uri, {inviteeOf(number, 1, mail, mail)}));
        }
        QVERIFY(filesHold("oldie-"));
        forgetAll(25);
        QVERIFY(overwriteAll());
        QVERIFY(!filesHold("oldie-"));
        QVERIFY(filesHold("newie-"));
    }

    void aReaderKeepsTheLog_whichIsEmptiedLater()
    {
        forgetAll();
        Forgetting forgetting(m_store->database());
        Database other;
        QVERIFY(other.open(m_store->path()));
        QVERIFY(other.connection().transaction());
        QVERIFY(other.connection().exec(QStringLiteral("SELECT count(*) FROM meetings")).next());
        Result<Forgetting::Overwritten> part = Forgetting::Overwritten::Some;
        while (part && *part == Forgetting::Overwritten::Some)
            part = forgetting.overwriteSome();
        QVERIFY(part);
        QCOMPARE(*part, Forgetting::Overwritten::AllButTheLog);
        QVERIFY(other.connection().rollback());
        QVERIFY(forgetting.leavesTraces());
        QVERIFY(overwriteAll());
        QVERIFY(!forgetting.leavesTraces());
    }

    void whatTheUserMade_stays()
    {
        LinkTable links(m_store->database());
        QVERIFY(links.add({.id = QStringLiteral("l"),
                           .bookingUrl = QUrl(QStringLiteral("https://book.example.com/d/l")),
                           .eventType = typeUri(1),
                           .eventTypeName = QStringLiteral("Intro call"),
                           .label = QStringLiteral("case 7"),
                           .trackingToken = QStringLiteral("token"),
                           .createdAt = m_horizon.addDays(-9),
                           .expiresAt = m_horizon.addDays(81)}));
        QVERIFY(links.markBooked(QStringLiteral("token"), inviteeUri(1, 1)));
        SavedFilterTable filters(m_store->database());
        QVERIFY(filters.save({QStringLiteral("Hers"), {{QStringLiteral("text"), QStringLiteral("ana")}}}));
        forgetAll();
        const std::optional<LinkEntry> entry = LinkLedger(m_store->database()).entry(QStringLiteral("l"), m_horizon.addMonths(1));
        QVERIFY(entry);
        QCOMPARE(entry->status, LinkStatus::Booked);
        QCOMPARE(entry->link.label, QStringLiteral("case 7"));
        QCOMPARE(filters.filters().size(), 1);
    }

    void aZoneIsKnownForAsLongAsThePersonIs()
    {
        PersonZoneTable zones(m_store->database());
        QVERIFY(zones.setZone(ana, QStringLiteral("Europe/Madrid")));
        QVERIFY(zones.setZone(ben, QStringLiteral("Africa/Lagos")));
        MeetingTable meetings(m_store->database());
        QVERIFY(meetings.upsert({meetingAt(9, m_horizon.addDays(-5))}));
        QVERIFY(meetings.setInvitees(eventUri(9), {inviteeOf(9, 1, QStringLiteral("Ben Okafor"), ben)}));
        QCOMPARE(forgetAll(), 2);
        QCOMPARE(zones.zoneOf(ana), QString());
        QCOMPARE(zones.zoneOf(ben), QStringLiteral("Africa/Lagos"));
    }

    void aMeetingOfACancelRun_staysUntilThatIsOver()
    {
        CancelTable cancels(m_store->database());
        QVERIFY(cancels.put({{.meeting = eventUri(1), .name = QStringLiteral("Intro call"), .start = m_horizon, .state = CancelItem::State::Waiting, .changedAt = m_horizon}}));
        QCOMPARE(forgetAll(), 0);
        QCOMPARE(changesOf(m_store->database(), eventUri(1)).size(), 1);
        QCOMPARE(cancels.items()->size(), 1);
        QVERIFY(cancels.remove({eventUri(1)}));
        QCOMPARE(forgetAll(), 1);
    }

    void aMeetingThatABookingMayBe_staysUntilThatIsKnown()
    {
        BookingTable bookings(m_store->database());
        const Result<qint64> sent = bookings.add({.eventType = typeUri(1),
                                                  .typeName = QStringLiteral("Intro call"),
                                                  .name = QStringLiteral("Ana Ruiz"),
                                                  .email = ana,
                                                  .start = m_horizon.addDays(-3),
                                                  .sentAt = m_horizon.addDays(-4),
                                                  .state = BookingEntry::State::Unknown});
        QVERIFY(sent);
        QCOMPARE(forgetAll(), 0);
        QCOMPARE(bookings.open()->size(), 1);
        QVERIFY(bookings.setState(*sent, BookingEntry::State::Booked));
        QCOMPARE(forgetAll(), 1);
    }

    void historyOfMeetingsThatAreNotStored_goesWhenItIsOld()
    {
        Database &database = m_store->database();
        QVERIFY(addChanges(database, eventUri(77), {change(m_horizon.addSecs(-1), ana)}));
        QVERIFY(addChanges(database, eventUri(78), {change(m_horizon, ben)}));
        Forgetting forgetting(database);
        qint64 behind = 0;
        while (const std::optional<qint64> last = *forgetting.forgetHistory(m_horizon, behind, 2))
            behind = *last;
        QVERIFY(changesOf(database, eventUri(77)).isEmpty());
        QCOMPARE(changesOf(database, eventUri(78)).size(), 1);
        QCOMPARE(changesOf(database, eventUri(1)).size(), 1);
        QVERIFY(forgetting.isInBackups());
    }

    void whatIsLeftToBeDone_isKnownAfterACrash()
    {
        QVERIFY(!Forgetting(m_store->database()).leavesTraces());
        QVERIFY(!Forgetting(m_store->database()).isInBackups());
        forgetAll();
        Database again;
        QVERIFY(again.open(m_store->path()));
        QVERIFY(Forgetting(again).leavesTraces());
        QVERIFY(Forgetting(again).isInBackups());
        QVERIFY(Forgetting(again).backupsAreAnew());
        QVERIFY(!Forgetting(m_store->database()).isInBackups());
    }

    void withoutHistory_backupsStayAsTheyAre()
    {
        QVERIFY(Statement(m_store->database(), QStringLiteral("DELETE FROM meeting_changes")).run());
        QCOMPARE(forgetAll(), 1);
        QVERIFY(!Forgetting(m_store->database()).isInBackups());
    }

    void busyTimesThatAreOver_go()
    {
        AvailabilityTable table(m_store->database());
        const TimeRange before{m_horizon.addDays(-2), m_horizon.addDays(-1)};
        const TimeRange after{m_horizon, m_horizon.addDays(1)};
        for (const TimeRange &range : {before, after})
            QVERIFY(table.replaceBusyTimes(range, {{.kind = BusyTime::Kind::Calendly, .range = range, .meeting = eventUri(1)}}, m_horizon));
        QVERIFY(Forgetting(m_store->database()).forgetBusyTimes(m_horizon));
        QVERIFY(table.busyTimes(before).isEmpty());
        QVERIFY(!table.busyTimesSeenAt(before).isValid());
        QCOMPARE(table.busyTimes(after).size(), 1);
    }

    void aDamagedIndexKeepsNothing()
    {
        QVERIFY(Statement(m_store->database(), QStringLiteral("UPDATE search_data SET block = x'00ff00ff' WHERE id > 10")).run());
        QCOMPARE(forgetAll(), 1);
        QCOMPARE(numbersOf(MeetingTable(m_store->database()).summaries({})), (QList<int>{3, 2, 4}));
    }

private:
    static MeetingChange change(const QDateTime &seenAt, const QString &who)
    {
        MeetingChange change;
        change.kind = MeetingChange::Kind::GuestAdded;
        change.seenAt = seenAt;
        change.after = who;
        return change;
    }

    int forgetAll(int most = 2)
    {
        Forgetting forgetting(m_store->database());
        int all = 0;
        for (int gone = most; gone == most; all += gone)
            gone = forgetting.forgetMeetings(m_horizon, most).value_or(-1);
        return all;
    }

    bool overwriteAll()
    {
        Forgetting forgetting(m_store->database());
        for (int part = 0; part < 1000; ++part) {
            const auto done = forgetting.overwriteSome();
            if (!done)
                return false;
            if (*done == Forgetting::Overwritten::All)
                return true;
        }
        return false;
    }

    bool filesHold(const QByteArray &text) const
    {
        for (const char *side : {"", "-wal"}) {
            QFile file(m_store->path() + QLatin1String(side));
            if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(text))
                return true;
        }
        return false;
    }

    QList<int> found(const QString &word) const
    {
        MeetingQuery query;
        query.text = word;
        return numbersOf(MeetingTable(m_store->database()).summaries(query));
    }

    int rowsOf(const QString &table) const
    {
        int rows = 0;
        Statement(m_store->database(), QStringLiteral("SELECT count(*) FROM %1").arg(table)).forEach({}, [&rows](const QSqlQuery &row) { rows = row.value(0).toInt(); });
        return rows;
    }

    const QDateTime m_horizon = utc("2026-10-08T12:00:00Z");
    std::unique_ptr<TemporaryStore> m_store;
};

QTEST_GUILESS_MAIN(ForgettingTest)
#include "tst_forgetting.moc"
