// SPDX-License-Identifier: GPL-3.0-or-later
#include "quickpalette.h"
#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>

using sandbox::Fault;

namespace {

const QString making = QStringLiteral("POST /scheduling_links");
const QString before = QStringLiteral("what was copied before");

} // namespace

/// A link from anywhere: how many keys it takes, and what is said when it fails.
class TestQuick : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->startServer());
        QVERIFY(m_fixture->openSignedIn());
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void init()
    {
        m_fixture->calendly->clearFaults();
        m_keys = 0;
        clipboard().setText(before);
        m_fixture->window->startQuickly();
        ++m_keys; // the chord that the desktop binds
        QTRY_VERIFY(palette());
        QVERIFY(QTest::qWaitForWindowActive(palette()));
    }

    void cleanup()
    {
        delete palette();
    }

    void threeLettersAndEnter_areFiveKeys()
    {
        press(Qt::Key_I);
        press(Qt::Key_N);
        press(Qt::Key_T);
        QVERIFY(rows().first().startsWith(QLatin1String("30 min intro")));
        press(Qt::Key_Return);
        QTRY_VERIFY(clipboard().text().contains(QLatin1String("/d/")));
        QCOMPARE(m_keys, 5);
        QTRY_VERIFY(says("title").startsWith(QStringLiteral("Single-use link copied · 30 min intro")));
        const QUrl link(clipboard().text());
        QCOMPARE(m_fixture->composition->links().recent(1).first().bookingUrl, link);
    }

    void aPinnedType_isTwoKeys()
    {
        const EventType demo = typeNamed(QStringLiteral("Product demo"));
        QVERIFY(m_fixture->composition->eventTypes().pinAt(demo.uri, 2));
        QTRY_VERIFY(rows().first().startsWith(QLatin1String("Product demo")));
        press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(clipboard().text().contains(QLatin1String("/d/")));
        QCOMPARE(m_keys, 2);
        QCOMPARE(m_fixture->composition->links().recent(1).first().eventType, demo.uri);
        QVERIFY(m_fixture->composition->eventTypes().unpin(demo.uri));
    }

    void aLabelAfterwards_isKeptByEnterAndByTurningAway()
    {
        press(Qt::Key_Return);
        QTRY_VERIFY(field("label")->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), field("label"));
        QTest::keyClicks(field("label"), QStringLiteral("Petra Kohl"));
        press(Qt::Key_Return);
        QTRY_VERIFY(!palette());
        QCOMPARE(m_fixture->composition->links().recent(1).first().label, QStringLiteral("Petra Kohl"));
    }

    void aLabelBefore_goesWithTheLink()
    {
        press(Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(QApplication::focusWidget(), field("label"));
        QCOMPARE(clipboard().text(), before);
        QTest::keyClicks(field("label"), QStringLiteral("case 7"));
        press(Qt::Key_Return);
        QTRY_VERIFY(clipboard().text() != before);
        QCOMPARE(m_fixture->composition->links().recent(1).first().label, QStringLiteral("case 7"));
    }

    void aFailure_saysWhatTheClipboardHolds()
    {
        const int sent = m_fixture->sent(making);
        m_fixture->calendly->failNext(making, {.kind = Fault::Kind::Status, .status = 500});
        press(Qt::Key_Return);
        QTRY_VERIFY(says("title").startsWith(QLatin1String("No link was copied.")));
        QCOMPARE(says("detail"), QStringLiteral("Your clipboard is as it was."));
        QCOMPARE(clipboard().text(), before);
        QCOMPARE(m_fixture->sent(making), sent + 1);
        press(Qt::Key_Return); // tries again
        QTRY_VERIFY(clipboard().text() != before);
    }

    void controlEnter_copiesTheOrdinaryLink()
    {
        const int sent = m_fixture->sent(making);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!palette());
        QVERIFY(clipboard().text() != before && !clipboard().text().contains(QLatin1String("/d/")));
        QCOMPARE(m_fixture->sent(making), sent);
    }

    void anOrdinaryLinkNobodyCanBook_isCopiedWithAWarning()
    {
        field("field")->setText(QStringLiteral("Contract walk"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(clipboard().text() != before);
        QVERIFY(palette());
        QVERIFY(says("title").startsWith(QLatin1String("Link copied")));
        QVERIFY2(says("detail").contains(QLatin1String("it is off, so nobody can book it")), qPrintable(says("detail")));
        press(Qt::Key_Return);
        QTRY_VERIFY(!palette());
    }

    void anOrdinaryLinkWithoutOpenTimes_isCopiedWithAWarning()
    {
        m_fixture->calendly->failNext(QStringLiteral("GET /event_type_available_times"), {.kind = Fault::Kind::Delay, .wait = std::chrono::milliseconds(700)});
        field("field")->setText(QStringLiteral("Workshop date"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!palette()->isVisible()); // nobody waits for that
        QVERIFY(clipboard().text() != before);
        m_fixture->window->activateWindow(); // back to what one was doing
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        QTRY_VERIFY(palette() && palette()->isVisible());
        QVERIFY(says("title").startsWith(QLatin1String("Link copied")));
        QVERIFY2(says("detail").contains(QLatin1String("has no time that can be booked in the next 31 days")), qPrintable(says("detail")));
        QVERIFY(QTest::qWaitForWindowActive(palette()));
        press(Qt::Key_Return);
        QTRY_VERIFY(!palette());
    }

    void altEnter_showsTheOpenTimesInTheWindow()
    {
        press(Qt::Key_D);
        press(Qt::Key_E);
        press(Qt::Key_M);
        press(Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY(!palette());
        QPointer<QDialog> times = m_fixture->hands().dialog("OpenTimesDialog");
        QVERIFY(times);
        QVERIFY(m_fixture->window->isVisible());
        QCOMPARE(times->findChild<QLabel *>(QStringLiteral("title"))->text(), QStringLiteral("Product demo"));
        delete times;
    }

    void aNameFindsTheTypesOfAColleague()
    {
        const int sent = m_fixture->sent(making);
        field("field")->setText(QStringLiteral("june"));
        QTRY_VERIFY(!rows().filter(QStringLiteral("June Calloway")).isEmpty());
        const QString found = rows().filter(QStringLiteral("June Calloway")).first();
        QVERIFY2(found.contains(QLatin1String("Copy link")), qPrintable(found));
        press(Qt::Key_Return);
        QTRY_VERIFY(!palette());
        QVERIFY(clipboard().text() != before && !clipboard().text().contains(QLatin1String("/d/")));
        QCOMPARE(m_fixture->sent(making), sent);
    }

    void escape_leavesEverythingAsItWas()
    {
        press(Qt::Key_X);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!palette());
        QCOMPARE(clipboard().text(), before);
    }

private:
    static QClipboard &clipboard() { return *QGuiApplication::clipboard(); }
    static QuickPalette *palette()
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<QuickPalette *>(window))
                return found;
        }
        return nullptr;
    }
    static QLineEdit *field(const char *name) { return palette()->findChild<QLineEdit *>(QLatin1String(name)); }
    static QString says(const char *name) { return palette() ? palette()->findChild<QLabel *>(QLatin1String(name))->text() : QString(); }
    QStringList rows() const { return m_fixture->hands().rows(*palette()->findChild<QListView *>()); }
    EventType typeNamed(const QString &name) const
    {
        for (const EventType &type : m_fixture->composition->eventTypes().eventTypes()) {
            if (type.name == name)
                return type;
        }
        return {};
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_keys;
        m_fixture->hands().press(key, modifiers);
    }

    std::unique_ptr<WindowFixture> m_fixture;
    int m_keys = 0;
};

QTEST_MAIN(TestQuick)
#include "tst_quick.moc"
