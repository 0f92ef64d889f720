// SPDX-License-Identifier: GPL-3.0-or-later
#include "carddetails.h"
#include "noshowmark.h"

#include <QTest>

namespace {

QUrl bookingIn(int meeting)
{
    return QUrl(QStringLiteral("https://api.example.com/scheduled_events/%1/invitees/kenji").arg(meeting));
}

RescheduleStep stepOn(int day, int hour, int meeting, const QDateTime &bookedAt)
{
    RescheduleStep step;
    step.invitee = bookingIn(meeting);
    step.meeting = meetingOfInvitee(step.invitee);
    step.start = berlin(day, hour, 0);
    step.end = step.start.addSecs(3600);
    step.bookedAt = bookedAt;
    return step;
}

/// The demo, moved twice: it was to be on 3 November, then on the 17th.
MeetingDetails movedTwice()
{
    MeetingDetails details = demo();
    details.invitees[0].oldInvitee = bookingIn(2);
    RescheduleStep here = stepOn(20, 13, 4, berlin(14, 8, 5));
    here.end = here.start.addSecs(2700);
    details.moves = {{{stepOn(3, 15, 1, berlin(1, 16, 20)), stepOn(17, 11, 2, berlin(2, 9, 0)), here}, 2}};
    return details;
}

MeetingChange seen(MeetingChange::Kind kind, const QDateTime &at, const QString &who = {})
{
    MeetingChange change;
    change.kind = kind;
    change.seenAt = at;
    change.who = who;
    return change;
}

} // namespace

class TestCardHistory : public QObject
{
    Q_OBJECT

private slots:
    void movesAreToldAsOneStory()
    {
        const CardContent card = cardOf(movedTwice());
        const CardSection *moves = sectionOf(card, QStringLiteral("moves"));
        QVERIFY(moves);
        QCOMPARE(moves->title, QStringLiteral("Moved twice, first Tue 3 Nov"));
        QCOMPARE(linesOf(card, "moves"), (QStringList{QStringLiteral("First: Tue 3 Nov, 15:00–16:00"), QStringLiteral("Then: Tue 17 Nov, 11:00–12:00"),
                                                      QStringLiteral("Then: Fri 20 Nov, 13:00–13:45, this meeting")}));
        QCOMPARE(moves->fields.at(0).link, (CardLink{CardLink::Kind::Meeting, QUrl(QStringLiteral("https://api.example.com/scheduled_events/1"))}));
        QCOMPARE(moves->fields.at(2).link.kind, CardLink::Kind::None);
        QCOMPARE(card.status.text, QStringLiteral("Moved twice"));
        QCOMPARE(card.status.detail, QStringLiteral("first 3 Nov"));
    }

    void stepsThatAreNotStoredAreLinksToo()
    {
        MeetingDetails details = movedTwice();
        RescheduleStep unknown;
        unknown.invitee = bookingIn(1);
        unknown.meeting = meetingOfInvitee(unknown.invitee);
        details.moves[0].steps[0] = unknown;
        const CardContent card = cardOf(details);
        const CardSection *moves = sectionOf(card, QStringLiteral("moves"));
        QCOMPARE(moves->title, QStringLiteral("Moved twice"));
        QCOMPARE(linesOf(card, "moves").first(), QStringLiteral("First: at a time that is not known here"));
        QCOMPARE(moves->fields.at(0).link, (CardLink{CardLink::Kind::Meeting, unknown.meeting}));
        QCOMPARE(moves->fields.at(1).link, (CardLink{CardLink::Kind::Meeting, details.moves[0].steps[1].meeting}));
    }

    void aStepOfAnUnknownShapeIsNoLink()
    {
        MeetingDetails details = movedTwice();
        details.moves[0].steps[0] = {.invitee = QUrl(QStringLiteral("https://api.example.com/bookings/1"))};
        QCOMPARE(sectionOf(cardOf(details), QStringLiteral("moves"))->fields.at(0).link.kind, CardLink::Kind::None);
    }

    void whatWasMovedOnSaysWhereTo()
    {
        MeetingDetails details = movedTwice();
        details.moves[0].here = 1;
        details.invitees[0].uri = bookingIn(2);
        details.invitees[0].rescheduled = details.invitees[0].canceled = details.meeting.canceled = true;
        details.meeting.cancellation = Cancellation{QStringLiteral("Kenji Watanabe"), {}, false, berlin(14, 8, 5)};
        QCOMPARE(cardOf(details).status.text, QStringLiteral("Moved"));
        QCOMPARE(plain(cardOf(details).status.detail), QStringLiteral("to 20 Nov, 13:00"));
        const QStringList history = linesOf(cardOf(details), "history");
        QCOMPARE(history, (QStringList{QStringLiteral("1 Nov, 16:20: Booked for Kenji Watanabe"), QStringLiteral("2 Nov, 09:00: Moved from 3 Nov, 15:00"),
                                       QStringLiteral("14 Nov, 08:05: Moved to 20 Nov, 13:00")}));
    }

    void historyIsToldInOrderWithWhatWasSeen()
    {
        MeetingDetails details = movedTwice();
        details.changes = {seen(MeetingChange::Kind::GuestAdded, berlin(13, 12, 0), QStringLiteral("yuki@example.com")),
                           seen(MeetingChange::Kind::PlaceChanged, berlin(15, 7, 30))};
        details.changes[1].placeBefore.kind = Place::Kind::Zoom;
        details.changes[1].placeAfter = Place{.kind = Place::Kind::Physical, .location = QStringLiteral("Studio, Lichtgasse 4")};
        QCOMPARE(linesOf(cardOf(details), "history"),
                 (QStringList{QStringLiteral("1 Nov, 16:20: Booked for Kenji Watanabe"), QStringLiteral("2 Nov, 09:00: Moved from 3 Nov, 15:00"),
                              QStringLiteral("13 Nov, 12:00: Sundial saw the guest yuki@example.com added"),
                              QStringLiteral("14 Nov, 08:05: Moved from 17 Nov, 11:00"),
                              QStringLiteral("15 Nov, 07:30: Sundial saw the place change from Zoom to Studio")}));
    }

    void whatCalendlyTellsItselfIsNotToldTwice()
    {
        using Kind = MeetingChange::Kind;
        MeetingDetails details = demo();
        Invitee &person = details.invitees[0];
        person.noShow = QUrl(QStringLiteral("https://api.example.com/invitee_no_shows/2"));
        person.source.insert(QStringLiteral("no_show"), toJson(NoShowMark{person.noShow, person.uri, berlin(20, 9, 30)}));
        const QString who = person.name;
        details.changes = {seen(Kind::NoShowMarked, berlin(20, 9, 0), who), seen(Kind::NoShowRemoved, berlin(20, 9, 10), who),
                           seen(Kind::NoShowMarked, berlin(20, 9, 31), who)};
        QCOMPARE(linesOf(cardOf(details), "history").mid(1),
                 (QStringList{QStringLiteral("20 Nov, 09:00: Sundial saw Kenji Watanabe marked as no-show"),
                              QStringLiteral("20 Nov, 09:10: Sundial saw the no-show mark of Kenji Watanabe removed"),
                              QStringLiteral("20 Nov, 09:30: Kenji Watanabe marked as no-show")}));

        details = demo();
        details.meeting.canceled = true;
        details.meeting.cancellation = Cancellation{QStringLiteral("Kenji"), {}, false, berlin(19, 9, 0)};
        details.changes = {seen(Kind::Canceled, berlin(19, 9, 1), QStringLiteral("Kenji"))};
        QCOMPARE(linesOf(cardOf(details), "history").mid(1), QStringList{QStringLiteral("19 Nov, 09:00: Canceled by Kenji")});
    }

    void whoBookedForSomebodyIsSaid()
    {
        MeetingDetails details = demo();
        Invitee &person = details.invitees[0];
        const QString colleague = QStringLiteral("https://api.example.com/users/ben");
        person.source.insert(QStringLiteral("invitee_scheduled_by"), colleague);
        QCOMPARE(linesOf(cardOf(details), "history").first(), QStringLiteral("12 Nov, 16:20: Booked for Kenji Watanabe by a colleague"));
        QVERIFY(!sectionOf(cardOf(details), QStringLiteral("unknown")));
        details.meeting.hosts = {{.user = QUrl(colleague), .name = QStringLiteral("Ben Amrani")}};
        person.schedulingMethod = QStringLiteral("api");
        QCOMPARE(linesOf(cardOf(details), "history").first(), QStringLiteral("12 Nov, 16:20: Booked for Kenji Watanabe by Ben Amrani, through a program"));
        person.source.insert(QStringLiteral("invitee_scheduled_by"), QStringLiteral("https://api.example.com/users/me"));
        QCOMPARE(linesOf(cardOf(details), "history").first(), QStringLiteral("12 Nov, 16:20: Booked for Kenji Watanabe by you, through a program"));
    }

    void howTheLastTimeWasBookedIsNotToldOfTheFirst()
    {
        MeetingDetails details = movedTwice();
        details.invitees[0].schedulingMethod = QStringLiteral("api");
        details.invitees[0].source.insert(QStringLiteral("invitee_scheduled_by"), QStringLiteral("https://api.example.com/users/ben"));
        QCOMPARE(linesOf(cardOf(details), "history"),
                 (QStringList{QStringLiteral("1 Nov, 16:20: Booked for Kenji Watanabe"), QStringLiteral("2 Nov, 09:00: Moved from 3 Nov, 15:00"),
                              QStringLiteral("14 Nov, 08:05: Moved from 17 Nov, 11:00 by a colleague, through a program")}));
    }

    void whoJoinedOrLeftIsToldOnce_andWhy()
    {
        using Kind = MeetingChange::Kind;
        MeetingDetails details = demo();
        Invitee &person = details.invitees[0];
        details.changes = {seen(Kind::PersonJoined, berlin(12, 16, 21), person.name), seen(Kind::PersonLeft, berlin(13, 9, 0), person.name),
                           seen(Kind::PersonReturned, berlin(14, 9, 0), person.name)};
        details.changes[1].about = QStringLiteral("The room is too small.");
        QCOMPARE(linesOf(cardOf(details), "history").mid(1),
                 (QStringList{QStringLiteral("13 Nov, 09:00: Sundial saw Kenji Watanabe leave: The room is too small."),
                              QStringLiteral("14 Nov, 09:00: Sundial saw Kenji Watanabe come back")}));
        person.canceled = true;
        person.cancellation = Cancellation{person.name, {}, false, berlin(13, 8, 59)};
        QCOMPARE(linesOf(cardOf(details), "history").filter(QStringLiteral("leave")), QStringList());
    }

    void theReasonOfOneOfAGroupWhoMovedIsTold()
    {
        MeetingDetails details = demo();
        details.meeting.inviteesLimit = 8;
        Invitee moved = kenji();
        moved.uri = bookingIn(5);
        moved.name = QStringLiteral("Ana");
        moved.canceled = moved.rescheduled = true;
        moved.cancellation = Cancellation{moved.name, QStringLiteral("My train is late."), false, berlin(19, 9, 0)};
        details.invitees.append(moved);
        QCOMPARE(linesOf(cardOf(details), "moves"), QStringList{QStringLiteral("Moved (Ana): My train is late.")});
        QVERIFY(!sectionOf(cardOf(details), QStringLiteral("cancellation")));
    }

    void everyKindOfChangeHasItsSentence()
    {
        using Kind = MeetingChange::Kind;
        for (int kind = 0; kind <= int(Kind::NoShowRemoved); ++kind) {
            MeetingDetails details = demo();
            MeetingChange change = seen(Kind(kind), berlin(19, 9, 0), QStringLiteral("%1 Who"));
            change.about = QStringLiteral("%2?");
            change.before = QStringLiteral("%3 before");
            change.after = QStringLiteral("%4 after");
            change.timeBefore = change.timeAfter = {berlin(1, 9, 0), berlin(1, 10, 0)};
            change.placeBefore.kind = Place::Kind::Zoom;
            change.placeAfter.kind = Place::Kind::Teams;
            details.changes = {change};
            const QString line = linesOf(cardOf(details), "history").last();
            QVERIFY2(line.contains(QLatin1String("Sundial saw")), qPrintable(line));
        }
    }

    void theAgendaSaysHowOftenAndFromWhen()
    {
        const AgendaSetting setting = berlinSetting();
        InviteeBrief emily = person(QStringLiteral("Emily Hart"), QStringLiteral("America/New_York"));
        emily.movedHere = true;
        const auto words = [&setting](const InviteeBrief &invitee) {
            const StatusWords status = agendaRows({meetingAt(1, berlin(23, 15, 0), 60, QStringLiteral("Interview"), invitee)}, setting).last().status;
            return plain(QStringList{status.text, status.detail}.join(QStringLiteral(" | ")));
        };
        QCOMPARE(words(emily), QStringLiteral("Moved | from another time"));
        emily.timesMoved = 1;
        emily.firstTime = berlin(19, 12, 0);
        QCOMPARE(words(emily), QStringLiteral("Moved | from 19 Nov, 12:00"));
        emily.timesMoved = 2;
        emily.firstTime = berlin(3, 15, 0);
        QCOMPARE(words(emily), QStringLiteral("Moved twice | first 3 Nov"));
        emily.timesMoved = 3;
        emily.firstTime = {};
        QVERIFY(words(emily).startsWith(QLatin1String("Moved 3 times")));
    }
};

QTEST_GUILESS_MAIN(TestCardHistory)
#include "tst_cardhistory.moc"
