// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailcatcher.h"
#include "valuelabel.h"
#include "windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace {

const QString marking = QStringLiteral("POST /invitee_no_shows");
const QString unmarking = QStringLiteral("DELETE /invitee_no_shows/*");

} // namespace

/// What the card tells of a meeting, and marking who did not come.
class TestCard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->openReady());
    }

    void cleanup() { m_fixture.reset(); }

    void nMarksWhoDidNotCome_andUndoTakesItBack()
    {
        const QString name = QStringLiteral("Ottavia Neri");
        QVERIFY(selectBegun(name));
        hands().press(Qt::Key_N);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Marked %1 as no-show").arg(name)));
        QTRY_VERIFY(rowOf(name).contains(QLatin1String("no-show")));
        QCOMPARE(m_fixture->sent(marking), 1);
        QVERIFY(hands().clickText(QStringLiteral("Undo")));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("The no-show mark of %1 is removed").arg(name)));
        QTRY_VERIFY(!rowOf(name).contains(QLatin1String("no-show")));
        QCOMPARE(m_fixture->sent(marking), 1);
        QCOMPARE(m_fixture->sent(unmarking), 1);
        QTRY_VERIFY(hands().words("card").contains(QStringLiteral("Sundial saw the no-show mark of %1 removed").arg(name)));
    }

    void nTakesAMarkAway()
    {
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Tomasz Wilk")));
        QVERIFY(rowOf(QStringLiteral("Tomasz Wilk")).contains(QLatin1String("no-show")));
        hands().press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("The no-show mark of Tomasz Wilk is removed")));
        QCOMPARE(m_fixture->sent(unmarking), 1);
        QCOMPARE(m_fixture->sent(marking), 0);
    }

    void undoTakesBackWhatTheNewestNoticeTells()
    {
        auto *undo = m_fixture->window->findChild<QAction *>(QStringLiteral("actionUndo"));
        QVERIFY(!undo->isEnabled());
        hands().press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Tomasz Wilk")));
        hands().press(Qt::Key_N);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("The no-show mark of Tomasz Wilk is removed")));
        QVERIFY(undo->isEnabled());
        hands().press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Marked Tomasz Wilk as no-show")));
        QCOMPARE(m_fixture->sent(unmarking), 1);
        QCOMPARE(m_fixture->sent(marking), 1);
        QVERIFY(!undo->isEnabled()); // what was taken back is not offered to be taken back
    }

    void aMeetingThatHasNotBegunIsNotMarked()
    {
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Kenji Watanabe")));
        hands().press(Qt::Key_N);
        QVERIFY(!hands().seen("noShowToggle", "card"));
        QVERIFY(hands().toasts().isEmpty());
        QCOMPARE(m_fixture->sent(marking), 0);
    }

    void whatIsForbiddenIsSaidPlainly()
    {
        const QString name = QStringLiteral("Pietro Sala");
        QVERIFY(selectBegun(name));
        m_fixture->calendly->failNext(marking, 403);
        hands().press(Qt::Key_N);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Calendly lets only the hosts of a meeting")));
        QCOMPARE(m_fixture->sent(marking), 1);
    }

    void ofAGroupThePersonIsChosen()
    {
        QVERIFY(selectOfficeHours());
        list()->setFocus();
        hands().press(Qt::Key_N);
        auto *menu = hands().seen<QMenu>("noShowMenu");
        QTRY_VERIFY((menu = hands().seen<QMenu>("noShowMenu")));
        const auto entries = menu->actions();
        const auto paula = std::find_if(entries.begin(), entries.end(), [](const QAction *entry) { return entry->text() == QLatin1String("Paula Keller"); });
        QVERIFY(paula != entries.end());
        menu->setActiveAction(*paula);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Marked Paula Keller as no-show")));
        QCOMPARE(m_fixture->sent(marking), 1);
    }

    void eachPersonOnTheCardHasAButton()
    {
        const QString name = QStringLiteral("Renate Voss");
        QVERIFY(selectBegun(name));
        QVERIFY(hands().click("noShowToggle", "card"));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Marked %1 as no-show").arg(name)));
    }

    void whoMarksSomebodyOnTheCardKeepsTheFocusThere()
    {
        QVERIFY(selectBegun(QStringLiteral("Ottavia Neri")));
        QTRY_VERIFY(hands().seen("noShowToggle", "card"));
        hands().seen("noShowToggle", "card")->setFocus(Qt::TabFocusReason);
        hands().press(Qt::Key_Space);
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Marked Ottavia Neri as no-show")));
        QTRY_VERIFY(hands().seen("noShowToggle", "card")->accessibleName().startsWith(QLatin1String("Remove")));
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("noShowToggle", "card"));
    }

    void addressesAreThoseOfTheMeetingTheNoticeIsAbout()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("mailto"), this, "noSuchSlot"); // a mail program that cannot be opened
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("kenji@harborline.example")));
        writeMail();
        QTRY_VERIFY(hands().hasToast(QStringLiteral("No mail program could be opened")));
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Priya Nair")));
        QTRY_VERIFY(!hands().words("card").contains(QLatin1String("kenji@harborline.example")));
        QVERIFY(hands().clickText(QStringLiteral("Copy addresses")));
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("kenji@harborline.example")));
        QDesktopServices::unsetUrlHandler(QStringLiteral("mailto"));
    }

    void aMovedMeetingTellsItsStory_andEachTimeIsALink()
    {
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Emily Hart")));
        QTRY_VERIFY(rowOf(QStringLiteral("Emily Hart")).contains(QLatin1String("moved twice")));
        QTRY_VERIFY(hands().words("section_moves").contains(QLatin1String("Moved twice, first Fri 30 Oct")));
        ValueLabel *first = valueIn("section_moves", QStringLiteral("Fri 30 Oct"));
        QVERIFY(first);
        first->setFocus(Qt::TabFocusReason);
        hands().press(Qt::Key_Return);
        QTRY_VERIFY(hands().text("when", "card").contains(QLatin1String("Fri 30 Oct")));
        QTRY_COMPARE(hands().text("name", "card"), QStringLiteral("Interview, design role"));
    }

    void anyValueIsCopiedByKey()
    {
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(valueIn("section_answers", QStringLiteral("50 to 200")));
        ValueLabel *value = valueIn("section_answers", QStringLiteral("50 to 200"));
        QVERIFY(value->focusPolicy() & Qt::TabFocus);
        value->setFocus(Qt::TabFocusReason);
        QGuiApplication::clipboard()->clear();
        hands().press(Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("50 to 200"));
    }

    void tabGoesThroughTheCardAsItIsSeen()
    {
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Kenji Watanabe")));
        QTRY_VERIFY(valueIn("section_answers", QStringLiteral("50 to 200")));
        hands().seen("join", "card")->setFocus(Qt::TabFocusReason);
        int before = -1;
        int values = 0;
        for (int step = 0; step < 60; ++step) {
            hands().press(Qt::Key_Tab);
            const auto *value = qobject_cast<ValueLabel *>(QApplication::focusWidget());
            if (!value)
                continue;
            const int at = value->mapTo(&hands().window(), QPoint()).y() + scrolled();
            QVERIFY2(at >= before, qPrintable(value->value()));
            before = at;
            ++values;
        }
        QVERIFY2(values > 8, qPrintable(QString::number(values)));
    }

    void theCardIsCopiedAsMarkdown()
    {
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Kenji Watanabe")));
        QVERIFY(hands().choose("more", QStringLiteral("Copy as Markdown"), "card"));
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QLatin1String("# Product demo\n")));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("Round robin rules")));
        QVERIFY(hands().hasToast(QStringLiteral("Meeting copied as Markdown")));
        QVERIFY2(QGuiApplication::clipboard()->text().contains(QLatin1String("## Earlier")), "what was had with the person before is on the card, too");
    }

    void peopleOfSeveralMeetingsDoNotSeeEachOther()
    {
        const MailCatcher mails;
        QVERIFY(hands().clickRow(*list(), QStringLiteral("Kenji Watanabe")));
        QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
        writeMail();
        QCOMPARE(mails.taken.size(), 1);
        QVERIFY(mails.taken.first().path().isEmpty());
        const QString bcc = mails.field(QStringLiteral("bcc"));
        QVERIFY2(bcc.contains(QLatin1String("kenji@harborline.example,")), qPrintable(bcc));
    }

    void peopleOfAGroupDoNotSeeEachOther()
    {
        const MailCatcher mails;
        QVERIFY(selectOfficeHours());
        writeMail();
        QCOMPARE(mails.taken.size(), 1);
        QVERIFY(mails.taken.first().path().isEmpty());
        QCOMPARE(mails.field(QStringLiteral("subject")), QStringLiteral("Office hours"));
        QVERIFY2(mails.field(QStringLiteral("bcc")).count(QLatin1Char('@')) > 1, qPrintable(mails.field(QStringLiteral("bcc"))));
    }

    void moreAddressesThanAMailProgramTakesAreCopied()
    {
        World &world = m_fixture->calendly->world();
        const auto &meetings = world.meetings();
        const auto group = std::find_if(meetings.begin(), meetings.end(), [&world](const WorldMeeting &meeting) {
            return std::any_of(meeting.invitees.begin(), meeting.invitees.end(),
                               [&world](int id) { return world.invitees().at(size_t(id)).name == QLatin1String("Paula Keller"); });
        });
        QVERIFY(group != meetings.end());
        WorldInvitee invitee = world.invitees().at(size_t(group->invitees.first()));
        for (int i = 0; i < 100; ++i) {
            invitee.email = QStringLiteral("somebody.with.a.long.name.%1@example.com").arg(i);
            world.add(invitee);
        }
        const MailCatcher mails;
        QVERIFY(selectOfficeHours());
        hands().press(Qt::Key_F5);
        QTRY_VERIFY(hands().words("card").contains(QLatin1String("long.name.99@")));
        writeMail();
        QCOMPARE(mails.taken.size(), 1);
        QCOMPARE(mails.taken.first().toString(QUrl::FullyEncoded), QStringLiteral("mailto:?subject=Office%20hours"));
        QVERIFY(hands().hasToast(QStringLiteral("paste them into Bcc")));
        QVERIFY(QGuiApplication::clipboard()->text().count(QLatin1Char('@')) > 100);
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }
    QTreeView *list() const { return m_fixture->list(); }
    QString rowOf(const QString &part) const { return m_fixture->rowOf(part); }

    void writeMail() const { m_fixture->window->findChild<QAction *>(QStringLiteral("writeMail"))->trigger(); }

    /// A group event that is over.
    bool selectOfficeHours() const
    {
        return hands().choose("whenChip", QStringLiteral("Past")) && m_fixture->listShows(QStringLiteral("Office hours"))
            && hands().clickRow(*list(), QStringLiteral("Office hours"))
            && WindowHands::waitFor([this] { return hands().words("card").contains(QLatin1String("Paula Keller")); });
    }

    /// Somebody called `name` booked a meeting that runs now, and it is the current one.
    bool selectBegun(const QString &name)
    {
        m_fixture->bookAs(name, m_fixture->clock.now().addSecs(-600));
        hands().press(Qt::Key_F5);
        return m_fixture->listShows(name) && hands().clickRow(*list(), name)
            && WindowHands::waitFor([this] { return hands().seen("noShowToggle", "card"); });
    }

    ValueLabel *valueIn(const char *section, const QString &part) const
    {
        const QWidget *room = hands().seen(section);
        const auto values = room ? room->findChildren<ValueLabel *>() : QList<ValueLabel *>();
        const auto found = std::find_if(values.begin(), values.end(), [&part](const ValueLabel *value) { return value->value().contains(part); });
        return found == values.end() ? nullptr : *found;
    }

    int scrolled() const
    {
        const auto *card = hands().seen<QAbstractScrollArea>("card");
        return card ? card->verticalScrollBar()->value() : 0;
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestCard)
#include "tst_card.moc"
