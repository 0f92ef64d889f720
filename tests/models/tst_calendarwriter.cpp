// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarline.h"
#include "exportmaker.h"

#include <QTest>

#include <libical/ical.h>

namespace {

/// A calendar as another program reads it.
class ReadCalendar
{
public:
    explicit ReadCalendar(const QByteArray &text) : m_root(icalparser_parse_string(text.constData())) { }
    ~ReadCalendar()
    {
        if (m_root)
            icalcomponent_free(m_root);
    }
    ReadCalendar(const ReadCalendar &) = delete;
    ReadCalendar &operator=(const ReadCalendar &) = delete;

    icalcomponent *root() const { return m_root; }
    icalcomponent *event() const { return icalcomponent_get_first_component(m_root, ICAL_VEVENT_COMPONENT); }
    QString value(icalproperty_kind kind) const
    {
        icalproperty *property = icalcomponent_get_first_property(event(), kind);
        return property ? QString::fromUtf8(icalproperty_get_value_as_string(property)) : QString();
    }
    QStringList attendees() const
    {
        QStringList all;
        for (icalproperty *at = icalcomponent_get_first_property(event(), ICAL_ATTENDEE_PROPERTY); at;
             at = icalcomponent_get_next_property(event(), ICAL_ATTENDEE_PROPERTY))
            all.append(QString::fromUtf8(icalproperty_get_attendee(at)));
        return all;
    }

private:
    icalcomponent *m_root;
};

MeetingDetails demo()
{
    return exportedMeeting(1, berlin(20, 13, 0), QStringLiteral("Product demo"), QStringLiteral("Kenji Watanabe"));
}

QByteArray calendarOf(const MeetingDetails &meeting)
{
    return exported({meeting}, ExportFormat::Calendar, exportSetting());
}

} // namespace

class TestCalendarWriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { icalerror_set_errors_are_fatal(0); }

    void anotherProgramReadsWhatWasMeant()
    {
        const ReadCalendar read(calendarOf(demo()));
        QVERIFY(read.root());
        QCOMPARE(icalcomponent_isa(read.root()), ICAL_VCALENDAR_COMPONENT);
        QCOMPARE(icalcomponent_count_errors(read.root()), 0);
        QVERIFY2(icalrestriction_check(read.root()), "breaks a rule of RFC 5546");
        QCOMPARE(icalcomponent_count_components(read.root(), ICAL_VEVENT_COMPONENT), 1);
        const icaltimetype start = icalcomponent_get_dtstart(read.event());
        QVERIFY(icaltime_is_utc(start));
        QCOMPARE(QDateTime::fromSecsSinceEpoch(icaltime_as_timet(start), Qt::UTC), berlin(20, 13, 0));
        QCOMPARE(QDateTime::fromSecsSinceEpoch(icaltime_as_timet(icalcomponent_get_dtend(read.event())), Qt::UTC), berlin(20, 13, 45));
        QCOMPARE(QString::fromUtf8(icalcomponent_get_uid(read.event())), QStringLiteral("1@api.example.com"));
        QCOMPARE(QString::fromUtf8(icalcomponent_get_summary(read.event())), QStringLiteral("Product demo: Kenji Watanabe"));
        QCOMPARE(icalcomponent_get_status(read.event()), ICAL_STATUS_CONFIRMED);
        QCOMPARE(read.value(ICAL_LASTMODIFIED_PROPERTY), QStringLiteral("20261102T080000Z"));
        QCOMPARE(read.value(ICAL_URL_PROPERTY), QStringLiteral("https://zoom.example.com/j/1?pwd=a,b;c"));
        QCOMPARE(read.value(ICAL_ORGANIZER_PROPERTY), QStringLiteral("mailto:mara@example.com"));
        QCOMPARE(read.attendees(), QStringList({QStringLiteral("mailto:mara@example.com"), QStringLiteral("mailto:person1@example.org")}));
        QVERIFY(!icalcomponent_get_first_property(read.root(), ICAL_METHOD_PROPERTY));
        QCOMPARE(QString::fromUtf8(icalcomponent_get_description(read.event())),
                 QStringLiteral("Kenji Watanabe <person1@example.org>\n\nWhat is it about?\nRoofs, and \"walls\"\nand doors"));
    }

    void aCanceledMeetingIsCanceledThere()
    {
        const ReadCalendar read(calendarOf(canceledExport(demo(), QStringLiteral("ill; sorry"))));
        QCOMPARE(icalcomponent_get_status(read.event()), ICAL_STATUS_CANCELLED);
        QCOMPARE(icalcomponent_get_sequence(read.event()), 1);
        QVERIFY(QString::fromUtf8(icalcomponent_get_description(read.event())).contains(QStringLiteral("Canceled: ill; sorry")));
        QCOMPARE(icalcomponent_count_errors(read.root()), 0);
    }

    void whateverPeopleWriteStaysText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("separators") << QStringLiteral("a,b;c:d\\e\\n");
        QTest::newRow("property") << QStringLiteral("x\r\nEND:VEVENT\r\nBEGIN:VALARM");
        QTest::newRow("quotes") << QStringLiteral("Kenji \"Ken\" Watanabe");
        QTest::newRow("long") << QStringLiteral("日本語").repeated(60);
        QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧").repeated(40);
        QTest::newRow("controls") << QStringLiteral("a\x01\x02\u202Eb");
        QTest::newRow("right to left") << QStringLiteral("שלום, עולם");
    }
    void whateverPeopleWriteStaysText()
    {
        QFETCH(QString, name);
        MeetingDetails meeting = demo();
        meeting.meeting.name = name;
        meeting.invitees.first().name = name;
        meeting.invitees.first().answers.first().answer = name;
        meeting.meeting.place = {.kind = Place::Kind::Physical, .location = name};
        const QByteArray text = calendarOf(meeting);
        for (const QByteArray &line : text.split('\n')) {
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
            QVERIFY2(line.size() <= 76, line.constData());
            QCOMPARE(QString::fromUtf8(line).toUtf8(), line); // no letter is cut
        }
        const ReadCalendar read(text);
        QVERIFY(read.root());
        QCOMPARE(icalcomponent_count_errors(read.root()), 0);
        QCOMPARE(icalcomponent_count_components(read.root(), ICAL_ANY_COMPONENT), 1);
        QCOMPARE(icalcomponent_count_components(read.event(), ICAL_ANY_COMPONENT), 0);
        QString words = name;
        if (!name.contains(QChar(1)) && !name.contains(QLatin1Char('\r')) && name.size() < 100)
            QVERIFY(QString::fromUtf8(icalcomponent_get_location(read.event())) == words);
    }

    void whatIsNoAddressIsNoAttendee()
    {
        MeetingDetails meeting = demo();
        meeting.invitees.first().email = QStringLiteral("no address");
        meeting.meeting.guests = {QStringLiteral("o'neil+x@example.com"), QStringLiteral("a@b@c"), QStringLiteral("x:y;z@example.com")};
        const ReadCalendar read(calendarOf(meeting));
        QCOMPARE(icalcomponent_count_errors(read.root()), 0);
        QCOMPARE(read.attendees(), QStringList({QStringLiteral("mailto:mara@example.com"), QStringLiteral("mailto:o%27neil+x@example.com"),
                                                QStringLiteral("mailto:x%3Ay%3Bz@example.com")}));
    }

    void withoutAnOrganizerNobodyIsAnAttendee()
    {
        MeetingDetails meeting = demo();
        meeting.meeting.hosts.clear();
        const ReadCalendar read(calendarOf(meeting));
        QVERIFY(read.attendees().isEmpty());
        QVERIFY(QString::fromUtf8(icalcomponent_get_description(read.event())).contains(QStringLiteral("person1@example.org")));
    }

    void manyAreOneCalendar()
    {
        const ReadCalendar read(exported({demo(), exportedMeeting(2, berlin(21, 9, 0), {}, QStringLiteral("Ana"))}, ExportFormat::Calendar, exportSetting()));
        QCOMPARE(icalcomponent_count_components(read.root(), ICAL_VEVENT_COMPONENT), 2);
        QVERIFY(icalrestriction_check(read.root()));
    }

    void foldingCutsAt75Octets()
    {
        QCOMPARE(calendarLine(QByteArray(75, 'a')), QByteArray(75, 'a') + "\r\n");
        QCOMPARE(calendarLine(QByteArray(76, 'a')), QByteArray(75, 'a') + "\r\n a\r\n");
        QCOMPARE(calendarLine(QByteArray(74, 'a') + "\xC3\xA4"), QByteArray(74, 'a') + "\r\n \xC3\xA4\r\n");
    }
};

QTEST_GUILESS_MAIN(TestCalendarWriter)
#include "tst_calendarwriter.moc"
