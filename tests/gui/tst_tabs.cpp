// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>
#include <QShortcut>

#include <algorithm>

namespace {

bool isControl(const QWidget &widget)
{
    return widget.isVisible() && widget.focusPolicy() != Qt::NoFocus && widget.isEnabled() && !widget.focusProxy();
}

QString nameOf(const QWidget &widget)
{
    return QStringLiteral("%1 %2 in %3").arg(QLatin1String(widget.metaObject()->className()), widget.objectName(),
                                            widget.parentWidget() ? widget.parentWidget()->objectName() : QString());
}

} // namespace

/// Names, keys and the way of the focus on every page.
class TestTabs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
        QVERIFY(m_fixture->openSignedIn());
        LinkService &links = m_fixture->composition->links();
        links.singleUseLink(m_fixture->composition->eventTypes().eventTypes().first(), {}, &links, [](const Result<SchedulingLink> &) {});
        QTRY_COMPARE(links.totals().open, 1);
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void init()
    {
        QFETCH(int, page);
        hands().press(Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
        QFETCH(QString, name);
        QTRY_VERIFY(hands().seen("list", name.toLatin1().constData()));
    }

    void everyControlHasANameForPeopleAndForTests_data() { pages(); }
    void everyControlHasANameForPeopleAndForTests()
    {
        QStringList nameless;
        const auto widgets = m_fixture->window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!isControl(*widget))
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            // Texts that can be selected by key are told apart by what they say.
            const bool isText = qobject_cast<QLabel *>(widget);
            if ((widget->objectName().isEmpty() && !isText) || !spoken || spoken->text(QAccessible::Name).isEmpty())
                nameless.append(nameOf(*widget));
        }
        QCOMPARE(nameless.join(QLatin1Char('\n')), QString());
    }

    void tabReachesTheSearchAndTheList_data() { pages(); }
    void tabReachesTheSearchAndTheList()
    {
        QFETCH(QString, name);
        QStringList way;
        for (const QWidget *stop : round()) {
            if (hands().seen(name.toLatin1().constData())->isAncestorOf(stop))
                way.append(stop->objectName());
        }
        QVERIFY2(way.contains(QLatin1String("list")), qPrintable(way.join(QLatin1Char(' '))));
        if (hands().seen("search", name.toLatin1().constData()))
            QVERIFY2(way.contains(QLatin1String("search")), qPrintable(way.join(QLatin1Char(' '))));
    }

    void tabGoesTheWayThatIsSeen_data() { schedule(); }
    void tabGoesTheWayThatIsSeen()
    {
        QStringList areas;
        for (const QWidget *stop : round()) {
            const QString area = areaOf(*stop);
            if (areas.isEmpty() || areas.last() != area)
                areas.append(area);
        }
        QCOMPARE(areas, QStringList({QStringLiteral("card"), QStringLiteral("Navigation"), QStringLiteral("header"), QStringLiteral("filters"), QStringLiteral("board")}));
    }

    void aFilterThatIsTypedStandsOnTheWayToTheList_data() { schedule(); }
    void aFilterThatIsTypedStandsOnTheWayToTheList()
    {
        hands().press(Qt::Key_F, Qt::ControlModifier);
        hands().type(QStringLiteral("is:canceled"));
        QTRY_VERIFY(hands().seen("searchChip0"));
        QStringList way;
        for (const QWidget *stop : round())
            way.append(stop->objectName());
        hands().press(Qt::Key_Escape);
        m_fixture->list()->setFocus();
        QVERIFY2(way.indexOf(QLatin1String("searchChip0")) > way.indexOf(QLatin1String("statusChip")), qPrintable(way.join(QLatin1Char(' '))));
        QVERIFY2(way.indexOf(QLatin1String("searchChip0")) < way.indexOf(QLatin1String("list")), qPrintable(way.join(QLatin1Char(' '))));
    }

    void theFocusStartsInTheList_data() { pages(); }
    void theFocusStartsInTheList()
    {
        QFETCH(QString, name);
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("list", name.toLatin1().constData()));
    }

    void downGoesFromTheSearchToTheList_data() { pages(); }
    void downGoesFromTheSearchToTheList()
    {
        QFETCH(QString, name);
        QWidget *search = hands().seen("search", name.toLatin1().constData());
        if (!search)
            return; // a page of a few rows
        hands().press(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget(), search);
        hands().press(Qt::Key_Down);
        QTRY_COMPARE(QApplication::focusWidget(), hands().seen("list", name.toLatin1().constData()));
    }

    void f6GoesThroughThePanesAndBack_data() { pages(); }
    void f6GoesThroughThePanesAndBack()
    {
        const QWidget *start = QApplication::focusWidget();
        QVERIFY(start);
        QSet<QWidget *> visited;
        do {
            hands().press(Qt::Key_F6);
            QWidget *now = QApplication::focusWidget();
            QVERIFY(now && now->isVisible());
            QVERIFY2(now == start || !visited.contains(now), "it never comes back to where it began");
            visited.insert(now);
        } while (QApplication::focusWidget() != start);
        const QWidget *navigation = hands().seen("Navigation");
        QVERIFY(std::any_of(visited.begin(), visited.end(), [navigation](const QWidget *widget) { return navigation->isAncestorOf(widget); }));
        QVERIFY(visited.size() >= 2);
        hands().press(Qt::Key_F6);
        hands().press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), start);
    }

    void theKeysAreShownAtAQuestionMark_data() { pages(); }
    void theKeysAreShownAtAQuestionMark()
    {
        hands().press(Qt::Key_Question);
        QPointer<QDialog> keys = hands().dialog("shortcutsDialog");
        QVERIFY(keys);
        keys->close();
        QTRY_VERIFY(!keys);
        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        if (auto *search = hands().seen<QLineEdit>("search")) {
            search->setFocus();
            QTest::keyClick(search, Qt::Key_Question);
            QCOMPARE(search->text(), QStringLiteral("?"));
            QVERIFY(!m_fixture->window->findChild<QDialog *>(QStringLiteral("shortcutsDialog")));
            search->clear();
        }
    }

    void noTwoActionsShareAKey_data() { pages(); }
    void noTwoActionsShareAKey()
    {
        QHash<QKeySequence, QString> taken;
        QStringList shared;
        const auto actions = m_fixture->window->findChildren<QAction *>();
        for (const QAction *action : actions) {
            if (!acts(*action))
                continue;
            for (const QKeySequence &key : action->shortcuts()) {
                if (taken.contains(key))
                    shared.append(QStringLiteral("%1: %2, %3").arg(key.toString(), taken.value(key), action->objectName()));
                taken.insert(key, action->objectName());
            }
        }
        const auto shortcuts = m_fixture->window->findChildren<QShortcut *>();
        for (const QShortcut *shortcut : shortcuts) {
            const auto *owner = qobject_cast<QWidget *>(shortcut->parent());
            if (!owner || !owner->isVisible())
                continue;
            if (taken.contains(shortcut->key()))
                shared.append(QStringLiteral("%1: %2").arg(shortcut->key().toString(), taken.value(shortcut->key())));
            taken.insert(shortcut->key(), owner->objectName());
        }
        QCOMPARE(shared.join(QLatin1Char('\n')), QString());
        QVERIFY(taken.size() > 8);
    }

private:
    static void pages()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("name");
        QTest::newRow("schedule") << 0 << QStringLiteral("SchedulePage");
        QTest::newRow("event types") << 1 << QStringLiteral("EventTypesPage");
        QTest::newRow("availability") << 2 << QStringLiteral("AvailabilityPage");
        QTest::newRow("links") << 3 << QStringLiteral("LinksPage");
        QTest::newRow("team") << 4 << QStringLiteral("TeamPage");
        QTest::newRow("webhooks") << 5 << QStringLiteral("WebhooksPage");
    }

    static void schedule()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("name");
        QTest::newRow("schedule") << 0 << QStringLiteral("SchedulePage");
    }

    WindowHands hands() const { return m_fixture->hands(); }

    /// What Tab comes to, one after the other, until the focus is back where it is now.
    QList<QWidget *> round() const
    {
        constexpr int endless = 1000;
        const QWidget *begin = QApplication::focusWidget();
        QList<QWidget *> stops;
        do {
            hands().press(Qt::Key_Tab);
            stops.append(QApplication::focusWidget());
        } while (stops.last() && stops.last() != begin && stops.size() < endless);
        return stops;
    }

    /// The part of the window that it stands in.
    static QString areaOf(const QWidget &stop)
    {
        for (const QWidget *widget = &stop; widget; widget = widget->parentWidget()) {
            for (const char *area : {"Navigation", "header", "filters", "board", "card"}) {
                if (widget->objectName() == QLatin1String(area))
                    return widget->objectName();
            }
        }
        return stop.objectName();
    }

    /// True when the action's keys act now: it belongs to something visible or to a menu of the menu bar.
    static bool acts(const QAction &action)
    {
        const auto owners = action.associatedObjects();
        return std::any_of(owners.begin(), owners.end(), [](QObject *owner) {
            const auto *widget = qobject_cast<QWidget *>(owner);
            return widget && (widget->isVisible() || (widget->inherits("QMenu") && qobject_cast<QMenuBar *>(widget->parentWidget())));
        });
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestTabs)
#include "tst_tabs.moc"
