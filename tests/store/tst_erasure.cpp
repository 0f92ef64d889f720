// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasure.h"
#include "meetingtable.h"
#include "personzonetable.h"
#include "storedmeetings.h"

#include <QFile>
#include <QTest>

namespace {

const QString ana = QStringLiteral("ana.ruiz@example.com");
const QString ben = QStringLiteral("ben@example.com");

} // namespace

class ErasureTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_store = std::make_unique<TemporaryStore>();
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
        QVERIFY(Erasure(m_store->database()).erasePeople({ana}));
        m_store->database().close();
        QFile file(m_store->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll().toLower();
        QVERIFY(!bytes.contains("ruiz"));
        QVERIFY(!bytes.contains("prado"));
        QVERIFY(bytes.contains("okafor"));
    }

    void othersStayWhatTheyWere()
    {
        QCOMPARE(*Erasure(m_store->database()).erasePeople({QStringLiteral("nobody@example.com")}), 0);
        QCOMPARE(*Erasure(m_store->database()).erasePeople({QString()}), 0);
        QCOMPARE(found(QStringLiteral("ana")), (QList<int>{1, 2}));
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

private:
    QList<int> found(const QString &text)
    {
        MeetingQuery query;
        query.text = text;
        query.now = utc("2026-10-04T12:00:00Z");
        return numbersOf(MeetingTable(m_store->database()).summaries(query));
    }

    std::unique_ptr<TemporaryStore> m_store;
};

QTEST_GUILESS_MAIN(ErasureTest)
#include "tst_erasure.moc"
