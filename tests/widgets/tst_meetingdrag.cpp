// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountservice.h"
#include "meetingdrag.h"
#include "mergedmeetings.h"
#include "windowparts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QTest>

class TestMeetingDrag : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        m_parts = std::make_unique<MainWindowParts>(windowParts(*m_world));
        m_meetings = std::make_unique<MergedMeetings>(m_parts->meetings, m_parts->account, nullptr);
        m_drag = std::make_unique<MeetingDrag>(*m_parts, *m_meetings, nullptr);
    }

    void cleanupTestCase()
    {
        m_drag.reset();
        m_meetings.reset();
        m_parts.reset();
        m_world.reset();
    }

    void aMeetingIsAFileAnEntryAndWords()
    {
        const QUrl meeting = m_world->coming();
        const std::unique_ptr<QMimeData> data = m_drag->data({meeting});
        QVERIFY(data);
        const QByteArray calendar = data->data(QStringLiteral("text/calendar"));
        QVERIFY(calendar.startsWith("BEGIN:VCALENDAR\r\n"));
        QVERIFY(calendar.contains("UID:" + meeting.fileName().toLatin1() + '@'));
        QCOMPARE(data->urls().size(), 1);
        QFile file(data->urls().first().toLocalFile());
        QVERIFY(file.fileName().endsWith(QStringLiteral(".ics")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), calendar);
        QVERIFY(data->text().contains(m_parts->meetings.summary(meeting)->meeting.name));
    }

    void theFileIsForThisUserOnly()
    {
        const QFileInfo file(m_drag->data({m_world->coming()})->urls().first().toLocalFile());
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(file.permissions() & others));
        QVERIFY(!(QFileInfo(file.path()).permissions() & others));
    }

    void theFilesLieInTheProfile_andGo()
    {
        const QString profile = m_world->profile.path();
        MainWindowParts parts = *m_parts;
        parts.dragFolder = MeetingDrag::folderIn(profile);
        auto drag = std::make_unique<MeetingDrag>(parts, *m_meetings, nullptr);
        auto another = std::make_unique<MeetingDrag>(parts, *m_meetings, nullptr); // another account's window
        const QString file = drag->data({m_world->coming()})->urls().first().toLocalFile();
        const QString second = another->data({m_world->coming()})->urls().first().toLocalFile();
        QVERIFY(file.startsWith(profile + QLatin1Char('/')) && file != second);
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(parts.dragFolder).permissions() & others));
        drag.reset();
        QVERIFY(!QFile::exists(file) && QFile::exists(second));
        another.reset();
        QVERIFY(!QFile::exists(parts.dragFolder));
    }

    void itGoesAfterThePageThatHeldItsParts()
    {
        auto parts = std::make_unique<MainWindowParts>(*m_parts);
        const QString folder = MeetingDrag::folderIn(m_world->profile.path());
        parts->dragFolder = folder;
        auto drag = std::make_unique<MeetingDrag>(*parts, *m_meetings, nullptr);
        QVERIFY(drag->data({m_world->coming()}));
        QVERIFY(QFile::exists(folder));
        parts.reset();
        drag.reset();
        QVERIFY(!QFile::exists(folder));
    }

    void whatAKilledRunLeft_goesAtTheNextStart()
    {
        const QString folder = MeetingDrag::folderIn(m_world->profile.path());
        QVERIFY(QDir().mkpath(folder + QStringLiteral("/abc/1")));
        QFile left(folder + QStringLiteral("/abc/1/Intro.ics"));
        QVERIFY(left.open(QIODevice::WriteOnly));
        MeetingDrag::sweep(m_world->profile.path());
        QVERIFY(!QFile::exists(folder));
    }

    void severalAreOneFile()
    {
        const QList<QUrl> some = m_parts->meetings.uris({.range = {m_world->clock.now(), m_world->clock.now().addDays(30)}, .limit = 3}).value_or({});
        QCOMPARE(some.size(), 3);
        const std::unique_ptr<QMimeData> data = m_drag->data(some);
        QCOMPARE(data->urls().size(), 1);
        QVERIFY(data->urls().first().fileName().startsWith(QStringLiteral("3 meetings")));
        QCOMPARE(data->data(QStringLiteral("text/calendar")).count("BEGIN:VEVENT"), 3);
    }

    void anyNameMakesAFileName()
    {
        MeetingDetails details = *m_parts->meetings.details(m_world->coming());
        details.meeting.name = QStringLiteral("../../etc/pass: \"wd\"?\n*|<b>.");
        details.meeting.source.insert(QStringLiteral("name"), details.meeting.name);
        QVERIFY(m_parts->meetings.store({details.meeting}));
        const QUrl url = m_drag->data({details.meeting.uri})->urls().first();
        QVERIFY2(url.fileName().startsWith(QStringLiteral("etc pass")), qPrintable(url.fileName()));
        QVERIFY(QFile::exists(url.toLocalFile()));
    }

    void whatIsGoneIsNotDragged()
    {
        QVERIFY(!m_drag->data({QUrl(QStringLiteral("https://api.example.com/scheduled_events/none"))}));
        QVERIFY(!m_drag->data({}));
    }

    void theFilesGoWithTheObject()
    {
        auto drag = std::make_unique<MeetingDrag>(*m_parts, *m_meetings, nullptr);
        const QString file = drag->data({m_world->coming()})->urls().first().toLocalFile();
        QVERIFY(QFile::exists(file));
        drag.reset();
        QVERIFY(!QFile::exists(file));
    }

    void eachDragHasItsOwnPath()
    {
        const QUrl meeting = m_world->coming();
        const QString first = m_drag->data({meeting})->urls().first().toLocalFile();
        const QString second = m_drag->data({meeting})->urls().first().toLocalFile();
        QCOMPARE(QFileInfo(second).fileName(), QFileInfo(first).fileName());
        QVERIFY(first != second && QFile::exists(first) && QFile::exists(second));
    }

    void noFileOutlivesTheAccount()
    {
        const QString before = m_drag->data({m_world->coming()})->urls().first().toLocalFile();
        QVERIFY(QFile::exists(before));
        emit m_parts->account.accountSwitched();
        QVERIFY(!QFile::exists(before));
        const QString after = m_drag->data({m_world->coming()})->urls().first().toLocalFile();
        QVERIFY(after != before && QFile::exists(after));
    }

private:
    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<MergedMeetings> m_meetings;
    std::unique_ptr<MeetingDrag> m_drag;
};

QTEST_MAIN(TestMeetingDrag)
#include "tst_meetingdrag.moc"
