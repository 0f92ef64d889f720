// SPDX-License-Identifier: GPL-3.0-or-later
#include "availabilitypage.h"
#include "dialogfixture.h"

#include <QSignalSpy>

namespace {

const QString listing = QStringLiteral("GET /event_types");

} // namespace

/// Availability schedules as the page shows them: what is said of them keeps up with Calendly.
class TestAvailabilityPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { DialogFixture::prepare(); }

    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn());
        bool read = false;
        program().availability.refreshSchedules(person(), this, [&read](const Result<Done> &) { read = true; });
        QTRY_VERIFY(read);
        m_parts = std::make_unique<MainWindowParts>(windowParts(*m_world));
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        m_toasts = new ToastHost(m_window.get());
    }

    void cleanup()
    {
        m_window.reset();
        m_parts.reset();
        m_world.reset();
    }

    void usedBy_namesEventTypesAsSoonAsTheyAreKnown()
    {
        showPage();
        QTRY_VERIFY2(usedBy().contains(QLatin1String("not known yet")), qPrintable(usedBy()));
        readEventTypes();
        QTRY_VERIFY2(usedBy().contains(QLatin1String("30 min intro")), qPrintable(usedBy()));
        QVERIFY(!usedBy().contains(QLatin1String("not known yet")));
        QCOMPARE(asked(), 1);
    }

    void usedBy_isReadAnewWithTheSchedules()
    {
        readEventTypes();
        showPage();
        QTRY_VERIFY2(usedBy().contains(QLatin1String("30 min intro")), qPrintable(usedBy()));
        giveAwaySchedules();
        m_page->refresh();
        QTRY_COMPARE(usedBy(), QStringLiteral("No event type"));
        QCOMPARE(asked(), 2);
    }

    void usedBy_isReadAnewAfterARefusal()
    {
        readEventTypes();
        m_world->calendly->failAlways(listing, faultOf(sandbox::Fault::Kind::Status, 403));
        showPage();
        QTRY_VERIFY2(usedBy().startsWith(QLatin1String("Not known.")), qPrintable(usedBy()));
        m_world->calendly->clearFaults();
        m_page->refresh();
        QTRY_VERIFY2(usedBy().contains(QLatin1String("30 min intro")), qPrintable(usedBy()));
    }

    void usedBy_isNotAskedForWithEveryChange()
    {
        readEventTypes();
        showPage();
        QTRY_VERIFY2(usedBy().contains(QLatin1String("30 min intro")), qPrintable(usedBy()));
        QSignalSpy hours(&program().availability, &AvailabilityService::changed);
        program().availability.refreshBusyTimes(person(), {m_world->clock.now(), m_world->clock.now().addDays(3)});
        QTRY_VERIFY(!hours.isEmpty());
        QSignalSpy types(&program().eventTypes, &EventTypeService::changed);
        QVERIFY(program().eventTypes.pin(program().eventTypes.eventTypes().first().uri));
        QTRY_VERIFY(!types.isEmpty());
        m_page->hide();
        m_page->show();
        giveAwaySchedules();
        m_page->refresh(); // whose request is the second one, though all of the above came first
        QTRY_COMPARE(usedBy(), QStringLiteral("No event type"));
        QCOMPARE(asked(), 2);
    }

private:
    Program &program() { return *m_world->program; }
    QUrl person() const { return m_world->calendly.person(); }
    QString usedBy() const { return m_page->findChild<QLabel *>(QStringLiteral("usedByNames"))->text(); }

    void showPage()
    {
        m_page = new AvailabilityPage(*m_parts, *m_toasts, m_window.get());
        m_page->resize(m_window->size());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void readEventTypes()
    {
        bool read = false;
        program().eventTypes.refresh(person(), this, [&read](const Result<Done> &) { read = true; });
        QTRY_VERIFY(read);
    }

    /// On the web, all event types get schedules that this person does not have.
    void giveAwaySchedules()
    {
        World &world = m_world->calendly->world();
        for (size_t type = 0; type < world.eventTypes().size(); ++type)
            world.editEventType(int(type)).schedule = noId;
    }

    /// How often it was asked which event types use a schedule.
    int asked()
    {
        int times = 0;
        for (const LoggedRequest &request : m_world->calendly->requests(listing))
            times += request.query.hasQueryItem(QStringLiteral("user_availability_schedule")) ? 1 : 0;
        return times;
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    AvailabilityPage *m_page = nullptr;
};

QTEST_MAIN(TestAvailabilityPage)
#include "tst_availabilitypage.moc"
