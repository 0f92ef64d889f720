// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitor.h"
#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QMimeData>

#include <algorithm>

using sandbox::Fault;

namespace {

const QString making = QStringLiteral("POST /scheduling_links");
const QString before = QStringLiteral("what was copied before");

} // namespace

/// Links on the clipboard: single-use ones, ordinary ones, and nothing where none could be made.
class TestLinks : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
        QVERIFY(m_fixture->openSignedIn());
        hands().press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(m_fixture->listShows(QStringLiteral("30 min intro"), "EventTypesPage"));
        QVERIFY(hands().clickRow(*types(), QStringLiteral("30 min intro")));
        clipboard().setText(before);
    }

    void cleanup() { m_fixture.reset(); }

    void enterCopiesALinkThatWorksOnce()
    {
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Single-use link copied · 30 min intro")));
        QCOMPARE(m_fixture->sent(making), 1);
        const QUrl link(clipboard().text());
        QVERIFY(link.path().startsWith(QLatin1String("/d/")));
        Visitor visitor;
        QVERIFY(visitor.book(link, QStringLiteral("Frida Lindqvist"), QStringLiteral("frida@lindqvist.example"))
                    .text.contains(QLatin1String("You are booked")));
        QCOMPARE(visitor.get(link).status, 410);
        hands().press(Qt::Key_1, Qt::ControlModifier);
        hands().press(Qt::Key_F5);
        QVERIFY(m_fixture->listShows(QStringLiteral("Frida Lindqvist")));
    }

    void theClipboardStaysUntilTheServerAnswered()
    {
        Fault late{.kind = Fault::Kind::Late};
        late.wait = std::chrono::milliseconds(400);
        m_fixture->calendly->failNext(making, late);
        hands().press(Qt::Key_Return);
        hands().press(Qt::Key_Return);
        QTRY_COMPARE(m_fixture->sent(making), 1);
        QCOMPARE(clipboard().text(), before);
        QTRY_VERIFY(clipboard().text() != before);
        QVERIFY(hands().hasToast(QStringLiteral("Single-use link copied")));
        QCOMPARE(m_fixture->sent(making), 1);
    }

    void aFailureLeavesTheClipboardAsItWas()
    {
        m_fixture->calendly->failAlways(making, {.kind = Fault::Kind::Status, .status = 500});
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("No single-use link was copied.")));
        QCOMPARE(clipboard().text(), before);
        QCOMPARE(m_fixture->sent(making), 1);
    }

    void aLostAnswerIsNotSentAgain()
    {
        m_fixture->calendly->failNext(making, {.kind = Fault::Kind::Lost});
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("No single-use link was copied.")));
        QCOMPARE(clipboard().text(), before);
        QCOMPARE(m_fixture->sent(making), 1);
    }

    void aKeyLeadsFromAnEventTypeToBookingATime()
    {
        hands().press(Qt::Key_B);
        QVERIFY(hands().dialog("OpenTimesDialog"));
    }

    void aKeyLeadsFromAMeetingToBookingAgain()
    {
        hands().press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(m_fixture->listShows(QStringLiteral("Ana Ruiz")));
        QVERIFY(hands().clickRow(*m_fixture->list(), QStringLiteral("Ana Ruiz")));
        hands().press(Qt::Key_B);
        QVERIFY(hands().dialog("OpenTimesDialog"));
    }

    void theOrdinaryLinkNeedsNoServer()
    {
        m_fixture->calendly.stop();
        hands().press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(clipboard().text() != before);
        QVERIFY(QUrl(clipboard().text()).path().endsWith(QLatin1String("intro")));
        QVERIFY(hands().hasToast(QStringLiteral("Link copied · 30 min intro")));
    }

    void aLabelIsWrittenDownWithTheLink()
    {
        hands().press(Qt::Key_L);
        auto *label = hands().seen<QLineEdit>("label", "EventTypesPage");
        QTRY_COMPARE(QApplication::focusWidget(), label);
        hands().type(QStringLiteral("case 20418"));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(clipboard().text() != before);
        QCOMPARE(m_fixture->composition->links().recent(1).first().label, QStringLiteral("case 20418"));
        QCOMPARE(m_fixture->composition->links().recent(1).first().bookingUrl, QUrl(clipboard().text()));
        QTRY_VERIFY(label->text().isEmpty());
    }

    void aLabelIsForTheTypeItWasTypedFor()
    {
        hands().press(Qt::Key_L);
        hands().type(QStringLiteral("Acme"));
        types()->setFocus();
        hands().press(Qt::Key_Down);
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(clipboard().text() != before);
        QVERIFY(m_fixture->composition->links().recent(1).first().label.isEmpty());
    }

    void whatFiltersHidComesBackWithSomethingToActOn()
    {
        QVERIFY(hands().choose("kindChip", QStringLiteral("Multi-pool")));
        QTRY_VERIFY(!types());
        QVERIFY(hands().clickText(QStringLiteral("Clear filters")));
        QTRY_VERIFY(types());
        QVERIFY(types()->currentIndex().isValid());
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(clipboard().text() != before);
    }

    void theSearchFindsATypeAndEnterInTheListCopiesItsLink()
    {
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("demo"));
        QTRY_COMPARE(hands().rows(*types()).filter(QStringLiteral("30 min intro")).size(), 0);
        QCOMPARE(types()->model()->rowCount(), 1);
        types()->setFocus(Qt::TabFocusReason);
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Single-use link copied · Product demo")));
    }

    void theSearchFindsAColleaguesTypesByTheirName()
    {
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("nils walk"));
        QTRY_VERIFY(types() && hands().rows(*types()).filter(QStringLiteral("Walk & talk, Nils Aaberg")).size() == 1);
        QCOMPARE(hands().rows(*types()).first(), QStringLiteral("Colleagues"));
        QVERIFY(hands().clickRow(*types(), QStringLiteral("Walk & talk")));
        QVERIFY(!hands().seen("copySingleUse", "card")->isEnabled());
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Link copied · Walk & talk")));
        QVERIFY(QUrl(clipboard().text()).path().endsWith(QLatin1String("walk")));
        QCOMPARE(m_fixture->sent(making), 0);
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("demo")); // in place of it
        QTRY_VERIFY(types() && hands().rows(*types()).filter(QStringLiteral("Nils")).isEmpty());
        QVERIFY(types()->currentIndex().isValid());
        QVERIFY(hands().seen("copySingleUse", "card")->isEnabled());
    }

    void aTypesStateNamesAllThatHolds()
    {
        World &world = m_fixture->calendly->world();
        const auto &all = world.eventTypes();
        const auto interview = std::find_if(all.begin(), all.end(), [](const WorldEventType &type) { return type.slug == QLatin1String("interview-design"); });
        world.editEventType(interview->id).active = false;
        hands().press(Qt::Key_F5);
        QTRY_VERIFY(m_fixture->rowOf(QStringLiteral("Interview"), "EventTypesPage").contains(QLatin1String("Off, secret")));
        QVERIFY(hands().choose("stateChip", QStringLiteral("Managed")));
        QTRY_COMPARE(hands().rows(*types()).size(), 1);
        QVERIFY(m_fixture->rowOf(QStringLiteral("Quarterly review"), "EventTypesPage").contains(QLatin1String("Managed")));
    }

    void markdownAndRichLinksCarryTheName()
    {
        QVERIFY(hands().choose("more", QStringLiteral("Copy link as Markdown"), "card"));
        const QString address = QString::fromLatin1(current().schedulingUrl.toEncoded());
        QTRY_COMPARE(clipboard().text(), QStringLiteral("[30 min intro](%1)").arg(address));
        QVERIFY(hands().choose("more", QStringLiteral("Copy link with its name"), "card"));
        QTRY_COMPARE(clipboard().text(), address);
        QCOMPARE(clipboard().mimeData()->html(), QStringLiteral("<a href=\"%1\">30 min intro</a>").arg(address));
    }

    void aPinnedTypeComesFirstAndItsDigitCopiesFromAnywhere()
    {
        QVERIFY(hands().clickRow(*types(), QStringLiteral("Product demo")));
        hands().press(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(hands().rows(*types()).size(), 14);
        const QStringList rows = hands().rows(*types());
        QCOMPARE(rows.at(0), QStringLiteral("Pinned"));
        QVERIFY(rows.at(1).startsWith(QLatin1String("Product demo")));
        QVERIFY(rows.at(1).contains(QLatin1String("pinned to 1")));
        QCOMPARE(rows.at(2), QStringLiteral("All others"));
        hands().press(Qt::Key_Home); // not to the head
        QCOMPARE(types()->currentIndex().row(), 1);
        hands().press(Qt::Key_Down);
        QCOMPARE(types()->currentIndex().row(), 3);
        hands().press(Qt::Key_1, Qt::ControlModifier);
        hands().closeToasts();
        hands().press(Qt::Key_1, Qt::AltModifier); // one keystroke
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Single-use link copied · Product demo")));
        QTRY_VERIFY(clipboard().text() != before);
        hands().press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("No event type is under 2.")));
        QCOMPARE(m_fixture->sent(making), 1);
    }

    void aLinkNobodyCanBookIsCopiedWithAWarning()
    {
        QVERIFY(hands().clickRow(*types(), QStringLiteral("Workshop date")));
        hands().press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Workshop date has no time that can be booked in the next 31")));
        QVERIFY(clipboard().text() != before);
        QTRY_VERIFY(m_fixture->rowOf(QStringLiteral("Workshop date"), "EventTypesPage").contains(QLatin1String("No times")));
        QVERIFY(hands().clickRow(*types(), QStringLiteral("Contract walk-through")));
        hands().press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Contract walk-through · it is off, so nobody can book it")));
        hands().closeToasts();
        QVERIFY(hands().clickRow(*types(), QStringLiteral("Contract walk-through")));
        hands().press(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY2(hands().hasToast(QStringLiteral("Single-use link copied · Contract walk-through")), qPrintable(hands().toasts().join(QLatin1Char(10))));
        QVERIFY2(hands().hasToast(QStringLiteral(" · it is off, so nobody can book it")), qPrintable(hands().toasts().join(QLatin1Char('\n'))));
    }

    void theScheduleCopiesALinkForTheTypeOfItsMenu()
    {
        hands().press(Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(hands().seen("linkMenu"));
        QVERIFY(hands().choose("linkMenu", QStringLiteral("Product demo")));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Single-use link copied · Product demo")));
        const QString first = clipboard().text();
        hands().press(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(clipboard().text() != first);
        QCOMPARE(m_fixture->sent(making), 2);
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    EventType current() const
    {
        for (const EventType &type : m_fixture->composition->eventTypes().eventTypes()) {
            if (type.name == QLatin1String("30 min intro"))
                return type;
        }
        return {};
    }
    QTreeView *types() const { return m_fixture->list("EventTypesPage"); }
    static QClipboard &clipboard() { return *QGuiApplication::clipboard(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestLinks)
#include "tst_links.moc"
