// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences.h"
#include "retention.h"
#include "schedulefilter.h"
#include "schedulefilterbar.h"
#include "schedulepage.h"
#include "toasthost.h"
#include "valuelabel.h"
#include "windowparts.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTest>
#include <QTreeView>

class TestSchedulePage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        m_preferences = std::make_unique<Preferences>(m_world->profile.path());
        m_retention = std::make_unique<Retention>(*m_preferences, m_world->clock.clock());
        m_world->retention = m_retention.get();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        m_parts = std::make_unique<MainWindowParts>(windowParts(*m_world));
        m_parts->retention = m_retention.get();
        m_parts->remembered = [this](const QString &key) { return m_preferences->value(key); };
        showPage();
        QTRY_VERIFY(list()->model()->rowCount() > 1);
        list()->setFocus();
    }

    void cleanup()
    {
        m_window.reset();
        m_parts.reset();
        m_world->quitProgram();
        m_retention.reset();
        m_preferences.reset();
        m_world.reset();
    }

    void arrowsPassOverTheHeadsOfDays()
    {
        for (int step = 0; step < 12; ++step) {
            QTest::keyClick(list(), Qt::Key_Down);
            QVERIFY(list()->currentIndex().flags() & Qt::ItemIsSelectable);
        }
        QTest::keyClick(list(), Qt::Key_Home);
        QVERIFY(list()->currentIndex().flags() & Qt::ItemIsSelectable);
    }

    void slashAndLettersSearchOnlyWhatIsTyped()
    {
        QTest::keyClick(list(), Qt::Key_Slash);
        QTRY_VERIFY(search()->hasFocus());
        QTest::keyClicks(search(), QStringLiteral("xptre"));
        QCOMPARE(search()->text(), QStringLiteral("xptre"));
    }

    void aSearchWithoutHitsOffersToClearIt()
    {
        search()->setText(QStringLiteral("nobody has this name"));
        QStackedWidget *body = m_page->findChild<QStackedWidget *>(QStringLiteral("body"));
        QTRY_COMPARE(body->currentWidget()->objectName(), QStringLiteral("state"));
        QTest::mouseClick(body->currentWidget()->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(body->currentWidget()->objectName(), QStringLiteral("splitter"));
        QVERIFY(search()->text().isEmpty());
    }

    void controlCCopiesTheRowAsText()
    {
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    }

    void theNameOfAHost_isNotWrittenDown()
    {
        m_parts->remember = [this](const QString &key, const QVariant &value) { m_preferences->setValue(key, value); };
        showPage();
        ScheduleFilter filter;
        filter.status = MeetingQuery::Status::Active;
        filter.host = QUrl(QStringLiteral("https://api.example.com/users/A"));
        filter.hostName = QStringLiteral("Theo Marchetti");
        m_page->showFilter(filter);
        const QByteArray kept = m_preferences->value(QStringLiteral("schedule/filter")).toByteArray();
        QVERIFY(kept.contains("\"active\""));
        QVERIFY2(!kept.toLower().contains("theo"), kept);
    }

    void thePeriod_comesBackNearWhereItWas_data()
    {
        QTest::addColumn<ScheduleFilter::When>("when");
        QTest::addColumn<int>("turned");
        QTest::addColumn<int>("daysLater");
        QTest::addColumn<int>("expected");
        QTest::newRow("the next day") << ScheduleFilter::When::Upcoming << 1 << 1 << 1;
        QTest::newRow("at once") << ScheduleFilter::When::Upcoming << 2 << 0 << 2;
        QTest::newRow("two weeks later") << ScheduleFilter::When::Upcoming << 2 << 14 << 1;
        QTest::newRow("a month later, what lay ahead is over") << ScheduleFilter::When::Upcoming << 1 << 30 << 0;
        QTest::newRow("the past, the next day") << ScheduleFilter::When::Past << -1 << 1 << -1;
        QTest::newRow("the past, a month later") << ScheduleFilter::When::Past << -1 << 30 << -3;
        QTest::newRow("all, a month later") << ScheduleFilter::When::All << 1 << 30 << -1;
    }
    void thePeriod_comesBackNearWhereItWas()
    {
        QFETCH(const ScheduleFilter::When, when);
        QFETCH(const int, turned);
        QFETCH(const int, daysLater);
        m_parts->remember = [this](const QString &key, const QVariant &value) { m_preferences->setValue(key, value); };
        showPage();
        ScheduleFilter filter;
        filter.when = when;
        filter.step = turned;
        m_page->showFilter(filter);
        m_world->clock.advance(std::chrono::hours(24 * daysLater));
        showPage(); // as the next start does
        const auto *filters = m_page->findChild<ScheduleFilterBar *>();
        QVERIFY(filters->filter().when == when);
        QTEST(filters->filter().step, "expected");
    }

    void aTimeThatIsNotKept_isNotSaidToBeEmpty()
    {
        ScheduleFilter lastYear;
        lastYear.when = ScheduleFilter::When::Past;
        lastYear.step = -20; // two weeks each
        m_page->showFilter(lastYear);
        auto *state = m_page->findChild<QWidget *>(QStringLiteral("state"));
        m_retention->setMonths(6);
        QTRY_COMPARE(state->accessibleName(), QStringLiteral("Not kept on this computer"));
        QVERIFY(state->isVisible());
        QVERIFY(state->accessibleDescription().contains(QLatin1String("6 months")));
        QVERIFY(!m_page->findChild<QLabel *>(QStringLiteral("count"))->isVisible());
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "opened");
        QTest::mouseClick(state->findChild<QPushButton *>(), Qt::LeftButton);
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(m_opened, QUrl(QStringLiteral("https://calendly.com/app/scheduled_events")));
        m_retention->setMonths(0);
        QTRY_VERIFY2(!state->isVisible(), "what was never read is being read then");
    }

    void aCalendarOfATimeThatIsNotKept_saysSoAboveItsDays()
    {
        m_preferences->setValue(QStringLiteral("schedule/view"), QStringLiteral("month"));
        m_preferences->setValue(QStringLiteral("schedule/day"), QStringLiteral("2025-11-10"));
        m_retention->setMonths(6);
        showPage();
        QCOMPARE(m_page->findChild<QStackedWidget *>(QStringLiteral("body"))->currentWidget()->objectName(), QStringLiteral("splitter"));
        QVERIFY(bannerText().contains(QLatin1String("6 months")));
        QVERIFY(!m_page->findChild<QLabel *>(QStringLiteral("count"))->isVisible());
        m_preferences->setValue(QStringLiteral("schedule/day"), QString());
        showPage();
        QVERIFY(!bannerText().contains(QLatin1String("6 months")));
    }

    void aMeetingThatIsNotShown_doesNotTakeTheSelectionAtEachReload()
    {
        m_preferences->setValue(QStringLiteral("schedule/meeting"), QUrl(QStringLiteral("https://api.example.com/scheduled_events/gone")));
        showPage();
        QTRY_VERIFY(list()->model()->rowCount() > 1);
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        const qsizetype all = list()->selectionModel()->selectedRows().size();
        QVERIFY(all > 1);
        m_page->hide();
        m_page->show(); // reads again, as each minute does
        QCOMPARE(list()->selectionModel()->selectedRows().size(), all);
    }

    void shownEarlyHours_areShownAgainAtTheNextStart()
    {
        m_parts->remember = [this](const QString &key, const QVariant &value) { m_preferences->setValue(key, value); };
        const auto early = [this] { return m_page->findChild<QAction *>(QStringLiteral("showEarlyHours")); };
        m_preferences->setValue(QStringLiteral("schedule/view"), QStringLiteral("week"));
        showPage();
        QVERIFY(!early()->isChecked());
        early()->trigger();
        showPage();
        QVERIFY(early()->isChecked());
        QVERIFY(!m_page->findChild<QAction *>(QStringLiteral("showLateHours"))->isChecked());
        early()->trigger();
        showPage();
        QVERIFY(!early()->isChecked());
    }

    void aStepThatIsNotStored_isALinkAllTheSame()
    {
        MeetingService &meetings = m_world->program->meetings;
        MeetingQuery emily;
        emily.text = QStringLiteral("emily@hart.example");
        QTRY_VERIFY(!meetings.meetings(emily).isEmpty());
        const QUrl last = meetings.meetings(emily).first().meeting.uri;
        QVERIFY(meetings.removeMissing({m_world->clock.now().addDays(-60), m_world->clock.now()}, {}));
        m_page->showMeeting(last);
        const auto values = [this] {
            const auto *moves = m_page->findChild<QWidget *>(QStringLiteral("section_moves"));
            return moves ? moves->findChildren<ValueLabel *>() : QList<ValueLabel *>();
        };
        QTRY_COMPARE(values().size(), 3);
        const QUrl first = meetings.details(last)->moves.first().steps.first().meeting;
        QVERIFY(!meetings.summary(first));
        values().first()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(values().first(), Qt::Key_Return);
        QTRY_VERIFY(meetings.summary(first));
        const QUrl invitee = meetings.details(first)->invitees.first().uri;
        QVERIFY(meetings.details(first)->moves.first().steps.first().invitee == invitee);
        QTRY_COMPARE(values().size(), 3);
        QTRY_VERIFY(values().first()->text().contains(QLatin1String("this meeting")));
    }

    void theCardsWidth_comesBackAfterACalendar()
    {
        m_preferences->setValue(QStringLiteral("schedule/view"), QStringLiteral("week"));
        m_preferences->setValue(QStringLiteral("schedule/cardWidth"), 410);
        showPage();
        const auto *card = m_page->findChild<QWidget *>(QStringLiteral("card"));
        const auto agenda = [this] { return m_page->findChild<QAction *>(QStringLiteral("viewAgenda")); };
        QVERIFY(agenda());
        agenda()->trigger();
        QTRY_COMPARE(card->width(), 410);
        auto *splitter = m_page->findChild<QSplitter *>(QStringLiteral("splitter"));
        QWidget *handle = splitter->handle(1);
        QTRY_VERIFY(handle->isVisible());
        const QPoint at = handle->rect().center();
        const QPoint to = at + QPoint(40, 0);
        QTest::mousePress(handle, Qt::LeftButton, {}, at);
        QMouseEvent move(QEvent::MouseMove, to, handle->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(handle, &move);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, to);
        const int moved = card->width();
        QVERIFY(moved < 410);
        m_page->findChild<QAction *>(QStringLiteral("viewWeek"))->trigger();
        agenda()->trigger();
        QTRY_COMPARE(card->width(), moved);
    }

public slots:
    void opened(const QUrl &url) { m_opened = url; }

private:
    void showPage()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        auto *toasts = new ToastHost(m_window.get());
        m_page = new SchedulePage(*m_parts, *toasts, m_window.get());
        m_page->resize(m_window->size());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    QString bannerText() const
    {
        const auto *banner = m_page->findChild<QWidget *>(QStringLiteral("banner"));
        QString text;
        for (const QLabel *label : banner->findChildren<QLabel *>())
            text += label->isVisible() ? label->text() : QString();
        return text;
    }

    QTreeView *list() { return m_page->findChild<QTreeView *>(QStringLiteral("list")); }
    QLineEdit *search() { return m_page->findChild<QLineEdit *>(QStringLiteral("search")); }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Retention> m_retention;
    QUrl m_opened;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<QWidget> m_window;
    SchedulePage *m_page = nullptr;
};

QTEST_MAIN(TestSchedulePage)
#include "tst_schedulepage.moc"
