// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingmodel.h"
#include "statusline.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>

namespace {

const QString html = QStringLiteral("<b>Mallory</b> & <img src=http://127.0.0.1/x>");

} // namespace

/// The schedule: what it shows, how it is searched, and that all of it can be done by keys.
class TestSchedule : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
        QVERIFY(m_fixture->openSignedIn());
    }

    void cleanup() { m_fixture.reset(); }

    void theAgendaShowsTodaysPeople()
    {
        const QString rows = m_fixture->hands().rows(*list()).join(QLatin1Char('\n'));
        for (const char *name : {"Ana Ruiz", "Jonas Berg", "Kenji Watanabe", "Priya Nair", "Lena Fischer", "Marcus Bell"})
            QVERIFY2(rows.contains(QLatin1String(name)), name);
        QVERIFY(rows.contains(QLatin1String("13:00")));
        QVERIFY(rows.contains(QLatin1String("Tokyo")));
    }

    void aZoneThatIsNoneIsUtc_andSaid_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::newRow("unknown") << "Mars/Phobos";
        QTest::newRow("none") << "";
    }

    void aZoneThatIsNoneIsUtc_andSaid()
    {
        QFETCH(const QString, zone);
        const auto *said = m_fixture->hands().seen<QLabel>("zoneText");
        QCOMPARE(said->text(), QStringLiteral("Times in Berlin (CET, UTC+1)"));
        QVERIFY(said->toolTip().isEmpty());
        m_fixture->quit();
        m_fixture->calendly->world().setTimezone(m_fixture->calendly->demoPerson().id, zone);
        QVERIFY(m_fixture->openWindow());
        QTRY_COMPARE(m_fixture->hands().seen<QLabel>("zoneText")->text(), QStringLiteral("Times in UTC, your zone is not known here"));
        QVERIFY(m_fixture->hands().seen<QLabel>("zoneText")->toolTip().contains(QLatin1String("Nothing was changed")));
        QTRY_VERIFY(m_fixture->hands().rows(*list()).join(QLatin1Char('\n')).contains(QLatin1String("12:00"))); // 13:00 in Berlin
    }

    void theListHasTheFocusAfterTheStart()
    {
        m_fixture->quit();
        QVERIFY(m_fixture->openWindow());
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QTRY_COMPARE(QApplication::focusWidget(), list());
    }

    void theStatusLineStaysWithinTheWindow()
    {
        auto *line = m_fixture->window->findChild<StatusLine *>();
        QVERIFY(hands().seen("callsText"));
        QCOMPARE(hands().seen("syncText")->toolTip(), QString());
        const QString calls = hands().text("callsText");
        const QString much = QString(60, QLatin1Char('x'));
        line->setSelectionText(much.repeated(5));
        QTRY_VERIFY(!hands().seen("callsText")); // what matters least goes first
        QVERIFY(hands().seen("syncText")->toolTip().contains(calls));
        QCOMPARE(hands().text("selectionText"), much.repeated(5)); // as it is read out
        QCOMPARE(hands().seen("selectionText")->toolTip(), much.repeated(5));
        const QWidget *zone = hands().seen("zoneText");
        QVERIFY(zone->mapTo(line, QPoint(zone->width(), 0)).x() <= line->width());
        line->setSelectionText({});
        QTRY_VERIFY(hands().seen("callsText"));
        QCOMPARE(hands().seen("syncText")->toolTip(), QString());
    }

    void searchingShowsOnlyWhatFits()
    {
        hands().press(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("search"));
        hands().type(QStringLiteral("kenji"));
        QTRY_VERIFY(rowsWith(QStringLiteral("Priya Nair")) == 0);
        QTRY_VERIFY(rowsWith(QStringLiteral("Kenji Watanabe")) >= 3); // who booked in the past is read after what is shown
        hands().press(Qt::Key_Escape);
        QTRY_VERIFY(rowsWith(QStringLiteral("Priya Nair")) == 1);
    }

    void escapeInTheListEndsTheSearch()
    {
        hands().press(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("search"));
        hands().type(QStringLiteral("kenji"));
        QTRY_VERIFY(rowsWith(QStringLiteral("Priya Nair")) == 0);
        hands().press(Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget(), list());
        hands().press(Qt::Key_Escape);
        QTRY_VERIFY(rowsWith(QStringLiteral("Priya Nair")) == 1);
        QCOMPARE(QApplication::focusWidget(), list());
    }

    void thePeriodAndThePageComeBackWithoutAGoodbye()
    {
        hands().press(Qt::Key_Right, Qt::AltModifier);
        const QString period = hands().seen<QAbstractButton>("period")->text();
        QVERIFY(!period.contains(QLatin1String("18 Nov")));
        hands().press(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(hands().seen("LinksPage"));
        m_fixture->window.reset(); // not closed
        m_fixture->quit();
        QVERIFY(m_fixture->openWindow());
        QTRY_VERIFY(hands().seen("LinksPage"));
        hands().press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(hands().seen<QAbstractButton>("period")->text(), period);
    }

    void severalAreCopiedTogether()
    {
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Ana Ruiz")));
        hands().press(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(hands().text("selectionText").startsWith(QLatin1String("2 of")));
        hands().press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(hands().hasToast(QStringLiteral("2 meetings copied as text")));
        const QString words = QGuiApplication::clipboard()->text();
        QVERIFY2(words.contains(QLatin1String("Ana Ruiz")) && words.contains(QLatin1String("Jonas Berg")), qPrintable(words));
        action("copyMeetingCsv")->trigger();
        QVERIFY(hands().hasToast(QStringLiteral("2 meetings copied as CSV")));
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1String("\r\n")), 3);
        action("copyAddresses")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('@')), 2);
    }

    void aDateIsGoneToInTheListWithItsFilter()
    {
        QVERIFY(hands().choose("statusChip", QStringLiteral("Active")));
        hands().press(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(hands().seen("datePopup"));
        hands().type(m_fixture->clock.now().date().addDays(6).toString(Qt::ISODate));
        hands().press(Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget(), list());
        QCOMPARE(hands().seen<QAbstractButton>("statusChip")->text(), QStringLiteral("Active"));
        const QModelIndex current = list()->currentIndex();
        QVERIFY(current.isValid());
        QVERIFY(current.data(MeetingModel::RowRole).value<AgendaRow>().day >= m_fixture->clock.now().date().addDays(6));
    }

    void theChipsShowThePastAndTheCanceled()
    {
        QVERIFY(hands().choose("statusChip", QStringLiteral("Canceled")));
        QTRY_VERIFY(rowsWith(QStringLiteral("Kenji Watanabe")) == 0);
        QVERIFY(rowsWith(QStringLiteral("Lena Fischer")) == 1);
        QVERIFY(hands().choose("statusChip", QStringLiteral("Any")));
        QVERIFY(hands().choose("whenChip", QStringLiteral("Past")));
        QVERIFY(m_fixture->listShows(QStringLiteral("Sam Adeyemi")));
        QVERIFY(rowsWith(QStringLiteral("Priya Nair")) == 0);
    }

    void whatIsChosenStaysWhenMoreComes()
    {
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Kenji Watanabe")));
        QVERIFY(hands().choose("whenChip", QStringLiteral("Past")));
        QVERIFY(m_fixture->listShows(QStringLiteral("Office hours")));
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Office hours")));
        m_fixture->bookAs(QStringLiteral("Ottavia Neri"), m_fixture->clock.now().addSecs(-7200));
        hands().press(Qt::Key_F5);
        QVERIFY(m_fixture->listShows(QStringLiteral("Ottavia Neri")));
        QVERIFY(hands().rows(*list()).value(list()->currentIndex().row()).contains(QLatin1String("Office hours")));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("Paula Keller")));
    }

    void theCardTellsEverythingAboutTheSelection()
    {
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("kenji@harborline.example")));
        const QString card = hands().words("card");
        for (const char *part : {"Product demo", "yuki@harborline.example", "taro@harborline.example", "Round robin rules, and how hosts",
                                 "50 to 200", "Show the picking of hosts first.", "newsletter", "Tokyo"})
            QVERIFY2(card.contains(QLatin1String(part)), part);
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Priya Nair")));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("priya@nair.example")));
        QVERIFY(!hands().words("card").contains(QLatin1String("kenji@")));
    }

    void everyPageIsReachedAndUsedByKeysAlone()
    {
        hands().press(Qt::Key_1, Qt::ControlModifier);
        list()->setFocus(Qt::TabFocusReason);
        hands().press(Qt::Key_Home);
        const auto isOnKenji = [this] { return list()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QLatin1String("Kenji")); };
        for (int step = 0; step < 20 && !isOnKenji(); ++step)
            hands().press(Qt::Key_Down);
        QGuiApplication::clipboard()->clear();
        hands().press(Qt::Key_E);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("kenji@harborline.example"));
        hands().press(Qt::Key_Slash);
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("search"));
        hands().press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(hands().seen("list", "EventTypesPage"));
        hands().press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(hands().seen("list", "AvailabilityPage"));
        hands().press(Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(hands().seen("list", "SchedulePage"));
    }

    void aNameThatLooksLikeMarkupIsShownLetterForLetter()
    {
        m_fixture->bookAs(html, m_fixture->clock.now().addSecs(3 * 3600));
        hands().press(Qt::Key_F5);
        QVERIFY(m_fixture->listShows(html));
        QVERIFY(hands().clickRow(*list(), html));
        QTRY_VERIFY(hands().words("card").contains(html));
        QVERIFY(plainWhereShown(m_fixture->window.get()));
        QTest::keyClick(list(), Qt::Key_Delete);
        QDialog *dialog = hands().dialog("CancelDialog");
        QVERIFY(dialog);
        QTRY_VERIFY(WindowHands(*dialog).text("people").contains(html));
        QVERIFY(plainWhereShown(dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        m_fixture->window->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), m_fixture->window.get());
        hands().press(Qt::Key_K, Qt::ControlModifier);
        QDialog *palette = hands().dialog("CommandPalette");
        QVERIFY(palette);
        QTest::keyClicks(palette->findChild<QLineEdit *>(), QStringLiteral("Mallory"));
        QTRY_VERIFY(!WindowHands(*palette).rows(*palette->findChild<QAbstractItemView *>()).filter(html).isEmpty());
        QVERIFY(plainWhereShown(palette));
    }

    void aSearchThatLooksLikeMarkupIsShownLetterForLetter()
    {
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("with:<img/src=x>"));
        QTRY_VERIFY(hands().seen("searchChip0"));
        QVERIFY(hands().seen("searchChip0")->accessibleName().contains(QLatin1String("<img/src=x>")));
        QVERIFY(plainTips(m_fixture->window.get()));
    }

    void aHugeNameIsCutWhereItIsShownAndWholeWhereItIsCopied()
    {
        const QString huge = QStringLiteral("Zoë 🙂 ") + QString(10000, QLatin1Char('W')) + QStringLiteral(" \u202Eevil");
        m_fixture->bookAs(huge, m_fixture->clock.now().addSecs(3 * 3600));
        hands().press(Qt::Key_F5);
        QVERIFY(m_fixture->listShows(QStringLiteral("Zoë 🙂")));
        const int width = m_fixture->window->width();
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Zoë 🙂")));
        QTRY_VERIFY(hands().words("card").contains(QStringLiteral("Zoë 🙂")));
        QCOMPARE(m_fixture->window->width(), width);
        QVERIFY(m_fixture->window->minimumSizeHint().width() <= width);
        const QString shown = hands().rows(*list()).join(QLatin1Char('\n')) + hands().words("card");
        QVERIFY2(!shown.contains(QChar(0x202E)), "what turns the writing around is not shown as it is");
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("zoe"));
        QTRY_VERIFY(rowsWith(QStringLiteral("Priya Nair")) == 0);
        QVERIFY(rowsWith(QStringLiteral("Zoë 🙂")) >= 1);
    }

    void aNewBookingAppearsByItself()
    {
        m_fixture->bookAs(QStringLiteral("Ottavia Neri"), m_fixture->clock.now().addSecs(4 * 3600));
        m_fixture->clock.advance(std::chrono::seconds(61));
        QVERIFY(m_fixture->listShows(QStringLiteral("Ottavia Neri")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QTreeView *list() const { return m_fixture->list(); }
    QAction *action(const char *name) const { return m_fixture->window->findChild<QAction *>(QLatin1String(name)); }
    qsizetype rowsWith(const QString &part) const { return list() ? hands().rows(*list()).filter(part).size() : 0; }

    /// Labels take foreign text either as plain text or not at all.
    static bool plainWhereShown(const QWidget *room)
    {
        const auto labels = room->findChildren<QLabel *>();
        return std::all_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return !label->text().contains(QLatin1String("<img")) || label->textFormat() == Qt::PlainText;
        }) && plainTips(room);
    }

    /// Tool tips are read as rich text where they look like it, so that foreign text is escaped in them.
    static bool plainTips(const QWidget *room)
    {
        const auto widgets = room->findChildren<QWidget *>();
        return std::none_of(widgets.begin(), widgets.end(), [](const QWidget *widget) { return widget->toolTip().contains(QLatin1String("<img")); });
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestSchedule)
#include "tst_schedule.moc"
