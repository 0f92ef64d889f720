// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingmaker.h"
#include "meetingmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

namespace {

QList<MeetingSummary> threeMeetings()
{
    const InviteeBrief ana = person(QStringLiteral("Ana Ruiz"), QStringLiteral("Europe/Madrid"));
    return {
        meetingAt(1, berlin(20, 10, 30), 30, QStringLiteral("Intro"), ana),
        meetingAt(2, berlin(20, 13, 0), 45, QStringLiteral("Demo"), ana),
        meetingAt(3, berlin(23, 9, 0), 60, QStringLiteral("Onboarding"), ana),
    };
}

} // namespace

class TestMeetingModel : public QObject
{
    Q_OBJECT

private slots:
    void holdsTogetherWhileMeetingsComeAndGo()
    {
        MeetingModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<MeetingSummary> meetings = threeMeetings();
        model.setRows(agendaRows(meetings, berlinSetting()));
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.meetingCount(), 3);
        meetings[2].meeting.start = berlin(20, 9, 0);
        meetings[2].meeting.end = berlin(20, 10, 0);
        model.setRows(agendaRows(meetings, berlinSetting()));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.indexOf(meetings.at(2).meeting.uri).row(), 1);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void selectionSurvivesNewsAbove()
    {
        MeetingModel model;
        QItemSelectionModel selection(&model);
        QList<MeetingSummary> meetings = threeMeetings();
        model.setRows(agendaRows(meetings, berlinSetting()));
        const QUrl demo = meetings.at(1).meeting.uri;
        selection.setCurrentIndex(model.indexOf(demo), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        meetings.append(meetingAt(9, berlin(20, 8, 0), 30, QStringLiteral("Early"), meetings.first().invitees.first()));
        model.setRows(agendaRows(meetings, berlinSetting()));
        QCOMPARE(model.meetingAt(selection.currentIndex()), demo);
        QCOMPARE(selection.selectedRows().size(), 1);
    }

    void aMinuteTickTouchesOnlyWhatReadsDifferently()
    {
        MeetingModel model;
        AgendaSetting setting = berlinSetting();
        model.setRows(agendaRows(threeMeetings(), setting));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        setting.now = setting.now.addSecs(60);
        model.setRows(agendaRows(threeMeetings(), setting));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex(), model.index(1, 0));
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
    }

    void headsOfDaysCannotBeSelected()
    {
        MeetingModel model;
        model.setRows(agendaRows(threeMeetings(), berlinSetting()));
        QVERIFY(!model.flags(model.index(0, 0)).testFlag(Qt::ItemIsSelectable));
        QVERIFY(model.flags(model.index(1, 0)).testFlag(Qt::ItemIsSelectable));
        QVERIFY(model.meetingAt(model.index(0, 0)).isEmpty());
    }

    void columnsSayWhoseTimeTheyShow()
    {
        MeetingModel model;
        QSignalSpy changed(&model, &QAbstractItemModel::headerDataChanged);
        model.setOwnCity(QStringLiteral("Berlin"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.headerData(MeetingModel::OwnTime, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Berlin time"));
        QCOMPARE(model.headerData(MeetingModel::TheirTime, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Their time"));
    }

    void readersHearTheWholeRowOnce()
    {
        MeetingModel model;
        model.setRows(agendaRows(threeMeetings(), berlinSetting()));
        QVERIFY(model.index(2, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QLatin1String("13:00 to 13:45, Demo, Ana Ruiz")));
        QCOMPARE(model.index(2, 3).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Zoom"));
    }
};

QTEST_GUILESS_MAIN(TestMeetingModel)
#include "tst_meetingmodel.moc"
