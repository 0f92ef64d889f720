// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingtable.h"
#include "storedmeetings.h"

#include <QTest>

using Kind = MeetingChange::Kind;

/// What syncs saw change is kept, and nothing else is.
class MeetingChangesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aFirstReadingIsNoChange();
    void theSameReadAgainIsNoChange();
    void aMovedTimeIsKeptWithBothTimes();
    void placeNameHostsAndGuestsAreKept();
    void anAddressThatComesLaterIsNoOtherPlace();
    void aCancellationIsKeptWithWhoAndWhy_andWhatComesAfter();
    void peopleWhoComeAndGoAreKept();
    void whoLeavesWithACanceledMeetingIsToldOnce();
    void questionsOfTheSameWordsAreNotMixedUp();
    void marksAndAnswersAreKept();
    void oneInviteeReadAloneIsKeptToo();
    void changesOutliveTheMeetingsRow();
    void aServerThatNeverSaysTheSameDoesNotFillTheDisk();

private:
    QList<MeetingChange> changes() { return m_table->details(eventUri(1))->changes; }
    QList<Kind> kinds();
    void write(const Meeting &meeting) { QVERIFY(m_table->upsert({meeting})); }
    void write(const QList<Invitee> &invitees) { QVERIFY(m_table->setInvitees(eventUri(1), invitees)); }

    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<MeetingTable> m_table;
    QDateTime m_now;
    Meeting m_meeting;
    Invitee m_ana;
};

void MeetingChangesTest::init()
{
    m_store = std::make_unique<TemporaryStore>();
    m_now = utc("2026-11-18T09:00:00Z");
    m_table = std::make_unique<MeetingTable>(m_store->database(), [this] { return m_now; });
    m_meeting = meetingAt(1, utc("2026-11-20T10:00:00Z"));
    m_ana = inviteeOf(1, 1, QStringLiteral("Ana"), QStringLiteral("ana@example.org"));
    write(m_meeting);
    write({m_ana});
    m_now = m_now.addSecs(3600);
}

QList<Kind> MeetingChangesTest::kinds()
{
    QList<Kind> kinds;
    for (const MeetingChange &change : changes())
        kinds.append(change.kind);
    return kinds;
}

void MeetingChangesTest::aFirstReadingIsNoChange()
{
    QVERIFY(changes().isEmpty());
}

void MeetingChangesTest::theSameReadAgainIsNoChange()
{
    m_meeting.updatedAt = QStringLiteral("2026-11-18T09:30:00.000000Z");
    m_meeting.notesPlain = QStringLiteral("Other notes");
    write(m_meeting);
    write({m_ana});
    QVERIFY(changes().isEmpty());
}

void MeetingChangesTest::aMovedTimeIsKeptWithBothTimes()
{
    const TimeRange before{m_meeting.start, m_meeting.end};
    m_meeting.start = m_meeting.start.addDays(1);
    m_meeting.end = m_meeting.end.addDays(1);
    write(m_meeting);
    QCOMPARE(kinds(), QList<Kind>{Kind::TimeChanged});
    const MeetingChange change = changes().first();
    QCOMPARE(change.seenAt, m_now);
    QCOMPARE(change.timeBefore, before);
    QCOMPARE(change.timeAfter, (TimeRange{m_meeting.start, m_meeting.end}));
}

void MeetingChangesTest::placeNameHostsAndGuestsAreKept()
{
    m_meeting.guests = {QStringLiteral("old@example.org")};
    write(m_meeting);
    m_meeting.place = Place{.kind = Place::Kind::Custom, .location = QStringLiteral("By the lake\nnorth side"), .rawType = QStringLiteral("custom")};
    m_meeting.name = QStringLiteral("Walk");
    m_meeting.hosts = {{.user = QUrl(QStringLiteral("https://api.example.com/users/B")), .name = QStringLiteral("Theo")}};
    m_meeting.guests = {QStringLiteral("NEW@example.org")};
    write(m_meeting);
    QCOMPARE(kinds(), (QList<Kind>{Kind::GuestAdded, Kind::PlaceChanged, Kind::NameChanged, Kind::HostsChanged, Kind::GuestAdded, Kind::GuestRemoved}));
    const QList<MeetingChange> seen = changes();
    QCOMPARE(seen.at(1).placeBefore.kind, Place::Kind::Physical);
    QCOMPARE(seen.at(1).placeBefore.location, QStringLiteral("Hall 3"));
    QCOMPARE(seen.at(1).placeAfter.location, QStringLiteral("By the lake\nnorth side"));
    QCOMPARE(seen.at(2).before, QStringLiteral("Intro call"));
    QCOMPARE(seen.at(2).after, QStringLiteral("Walk"));
    QCOMPARE(seen.at(3).before, QStringLiteral("Mara Lindqvist"));
    QCOMPARE(seen.at(3).after, QStringLiteral("Theo"));
    QCOMPARE(seen.at(5).who, QStringLiteral("old@example.org"));
}

void MeetingChangesTest::anAddressThatComesLaterIsNoOtherPlace()
{
    m_meeting.place = Place{.kind = Place::Kind::Physical, .location = QStringLiteral("Hall 3"), .rawType = QStringLiteral("physical")};
    m_meeting.place.joinUrl = QUrl(QStringLiteral("https://zoom.example/j/1"));
    write(m_meeting);
    QVERIFY(changes().isEmpty());
    m_meeting.place.joinUrl = QUrl(QStringLiteral("https://zoom.example/j/2"));
    write(m_meeting);
    QCOMPARE(kinds(), QList<Kind>{Kind::PlaceChanged});
}

void MeetingChangesTest::aCancellationIsKeptWithWhoAndWhy_andWhatComesAfter()
{
    m_meeting.canceled = true;
    m_meeting.cancellation = Cancellation{QStringLiteral("Ana"), QStringLiteral("ill"), false, m_now};
    write(m_meeting);
    QCOMPARE(kinds(), QList<Kind>{Kind::Canceled});
    QCOMPARE(changes().first().who, QStringLiteral("Ana"));
    QCOMPARE(changes().first().about, QStringLiteral("ill"));
    m_meeting.canceled = false;
    m_meeting.cancellation.reset();
    write(m_meeting);
    QCOMPARE(kinds(), (QList<Kind>{Kind::Canceled, Kind::Reinstated}));
}

void MeetingChangesTest::peopleWhoComeAndGoAreKept()
{
    Invitee bo = inviteeOf(1, 2, QString(), QStringLiteral("bo@example.org"));
    write({m_ana, bo});
    bo.canceled = true;
    write({m_ana, bo});
    bo.canceled = false;
    write({m_ana, bo});
    bo.canceled = bo.rescheduled = true; // took another time: the moves tell of that
    write({m_ana, bo});
    QCOMPARE(kinds(), (QList<Kind>{Kind::PersonJoined, Kind::PersonLeft, Kind::PersonReturned}));
    QCOMPARE(changes().first().who, QStringLiteral("bo@example.org"));
}

void MeetingChangesTest::whoLeavesWithACanceledMeetingIsToldOnce()
{
    m_meeting.canceled = true;
    write(m_meeting);
    m_ana.canceled = true;
    write({m_ana});
    QCOMPARE(kinds(), QList<Kind>{Kind::Canceled});
}

void MeetingChangesTest::questionsOfTheSameWordsAreNotMixedUp()
{
    m_ana.answers = {{.question = QStringLiteral("Notes?"), .answer = QStringLiteral("One")}, {.question = QStringLiteral("Notes?"), .answer = QStringLiteral("Two")}};
    QJsonArray sent;
    for (const QuestionAnswer &answer : std::as_const(m_ana.answers))
        sent.append(QJsonObject{{QStringLiteral("question"), answer.question}, {QStringLiteral("answer"), answer.answer}, {QStringLiteral("position"), sent.size()}});
    m_ana.source.insert(QStringLiteral("questions_and_answers"), sent);
    write({m_ana});
    const qsizetype before = kinds().size();
    write({m_ana});
    m_ana.noShow = QUrl(QStringLiteral("https://api.example.com/invitee_no_shows/1"));
    write({m_ana});
    QCOMPARE(kinds().mid(before), QList<Kind>{Kind::NoShowMarked});
}

void MeetingChangesTest::marksAndAnswersAreKept()
{
    m_ana.noShow = QUrl(QStringLiteral("https://api.example.com/invitee_no_shows/1"));
    write({m_ana});
    m_ana.noShow.clear();
    m_ana.answers[0].answer = QStringLiteral("Walls");
    m_ana.source.insert(QStringLiteral("questions_and_answers"),
                        QJsonArray{QJsonObject{{QStringLiteral("question"), QStringLiteral("Topic?")},
                                               {QStringLiteral("answer"), QStringLiteral("Walls")},
                                               {QStringLiteral("position"), 0}}});
    write({m_ana});
    write({m_ana});
    QCOMPARE(kinds(), (QList<Kind>{Kind::NoShowMarked, Kind::AnswerChanged, Kind::NoShowRemoved}));
    const MeetingChange answer = changes().at(1);
    QCOMPARE(answer.about, QStringLiteral("Topic?"));
    QCOMPARE(answer.before, QStringLiteral("Roofs"));
    QCOMPARE(answer.after, QStringLiteral("Walls"));
}

void MeetingChangesTest::oneInviteeReadAloneIsKeptToo()
{
    m_ana.noShow = QUrl(QStringLiteral("https://api.example.com/invitee_no_shows/1"));
    QVERIFY(m_table->updateInvitee(m_ana));
    QCOMPARE(kinds(), QList<Kind>{Kind::NoShowMarked});
    QCOMPARE(m_table->invitee(m_ana.uri)->noShow, m_ana.noShow);
    QVERIFY(m_table->updateInvitee(inviteeOf(7, 7, {}, {}))); // of no meeting that is stored
    QVERIFY(!m_table->invitee(inviteeUri(7, 7)));
}

void MeetingChangesTest::changesOutliveTheMeetingsRow()
{
    m_meeting.name = QStringLiteral("Walk");
    write(m_meeting);
    QVERIFY(m_table->removeMissing({m_meeting.start, m_meeting.start.addSecs(1)}, {}));
    QVERIFY(!m_table->summary(m_meeting.uri));
    write(m_meeting);
    QCOMPARE(kinds(), QList<Kind>{Kind::NameChanged});
}

void MeetingChangesTest::aServerThatNeverSaysTheSameDoesNotFillTheDisk()
{
    for (int time = 0; time < 300; ++time) {
        m_meeting.name = QString::number(time);
        write(m_meeting);
    }
    QCOMPARE(changes().size(), 200);
}

QTEST_GUILESS_MAIN(MeetingChangesTest)
#include "tst_meetingchanges.moc"
