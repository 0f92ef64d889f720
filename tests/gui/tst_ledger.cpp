// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkbatch.h"
#include "visitor.h"
#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QScrollArea>

using sandbox::Fault;

namespace {

const QString making = QStringLiteral("POST /scheduling_links");

} // namespace

/// The page of links: what was made, who booked it, what is to be known of the rest.
class TestLedger : public QObject
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

    void withoutLinksThePageSaysWhereTheyComeFrom()
    {
        openLinks();
        QTRY_VERIFY(hands().words("LinksPage").contains(QLatin1String("No links yet")));
        m_fixture->calendly.stop();
        hands().press(Qt::Key_F5);
        QTRY_VERIFY(hands().words("LinksPage").contains(QLatin1String("needs the network")));
    }

    void aBookedLinkTellsItsMeetingWithinOnePoll()
    {
        const QUrl link = make(QStringLiteral("Frida <frida@lindqvist.example>"));
        QVERIFY(!link.isEmpty());
        openLinks();
        QVERIFY(m_fixture->listShows(QStringLiteral("Frida, frida@lindqvist.example, 30 min intro"), "LinksPage"));
        QVERIFY(rows().first().contains(QLatin1String("Active, 90 days left")));
        Visitor visitor;
        QVERIFY(visitor.book(link, QStringLiteral("Frida Lindqvist"), QStringLiteral("frida@lindqvist.example")).text.contains(QLatin1String("You are booked")));
        hands().closeToasts();
        hands().press(Qt::Key_F5);
        QVERIFY(m_fixture->listShows(QStringLiteral("Booked"), "LinksPage"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Frida Lindqvist booked the link you sent on 18 Nov")));
        QVERIFY(rows().first().endsWith(QLatin1String("Frida Lindqvist")));
        links()->setFocus(Qt::OtherFocusReason);
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().seen("SchedulePage"));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("Frida Lindqvist")));
    }

    void enterCopiesAnOpenLinkAgainAndF2LabelsIt()
    {
        const QUrl link = make({});
        openLinks();
        QGuiApplication::clipboard()->setText(QStringLiteral("something else"));
        links()->setFocus(Qt::OtherFocusReason);
        hands().press(Qt::Key_Return);
        QTRY_COMPARE(QUrl(QGuiApplication::clipboard()->text()), link);
        QVERIFY(hands().hasToast(QStringLiteral("Link copied again")));
        QCOMPARE(m_fixture->composition->links().entries({})->first().copies, 2);
        hands().press(Qt::Key_F2);
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("label", "LinksPage"));
        hands().type(QStringLiteral("case 20418"));
        hands().press(Qt::Key_Return);
        QVERIFY(m_fixture->listShows(QStringLiteral("case 20418"), "LinksPage"));
        QCOMPARE(QApplication::focusWidget(), links());
        QCOMPARE(m_fixture->sent(making), 1);
    }

    void searchAndChipsNarrowTheList()
    {
        make(QStringLiteral("Zoe"));
        make(QStringLiteral("Bo"));
        openLinks();
        QTRY_COMPARE(rows().size(), 2);
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("zoe"));
        QTRY_COMPARE(rows().size(), 1);
        hands().press(Qt::Key_Escape);
        QTRY_COMPARE(rows().size(), 2);
        QVERIFY(hands().click("bookedChip", "LinksPage"));
        QTRY_VERIFY(hands().words("LinksPage").contains(QLatin1String("No link matches")));
        QVERIFY(hands().clickText(QStringLiteral("Clear filters")));
        QTRY_COMPARE(rows().size(), 2);
    }

    void anUnansweredWishIsShownAndCanBeRemoved()
    {
        m_fixture->calendly->failNext(making, {.kind = Fault::Kind::Lost});
        hands().press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(m_fixture->listShows(QStringLiteral("30 min intro"), "EventTypesPage"));
        QVERIFY(hands().clickRow(*m_fixture->list("EventTypesPage"), QStringLiteral("30 min intro")));
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("No single-use link was copied.")));
        openLinks();
        QVERIFY(m_fixture->listShows(QStringLiteral("Not known"), "LinksPage"));
        QVERIFY(hands().words("card").contains(QLatin1String("Calendly never answered")));
        QVERIFY(hands().click("remove", "LinksPage"));
        QTRY_VERIFY(hands().words("LinksPage").contains(QLatin1String("No links yet")));
    }

    void whatExpiresSoonIsToldOnceADay()
    {
        make(QStringLiteral("Beatriz Alves"));
        hands().closeToasts();
        m_fixture->quit();
        m_fixture->clock.advance(std::chrono::hours(24 * 85));
        QVERIFY(m_fixture->openWindow() && m_fixture->isUpToDate());
        QTRY_VERIFY(hands().hasToast(QStringLiteral("1 link expires within 7 days, unused")) || hands().hasToast(QStringLiteral("expire within 7 days, unused")));
        hands().closeToasts();
        hands().press(Qt::Key_F5);
        QVERIFY(m_fixture->isUpToDate());
        QVERIFY(!hands().hasToast(QStringLiteral("within 7 days")));
        openLinks();
        QVERIFY(hands().words("card").contains(QLatin1String("not booked yet")));
    }

    void aCustomizedLinkIsTakenBackByKeysAfterAQuestion()
    {
        hands().press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(m_fixture->listShows(QStringLiteral("30 min intro"), "EventTypesPage"));
        QVERIFY(hands().clickRow(*m_fixture->list("EventTypesPage"), QStringLiteral("30 min intro")));
        hands().press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(hands().dialog("ShareDialog"));
        hands().type(QStringLiteral("Petra"));
        hands().press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Customized link copied")));
        const QUrl link(QGuiApplication::clipboard()->text());
        m_fixture->window->activateWindow(); // nobody does it here when a dialog has closed
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        openLinks();
        QVERIFY(m_fixture->listShows(QStringLiteral("Petra"), "LinksPage"));
        links()->setFocus(Qt::OtherFocusReason);
        const QString takingBack = QStringLiteral("DELETE /shares/*");

        hands().press(Qt::Key_Delete);
        QPointer<QDialog> question = hands().dialog("takeBackQuestion");
        QVERIFY(question);
        hands().press(Qt::Key_Return); // what keeps the link is the default
        QTRY_VERIFY(!question);
        QCOMPARE(m_fixture->sent(takingBack), 0);

        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        links()->setFocus(Qt::OtherFocusReason);
        hands().press(Qt::Key_Delete);
        QVERIFY(hands().dialog("takeBackQuestion"));
        for (int step = 0; step < 4 && QApplication::focusWidget() != hands().seen("confirmed"); ++step)
            hands().press(Qt::Key_Tab);
        hands().press(Qt::Key_Space);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("The link for Petra is taken back.")));
        QCOMPARE(m_fixture->sent(takingBack), 1);
        QVERIFY(m_fixture->listShows(QStringLiteral("Taken back"), "LinksPage"));
        QVERIFY(!Visitor().book(link, QStringLiteral("Petra Kohl"), QStringLiteral("petra@nordwind.example")).text.contains(QLatin1String("You are booked")));
        const auto *card = hands().seen<QScrollArea>("card", "LinksPage");
        QVERIFY(card);
        QVERIFY2(card->widget()->width() <= card->viewport()->width(), "the card is cut at its edge");
    }

    void quittingWhileLinksAreMadeAsks()
    {
        Fault late{.kind = Fault::Kind::Late};
        late.wait = std::chrono::milliseconds(600);
        m_fixture->calendly->failNext(making, late);
        LinkBatch &batch = m_fixture->composition->links().batch();
        QVERIFY(batch.start(m_fixture->composition->eventTypes().eventTypes().first(), {QStringLiteral("Ana"), QStringLiteral("Bo"), QStringLiteral("Cy")}));
        QTRY_COMPARE(m_fixture->sent(making), 1);
        m_fixture->window->close();
        QPointer<QDialog> question = hands().dialog("closingQuestion");
        QVERIFY(question);
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY(WindowHands(*question).clickText(QStringLiteral("Stop and quit")));
        QVERIFY(m_fixture->window->isVisible()); // the answer that is on its way is waited for
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QCOMPARE(m_fixture->sent(making), 1);
        QCOMPARE(batch.count(LinkOrder::State::Made), 1);
        QCOMPARE(batch.count(LinkOrder::State::Waiting), 2);
    }

    void whatIsShownIsExported()
    {
        make(QStringLiteral("Beatriz Alves"));
        openLinks();
        QTRY_VERIFY(hands().isUsable("exportLinks", "LinksPage"));
        QVERIFY(hands().click("exportLinks", "LinksPage"));
        auto *menu = m_fixture->window->findChild<QMenu *>(QStringLiteral("exportMenu"));
        QTRY_VERIFY(menu && menu->isVisible());
        menu->actions().first()->trigger();
        menu->close();
        auto *dialog = m_fixture->window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = m_fixture->profile.filePath(QStringLiteral("links.csv"));
        emit dialog->fileSelected(path);
        dialog->close();
        QVERIFY(hands().hasToast(QStringLiteral("links.csv written")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Beatriz Alves,,30 min intro,http"));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QTreeView *links() const { return m_fixture->list("LinksPage"); }
    QStringList rows() const { return links() ? hands().rows(*links()) : QStringList(); }
    void openLinks()
    {
        hands().press(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(hands().seen("LinksPage"));
    }
    /// Makes a link of the 30 minutes' type on the page of event types, as one does, and says which.
    QUrl make(const QString &label)
    {
        hands().press(Qt::Key_2, Qt::ControlModifier);
        if (!m_fixture->listShows(QStringLiteral("30 min intro"), "EventTypesPage")
            || !hands().clickRow(*m_fixture->list("EventTypesPage"), QStringLiteral("30 min intro")))
            return {};
        hands().press(Qt::Key_L);
        hands().type(label);
        QGuiApplication::clipboard()->clear();
        hands().press(Qt::Key_Return);
        if (!WindowHands::waitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); }))
            return {};
        return QUrl(QGuiApplication::clipboard()->text());
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestLedger)
#include "tst_ledger.moc"
