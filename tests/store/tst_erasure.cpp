// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasure.h"
#include "forgetting.h"
#include "linktable.h"
#include "meetingtable.h"
#include "personzonetable.h"
#include "rescuemark.h"
#include "savedfiltertable.h"
#include "searchdocument.h"
#include "searchindex.h"
#include "statement.h"
#include "storedmeetings.h"
#include "storefiles.h"
#include "syncstatetable.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace {

const QString ana = QStringLiteral("ana.ruiz@example.com");
const QString ben = QStringLiteral("ben@example.com");

SchedulingLink linkFor(int number, const QString &label)
{
    return {.id = QString::number(number),
            .bookingUrl = QUrl(QStringLiteral("https://book.example.com/d/%1").arg(number)),
            .eventType = typeUri(1),
            .eventTypeName = QStringLiteral("Intro call"),
            .label = label,
            .trackingToken = QStringLiteral("token-%1").arg(number),
            .createdAt = utc("2026-10-01T08:00:00Z"),
            .expiresAt = utc("2026-12-30T08:00:00Z")};
}

LinkOrder orderFor(int number, const QString &label)
{
    return {.link = QString::number(number), .batch = QStringLiteral("b"), .eventType = typeUri(1), .eventTypeName = {}, .label = label, .changedAt = utc("2026-10-01T08:00:00Z")};
}

Meeting withGuests(int number, const QDateTime &start, const QStringList &guests)
{
    QJsonObject json = meetingAt(number, start).source;
    QJsonArray list;
    for (const QString &guest : guests)
        list.append(QJsonObject{{QStringLiteral("email"), guest}});
    json.insert(QStringLiteral("event_guests"), list);
    return meetingFromJson(json).value();
}

Meeting groupEvent(int number, const QDateTime &start, const QString &updatedAt)
{
    QJsonObject json = meetingAt(number, start).source;
    json.insert(QStringLiteral("invitees_counter"), QJsonObject{{QStringLiteral("active"), 1}, {QStringLiteral("limit"), 9}, {QStringLiteral("total"), 1}});
    json.insert(QStringLiteral("updated_at"), updatedAt);
    return meetingFromJson(json).value();
}

} // namespace

class ErasureTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store = std::make_unique<TemporaryStore>();
        m_now = utc("2026-10-04T12:00:00Z");
        MeetingTable meetings(m_store->database());
        const QDateTime day = utc("2026-10-05T10:00:00Z");
        QVERIFY(meetings.upsert({meetingAt(1, day), meetingAt(2, day.addDays(1)), meetingAt(3, day.addDays(2))}));
        QVERIFY(meetings.setInvitees(eventUri(1), {inviteeOf(1, 1, QStringLiteral("Ana Ruiz"), ana)}));
        QVERIFY(meetings.setInvitees(eventUri(2), {inviteeOf(2, 1, QStringLiteral("Ben Okafor"), ben), inviteeOf(2, 2, QStringLiteral("Ana Ruiz"), ana)}));
        QVERIFY(meetings.setInvitees(eventUri(3), {inviteeOf(3, 1, QStringLiteral("Ben Okafor"), ben)}));
        // A history of changes that names her.
        Invitee renamed = inviteeOf(2, 2, QStringLiteral("Ana Ruiz Prado"), ana);
        renamed.noShow = QUrl(QStringLiteral("https://api.example.com/invitee_no_shows/1"));
        QVERIFY(meetings.setInvitees(eventUri(2), {inviteeOf(2, 1, QStringLiteral("Ben Okafor"), ben), renamed}));
        QVERIFY(PersonZoneTable(m_store->database()).setZone(ana, QStringLiteral("Europe/Madrid")));
    }

    void aPersonGoesFromMeetingsSearchHistoryAndNotes()
    {
        const Result<int> touched = Erasure(m_store->database()).erasePeople({QStringLiteral(" Ana.Ruiz@Example.com")});
        QVERIFY(touched);
        QCOMPARE(*touched, 2);
        MeetingTable meetings(m_store->database());
        QCOMPARE(numbersOf(meetings.summaries(between("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"))), (QList<int>{2, 3}));
        QCOMPARE(meetings.details(eventUri(2))->invitees.size(), 1);
        QCOMPARE(found(QStringLiteral("ruiz")), QList<int>());
        QCOMPARE(found(QStringLiteral("ben")), (QList<int>{2, 3}));
    }

    void nothingOfAPersonIsLeftInTheFiles()
    {
        QVERIFY(bytesOfFiles().contains("ruiz"));
        QVERIFY(Erasure(m_store->database()).erasePeople({ana}));
        QVERIFY2(!bytesOfFiles().contains("ruiz"), "while the store is open");
        m_store->database().close();
        const QByteArray bytes = bytesOfFiles();
        QVERIFY(!bytes.contains("ruiz"));
        QVERIFY(!bytes.contains("prado"));
        QVERIFY(bytes.contains("okafor"));
    }

    void nothingOfAPersonIsLeftInTheFilesOfABigStore()
    {
        QVERIFY(fill(5100)); // more than is overwritten at once
        QVERIFY(Erasure(m_store->database()).erasePeople({ana}));
        QVERIFY2(bytesOfFiles().contains("prado"), "else this would prove nothing");
        Forgetting forgetting(m_store->database());
        QVERIFY(forgetting.leavesTraces());
        QVERIFY(forgetting.isInBackups());
        QVERIFY(overwriteAll());
        QVERIFY(!forgetting.leavesTraces());
        const QByteArray bytes = bytesOfFiles();
        QVERIFY(!bytes.contains("ruiz"));
        QVERIFY(!bytes.contains("prado"));
        QVERIFY(bytes.contains("okafor"));
    }

    void whatWasSetAsideGoes_onceNothingIsToBeRescuedFromIt()
    {
        const QString aside = m_store->path() + QStringLiteral(".aside-20261127T100000000");
        for (const QString &file : {aside, aside + QStringLiteral("-wal")}) {
            QFile old(file);
            QVERIFY(old.open(QIODevice::WriteOnly) && old.write("Ana Ruiz") > 0);
        }
        QVERIFY(Erasure(m_store->database()).erasePeople({ana}));
        const RescueMark mark(m_store->path());
        QVERIFY(mark.set({aside}));
        QVERIFY(overwriteAll());
        QVERIFY(QFile::exists(aside));
        QVERIFY2(Forgetting(m_store->database()).leavesTraces(), "the next run is to look again");
        mark.remove();
        QVERIFY(overwriteAll());
        QVERIFY(!QFile::exists(aside));
        QVERIFY(!QFile::exists(aside + QStringLiteral("-wal")));
        QVERIFY(!Forgetting(m_store->database()).leavesTraces());
    }

    void whatIsKeptGoesAtOnce()
    {
        const QString aside = m_store->path() + QStringLiteral(".aside-20261127T100000000");
        QFile old(aside);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("Ana Ruiz") > 0);
        QVERIFY(keepAside(aside));
        QVERIFY(Erasure(m_store->database()).erasePeople({ana}));
        QVERIFY(overwriteAll());
        QVERIFY(!QFile::exists(aside));
        QVERIFY(!Forgetting(m_store->database()).leavesTraces());
        const QFileInfo store(m_store->path());
        QCOMPARE(store.dir().entryList({store.fileName() + QStringLiteral(".aside-*")}), QStringList());
    }

    void whatIsStillToBeRescued_doesNotComeBackLater()
    {
        const QString aside = m_store->path() + QStringLiteral(".aside-20261127T100000000");
        {
            TemporaryStore old;
            QVERIFY(LinkTable(old.database()).add(linkFor(1, QStringLiteral("For Ana Ruiz"))));
            old.database().close();
            QVERIFY(QFile::copy(old.path(), aside));
        }
        QVERIFY(RescueMark(m_store->path()).set({aside}));
        QVERIFY(Erasure(m_store->database()).erasePeople({ana}));
        QVERIFY(!RescueMark(m_store->path()).asides());
        QVERIFY(m_store->database().open(m_store->path()));
        const QList<SchedulingLink> links = LinkTable(m_store->database()).links(9);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.first().label, QString());
    }

    void othersStayWhatTheyWere()
    {
        QCOMPARE(*Erasure(m_store->database()).erasePeople({QStringLiteral("nobody@example.com")}), 0);
        QCOMPARE(*Erasure(m_store->database()).erasePeople({QString()}), 0);
        QCOMPARE(found(QStringLiteral("ana")), (QList<int>{1, 2}));
    }

    void aDamagedSearchIndexIsNoReasonToKeepAnything()
    {
        QVERIFY(Statement(m_store->database(), QStringLiteral("UPDATE search_data SET block = x'00ff00ff' WHERE id > 10")).run());
        m_store->database().close();
        QVERIFY(m_store->database().open(m_store->path()));
        const Result<int> gone = Erasure(m_store->database()).erasePeople({ana});
        QVERIFY2(gone, gone ? "" : qPrintable(gone.error().message));
        QVERIFY(!MeetingTable(m_store->database()).summary(eventUri(1)));
    }

    void theOrderIsStruckWithTheErasure_orNeither()
    {
        Erasure erasure(m_store->database());
        const Result<qint64> order = erasure.orders().add({.emails = {ana}, .range = {}});
        QVERIFY(order);
        QVERIFY(Statement(m_store->database(), QStringLiteral("CREATE TRIGGER refuses BEFORE DELETE ON erasure_orders BEGIN SELECT RAISE(ABORT, 'no'); END")).run());
        QVERIFY(!erasure.erasePeople({ana}, *order));
        QVERIFY(MeetingTable(m_store->database()).summary(eventUri(1)));
        QVERIFY(Statement(m_store->database(), QStringLiteral("DROP TRIGGER refuses")).run());
        QVERIFY(erasure.erasePeople({ana}, *order));
        QVERIFY(erasure.orders().orders()->isEmpty());
    }

    void historyThatOutlivedItsMeeting_goesByName()
    {
        const auto seen = [this](int number, const QString &who) {
            return Statement(m_store->database(),
                             QStringLiteral("INSERT INTO meeting_changes (meeting, seen_ms, kind, who, about, old_value, new_value) VALUES (?, 0, 'joined', ?, '', '', '')"))
                .run({eventUri(number).toString(), who});
        };
        QVERIFY(seen(77, QStringLiteral("Ana Ruiz")) && seen(77, QStringLiteral("Ben Okafor")));
        QVERIFY(Erasure(m_store->database()).erasePeople({ana}));
        QStringList left;
        QVERIFY(Statement(m_store->database(), QStringLiteral("SELECT who FROM meeting_changes WHERE meeting = ?")).forEach({eventUri(77).toString()}, [&left](const QSqlQuery &row) {
            left.append(row.value(0).toString());
        }));
        QCOMPARE(left, QStringList{QStringLiteral("Ben Okafor")});
    }

    void labelsOfLinksThatNameAPersonGo()
    {
        LinkTable links(m_store->database());
        const QStringList labels{QStringLiteral("For Ana Ruiz, Nordwind"), QStringLiteral("Ana.Ruiz@example.com"), QStringLiteral("case 7"), QStringLiteral("Banana")};
        for (int number = 0; number < labels.size(); ++number)
            QVERIFY(links.add(linkFor(number, labels.at(number))));
        QVERIFY(links.markBooked(QStringLiteral("token-2"), inviteeUri(1, 1)));
        QVERIFY(links.orders().put({orderFor(0, labels.at(0)), orderFor(2, labels.at(2)), orderFor(3, labels.at(3)), orderFor(9, QStringLiteral("ana ruíz"))}));
        SavedFilterTable filters(m_store->database());
        QVERIFY(filters.save({QStringLiteral("Hers"), {{QStringLiteral("text"), QStringLiteral("with:ana.ruiz@example.com")}}}));
        QVERIFY(filters.save({QStringLiteral("Mine"), {{QStringLiteral("text"), QStringLiteral("ana")}}}));
        QVERIFY(Erasure(m_store->database()).erasePeople({ana}));
        QMap<QString, QString> left;
        for (const SchedulingLink &link : links.links(9))
            left.insert(link.id, link.label);
        QCOMPARE(left, (QMap<QString, QString>{{QStringLiteral("0"), {}}, {QStringLiteral("1"), {}}, {QStringLiteral("2"), {}}, {QStringLiteral("3"), QStringLiteral("Banana")}}));
        QStringList ordered;
        const Result<QList<LinkOrder>> orders = links.orders().batches();
        QVERIFY(orders);
        for (const LinkOrder &order : *orders)
            ordered.append(order.label);
        QCOMPARE(ordered, (QStringList{QString(), QString(), QStringLiteral("Banana"), QString()}));
        QCOMPARE(filters.filters().size(), 1);
    }

    void aGuestGoesFromTheMeetingsOfOthers()
    {
        MeetingTable meetings(m_store->database());
        const QDateTime day = utc("2026-10-07T10:00:00Z");
        const QString other = QStringLiteral("zoe@example.com");
        QVERIFY(meetings.upsert({withGuests(3, day, {ana.toUpper(), other}), withGuests(1, day.addDays(-2), {})}));
        QCOMPARE(found(QStringLiteral("ruiz")), (QList<int>{1, 2, 3}));
        QVERIFY(Erasure(m_store->database()).erasePeople({ana}));
        QCOMPARE(meetings.details(eventUri(3))->meeting.guests, QStringList{other});
        QCOMPARE(found(QStringLiteral("ruiz")), QList<int>());
        QCOMPARE(found(QStringLiteral("zoe")), QList<int>{3});
        m_store->database().close();
        QFile file(m_store->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().toLower().contains("ruiz"));
    }

    void labelsOfLinksGoWithTheMeetingsOfARange()
    {
        LinkTable links(m_store->database());
        QVERIFY(links.add(linkFor(1, QStringLiteral("Ana"))));
        QVERIFY(links.add(linkFor(2, QStringLiteral("Ben"))));
        QVERIFY(links.markBooked(QStringLiteral("token-1"), inviteeUri(1, 1)));
        QVERIFY(links.markBooked(QStringLiteral("token-2"), inviteeUri(3, 1)));
        QVERIFY(Erasure(m_store->database()).eraseMeetings({.begin = utc("2026-10-05T00:00:00Z"), .end = utc("2026-10-06T00:00:00Z")}));
        QCOMPARE(links.labelOf(QStringLiteral("token-1")), QString());
        QCOMPARE(links.labelOf(QStringLiteral("token-2")), QStringLiteral("Ben"));
    }

    void meetingsOfARangeGoWithTheirPeople()
    {
        const Result<int> gone = Erasure(m_store->database()).eraseMeetings({.begin = utc("2026-10-05T00:00:00Z"), .end = utc("2026-10-07T00:00:00Z")});
        QVERIFY(gone);
        QCOMPARE(*gone, 2);
        QCOMPARE(found(QStringLiteral("ana")), QList<int>());
        QCOMPARE(found(QStringLiteral("ben")), QList<int>{3});
        m_store->database().close();
        QFile file(m_store->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().toLower().contains("prado"));
    }

    void aPersonStaysGoneWhileCalendlyStillListsThem()
    {
        QVERIFY(erasure().erasePeople({ana}));
        list();
        QCOMPARE(listed(), (QList<int>{2, 3}));
        QCOMPARE(table().details(eventUri(2))->invitees.size(), 1);
        QCOMPARE(found(QStringLiteral("ruiz")), QList<int>());
        m_now = m_now.addDays(9);
        endOldErasures();
        QCOMPARE(table().withoutInvitees(m_now, 9), QList<QUrl>{eventUri(2)});
        list();
        QCOMPARE(listed(), (QList<int>{1, 2, 3}));
        QCOMPARE(found(QStringLiteral("ruiz")), (QList<int>{1, 2}));
    }

    void aMeetingOfWhomNothingWasKnownGoesWhenItsPeopleAreRead()
    {
        QVERIFY(erasure().erasePeople({ana}));
        for (int look = 0; look < 2; ++look) {
            QVERIFY(table().upsert({meetingAt(4, day(3))}));
            QCOMPARE(listed(), look == 0 ? (QList<int>{2, 3, 4}) : (QList<int>{2, 3}));
            QVERIFY(table().setInvitees(eventUri(4), {inviteeOf(4, 1, QStringLiteral("Ana Ruiz"), ana.toUpper())}));
        }
        QCOMPARE(found(QStringLiteral("intro")), (QList<int>{2, 3}));
    }

    void aGroupEventComesBackWithWhoeverElseBooksIt()
    {
        const QString first = QStringLiteral("2026-10-01T08:00:00.000000Z");
        QVERIFY(table().upsert({groupEvent(4, day(3), first)}));
        QVERIFY(table().setInvitees(eventUri(4), {inviteeOf(4, 1, QStringLiteral("Ana Ruiz"), ana)}));
        QVERIFY(erasure().erasePeople({ana}));
        QVERIFY(table().upsert({groupEvent(4, day(3), first)}));
        QCOMPARE(listed(), (QList<int>{2, 3}));
        QVERIFY(table().upsert({groupEvent(4, day(3), QStringLiteral("2026-10-04T08:00:00.000000Z"))}));
        QVERIFY(table().setInvitees(eventUri(4), {inviteeOf(4, 1, QStringLiteral("Ana Ruiz"), ana), inviteeOf(4, 2, QStringLiteral("Ben Okafor"), ben)}));
        QCOMPARE(table().details(eventUri(4))->invitees.size(), 1);
    }

    void whoBooksAnewIsShown()
    {
        QVERIFY(erasure().erasePeople({ana}));
        Invitee again = inviteeOf(4, 1, QStringLiteral("Ana Ruiz"), ana);
        again.createdAt = m_now.addSecs(60);
        QVERIFY(table().upsert({meetingAt(4, day(3))}));
        QVERIFY(table().setInvitees(eventUri(4), {again}));
        QCOMPARE(found(QStringLiteral("ruiz")), QList<int>{4});
    }

    void aGuestStaysGoneWhileCalendlyStillListsThem()
    {
        const Meeting sent = withGuests(3, day(2), {ana, QStringLiteral("zoe@example.com")});
        QVERIFY(table().upsert({sent}));
        QVERIFY(erasure().erasePeople({ana}));
        const auto again = table().upsert({sent});
        QVERIFY(again);
        QCOMPARE(table().details(eventUri(3))->meeting.guests, QStringList{QStringLiteral("zoe@example.com")});
        QCOMPARE(found(QStringLiteral("ruiz")), QList<int>());
        QCOMPARE(table().upsert({sent}).value(), QList<QUrl>()); // nothing differs from look to look
        m_now = m_now.addDays(9);
        QVERIFY(table().upsert({sent}));
        QCOMPARE(found(QStringLiteral("ruiz")), QList<int>{3});
    }

    void meetingsOfARangeStayGoneAndAreReadAgainLater()
    {
        SyncStateTable state(m_store->database());
        QVERIFY(state.addCovered({day(-30), day(30)}));
        QVERIFY(erasure().eraseMeetings({day(0), day(2)}));
        list();
        QCOMPARE(listed(), QList<int>{3});
        endOldErasures();
        QCOMPARE(state.covered().size(), 1);
        m_now = m_now.addDays(9);
        endOldErasures();
        QCOMPARE(state.covered(), (QList<TimeRange>{{day(-30), day(0)}, {day(2), day(30)}}));
        list();
        QCOMPARE(listed(), (QList<int>{1, 2, 3}));
    }

private:
    /// Many meetings, each with words of its own for the search that stand before hers in the index.
    bool fill(int count)
    {
        Database &database = m_store->database();
        QList<Meeting> many;
        for (int number = 10; number < 10 + count; ++number)
            many.append(meetingAt(number, utc("2026-10-01T08:00:00Z").addSecs(number * 600)));
        if (!MeetingTable(database).upsert(many))
            return false;
        QList<std::pair<qint64, qint64>> rows;
        Statement(database, QStringLiteral("SELECT id, start_ms FROM meetings WHERE id > 3"))
            .forEach({}, [&rows](const QSqlQuery &row) { rows.append({row.value(0).toLongLong(), row.value(1).toLongLong()}); });
        SearchIndex index(database);
        const Result<Done> written = database.transaction([&] {
            Result<Done> step = Done{};
            for (auto row = rows.cbegin(); step && row != rows.cend(); ++row) {
                QStringList texts(searchColumns().size());
                for (int word = 0; word < 20; ++word)
                    texts.first() += QStringLiteral("a%1x%2 ").arg((row->first * 7919 + word * 104729) % 999983).arg(word);
                step = index.put(row->first, row->second, texts);
            }
            return step;
        });
        return written && rows.size() == count;
    }

    bool overwriteAll()
    {
        Forgetting forgetting(m_store->database());
        Result<Forgetting::Overwritten> part = Forgetting::Overwritten::Some;
        while (part && *part == Forgetting::Overwritten::Some)
            part = forgetting.overwriteSome();
        return part && *part == Forgetting::Overwritten::All;
    }

    static QDateTime day(int number) { return utc("2026-10-05T10:00:00Z").addDays(number); }
    Clock clock()
    {
        return [this] { return m_now; };
    }
    MeetingTable table() { return MeetingTable(m_store->database(), clock()); }
    Erasure erasure() { return Erasure(m_store->database(), clock()); }
    void endOldErasures() { QVERIFY(SyncStateTable(m_store->database()).endOldErasures(m_now)); }
    QList<int> listed() { return numbersOf(table().summaries(between("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"))); }

    /// What Calendly lists, as if nothing had been deleted there.
    void list()
    {
        QVERIFY(table().upsert({meetingAt(1, day(0)), meetingAt(2, day(1)), meetingAt(3, day(2))}));
        QVERIFY(table().setInvitees(eventUri(1), {inviteeOf(1, 1, QStringLiteral("Ana Ruiz"), ana)}));
        QVERIFY(table().setInvitees(eventUri(2), {inviteeOf(2, 1, QStringLiteral("Ben Okafor"), ben), inviteeOf(2, 2, QStringLiteral("Ana Ruiz"), ana)}));
        QVERIFY(table().setInvitees(eventUri(3), {inviteeOf(3, 1, QStringLiteral("Ben Okafor"), ben)}));
    }

    /// In small letters: of the store and of its log.
    QByteArray bytesOfFiles() const
    {
        QByteArray bytes;
        for (const char *side : {"", "-wal"}) {
            QFile file(m_store->path() + QLatin1String(side));
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll().toLower();
        }
        return bytes;
    }

    QList<int> found(const QString &text)
    {
        MeetingQuery query;
        query.text = text;
        query.now = utc("2026-10-04T12:00:00Z");
        return numbersOf(MeetingTable(m_store->database()).summaries(query));
    }

    std::unique_ptr<TemporaryStore> m_store;
    QDateTime m_now;
};

QTEST_GUILESS_MAIN(ErasureTest)
#include "tst_erasure.moc"
