// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelmodel.h"
#include "cancelreport.h"
#include "meetingmaker.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

class TestCancelRows : public QObject
{
    Q_OBJECT

private slots:
    void aRowNamesWhoGetsMail()
    {
        const CancelRow row = cancelRow(meeting(), berlinSetting(), false);
        QCOMPARE(row.time, QStringLiteral("13:00"));
        QCOMPARE(row.addresses, (QStringList{QStringLiteral("Kenji Watanabe <kenji@example.com>"), QStringLiteral("guest@example.com (guest)")}));
        QCOMPARE(mailedAddresses(meeting()), (QStringList{QStringLiteral("kenji@example.com"), QStringLiteral("guest@example.com")}));
        QVERIFY(row.badge.isEmpty());
    }

    void whoCanceledGetsNoMail()
    {
        MeetingDetails details = meeting();
        details.invitees[0].canceled = true;
        QCOMPARE(mailedAddresses(details), QStringList{QStringLiteral("guest@example.com")});
    }

    void aPersonIsCountedOnce()
    {
        MeetingDetails details = meeting();
        details.meeting.guests = {QStringLiteral("KENJI@example.com"), QString(), QStringLiteral("guest@example.com")};
        QCOMPARE(mailedAddresses(details), (QStringList{QStringLiteral("kenji@example.com"), QStringLiteral("guest@example.com")}));
        QCOMPARE(cancelRow(details, berlinSetting(), false).count, QStringLiteral("2 people"));
    }

    void whoGaveUpAPlaceBeforeHadLeft()
    {
        MeetingDetails details = meeting();
        Invitee &invitee = details.invitees[0];
        QVERIFY(!hadLeft(invitee, details.meeting));
        invitee.canceled = true;
        QVERIFY(hadLeft(invitee, details.meeting)); // read while the meeting stood
        details.meeting.canceled = true;
        details.meeting.cancellation = Cancellation{.createdAt = berlin(19, 12, 0)};
        invitee.cancellation = Cancellation{.createdAt = berlin(19, 12, 0)};
        QVERIFY(!hadLeft(invitee, details.meeting));
        invitee.cancellation->createdAt = berlin(18, 12, 0);
        QVERIFY(hadLeft(invitee, details.meeting));
    }

    void whoHadLeftIsNotInTheTable()
    {
        MeetingDetails details = meeting();
        const CancelItem item{.meeting = details.meeting.uri, .state = CancelItem::State::Canceled};
        QVERIFY(cancelReportRow(item, details, berlinSetting().zone).contains("kenji@example.com"));
        details.invitees[0].canceled = true;
        QVERIFY(!cancelReportRow(item, details, berlinSetting().zone).contains("kenji@example.com"));
    }

    void aTypeThatNobodyCanBookHasNoLink()
    {
        MeetingDetails details = meeting();
        QVERIFY(missingLinksText({details}).contains(QLatin1String("Product demo")));
        EventType type;
        type.schedulingUrl = QUrl(QStringLiteral("https://calendly.com/x/demo"));
        type.active = true;
        details.eventType = type;
        QCOMPARE(ordinaryLink(details), QStringLiteral("https://calendly.com/x/demo"));
        QVERIFY(missingLinksText({details}).isEmpty());
        details.eventType->active = false;
        QVERIFY(ordinaryLink(details).isEmpty());
        QVERIFY(missingLinksText({details, meeting()}).startsWith(QLatin1String("No link works for")));
    }

    void severalDaysAreNamed()
    {
        QCOMPARE(cancelRow(meeting(), berlinSetting(), true).time, QStringLiteral("Fri 20 Nov, 13:00"));
        QVERIFY(onSeveralDays({berlin(20, 13, 0), berlin(21, 9, 0)}, berlinSetting().zone));
        QVERIFY(!onSeveralDays({berlin(20, 13, 0), berlin(20, 23, 59)}, berlinSetting().zone));
    }

    void fieldsAreFilledForAPersonAndForAGroup()
    {
        MeetingDetails details = meeting();
        QCOMPARE(reasonFor(QStringLiteral("Hello {name}, {event}"), reasonFields(details, {})), QStringLiteral("Hello Kenji Watanabe, Product demo"));
        details.meeting.inviteesLimit = 8;
        details.meeting.inviteesActive = 5;
        QCOMPARE(reasonFor(QStringLiteral("Hello {name}"), reasonFields(details, {})), QStringLiteral("Hello everybody"));
        QCOMPARE(cancelRow(details, berlinSetting(), false).badge, QStringLiteral("ends for all 5"));
        details.meeting.inviteesLimit = 1;
        details.invitees.clear();
        QCOMPARE(reasonFor(QStringLiteral("Hello {name}"), reasonFields(details, {})), QStringLiteral("Hello there"));
    }

    void everyStateHasAWordAndAnIcon()
    {
        for (int state = 0; state <= static_cast<int>(CancelItem::State::Skipped); ++state) {
            CancelItem item;
            item.state = static_cast<CancelItem::State>(state);
            CancelRow row;
            sayState(row, item);
            QVERIFY(!row.status.isEmpty());
            QVERIFY(!row.statusIcon.isEmpty());
        }
    }

    void rowsAreTakenOutAndIn()
    {
        CancelModel model;
        QAbstractItemModelTester tester(&model);
        model.setCheckable(true);
        model.setRows({cancelRow(meeting(), berlinSetting(), false)});
        QSignalSpy changed(&model, &CancelModel::checkedChanged);
        QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.checkedCount(), 0);
        QCOMPARE(changed.size(), 1);
        model.checkAll(true);
        QCOMPARE(model.checkedCount(), 1);
        model.setCheckable(false);
        QVERIFY(!model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    }

private:
    static MeetingDetails meeting()
    {
        const MeetingSummary summary = meetingAt(1, berlin(20, 13, 0), 45, QStringLiteral("Product demo"), person(QStringLiteral("Kenji Watanabe"), {}));
        MeetingDetails details;
        details.meeting = summary.meeting;
        details.meeting.guests = {QStringLiteral("guest@example.com")};
        details.inviteesKnown = true;
        Invitee invitee;
        invitee.name = summary.invitees.first().name;
        invitee.email = summary.invitees.first().email;
        details.invitees = {invitee};
        return details;
    }
};

QTEST_GUILESS_MAIN(TestCancelRows)
#include "tst_cancelrows.moc"
