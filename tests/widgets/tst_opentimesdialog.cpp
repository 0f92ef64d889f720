// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogfixture.h"
#include "opentimesdialog.h"
#include "opentimesreader.h"
#include "slotgrid.h"
#include "zonebox.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QLineEdit>
#include <QMimeData>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QUrlQuery>

using sandbox::Fault;
using namespace std::chrono_literals;

namespace {

const QString asking = QStringLiteral("GET /event_type_available_times");

} // namespace

/// Sharing open times, against a Calendly that may be slow, gone or strict.
class TestOpenTimesDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { DialogFixture::prepare(); }

    void init()
    {
        m_fixture = std::make_unique<DialogFixture>();
        QVERIFY(m_fixture->start());
    }

    void cleanup()
    {
        m_dialog.clear();
        m_fixture.reset();
    }

    void times_areReadInOneCall()
    {
        open("30 min intro");
        QTRY_VERIFY(isShown("grid"));
        QCOMPARE(m_fixture->sent(asking), 1);
        QVERIFY(text("age").startsWith(QLatin1String("Read 0")));
        QVERIFY(grid().currentTime());
    }

    void whoTypesAnAddressMeanwhile_goesOnTyping()
    {
        Fault late = faultOf(Fault::Kind::Late);
        late.wait = 200ms;
        m_fixture->world.calendly->failAlways(asking, late);
        open("30 min intro");
        auto *recipient = m_dialog->findChild<QLineEdit *>(QStringLiteral("recipient"));
        QVERIFY(!recipient->hasFocus());
        recipient->setFocus(Qt::MouseFocusReason);
        QTest::keyClicks(recipient, QStringLiteral("a"));
        QTRY_VERIFY(isShown("grid"));
        QTest::keyClicks(m_dialog->focusWidget(), QStringLiteral("bs"));
        QCOMPARE(recipient->text(), QStringLiteral("abs"));
        QVERIFY(grid().chosen().isEmpty());
    }

    void theTimesHaveTheFocusWhenTheyCome()
    {
        open("30 min intro");
        QTRY_VERIFY(isShown("grid"));
        QTRY_VERIFY(grid().hasFocus());
    }

    void suggestAndCopy_fillBothFormsOfTheClipboard()
    {
        open("30 min intro");
        QTRY_VERIFY(isShown("grid"));
        QVERIFY(!button("copy")->isEnabled());
        QTest::keyClick(&grid(), Qt::Key_S);
        const QList<OpenTime> chosen = grid().chosen();
        QVERIFY(!chosen.isEmpty());
        QTest::keyClick(m_dialog, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->text().contains(QLatin1String("30 min intro")));
        for (const OpenTime &time : chosen)
            QVERIFY2(data->html().contains(time.schedulingUrl.toString(QUrl::FullyEncoded).toHtmlEscaped()), qPrintable(data->html()));
        QVERIFY(data->text().contains(QLatin1String("All other times: http")));
    }

    void preview_followsTheChoiceAndTheStyle()
    {
        open("30 min intro");
        QTRY_VERIFY(isShown("grid"));
        QTest::keyClick(&grid(), Qt::Key_Space);
        const QString formal = preview();
        QVERIFY(formal.startsWith(QLatin1String("I would like to suggest this time")));
        button("brief")->click();
        QVERIFY(preview() != formal);
        QTest::keyClick(&grid(), Qt::Key_Space);
        QVERIFY(preview().isEmpty());
    }

    void escape_givesUpTheChoiceFirst()
    {
        open("30 min intro");
        QTRY_VERIFY(isShown("grid"));
        QTest::keyClick(&grid(), Qt::Key_Space);
        QCOMPARE(grid().chosen().size(), 1);
        button("copy")->setFocus();
        QTest::keyClick(button("copy"), Qt::Key_Escape);
        QVERIFY(grid().chosen().isEmpty());
        QVERIFY(m_dialog->isVisible());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
    }

    void theirZone_hidesNightTimesAndCountsThem()
    {
        open("30 min intro");
        QTRY_VERIFY(isShown("grid"));
        QTest::keyClick(&grid(), Qt::Key_A, Qt::ControlModifier);
        const qsizetype all = grid().chosen().size();
        chooseZone(QStringLiteral("Honolulu"));
        QCOMPARE(child<ZoneBox>("zone")->zone(), QStringLiteral("Pacific/Honolulu"));
        const qsizetype left = grid().chosen().size();
        QVERIFY(left < all);
        QVERIFY2(button("showUnkind")->text().contains(QString::number(all - left)), qPrintable(button("showUnkind")->text()));
        button("showUnkind")->click();
        QTest::keyClick(&grid(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(grid().chosen().size(), all);
        QVERIFY2(preview().contains(QStringLiteral("Honolulu (UTC\u221210)")), qPrintable(preview()));
    }

    void closedHours_areExplained()
    {
        open("30 min intro");
        QTRY_VERIFY(isShown("grid"));
        QTest::keyClick(&grid(), Qt::Key_Home);
        for (int row = 0; row < 60; ++row)
            QTest::keyClick(&grid(), Qt::Key_Up);
        for (int day = 0; day < 3; ++day) // a Saturday
            QTest::keyClick(&grid(), Qt::Key_Right);
        QTRY_VERIFY2(text("current").contains(QLatin1String("Working hours")), qPrintable(text("current")));
    }

    void withoutNetwork_itSaysSoAndKnowsNothing()
    {
        m_fixture->world.calendly.stop();
        open("30 min intro");
        QTRY_VERIFY_WITH_TIMEOUT(isShown("state"), 30000);
        QVERIFY(!text("title", "StatePanel").isEmpty());
        QVERIFY(m_fixture->world.calendly.start());
        button("button", "StatePanel")->click();
        QTRY_VERIFY_WITH_TIMEOUT(isShown("grid"), 30000);
    }

    void oldTimes_sayTheirAge()
    {
        open("30 min intro");
        QTRY_VERIFY(isShown("grid"));
        m_fixture->world.clock.advance(12min);
        m_fixture->world.calendly->failAlways(asking, faultOf(Fault::Kind::Status, 500));
        button("refresh")->click();
        QTRY_VERIFY_WITH_TIMEOUT(words("banner").contains(QStringLiteral("12\u00a0min ago")), 30000);
        QVERIFY(isShown("grid"));
    }

    void pollAndOff_sayWhyNothingIsOpen()
    {
        open("Workshop date");
        QTRY_VERIFY(isShown("state"));
        QVERIFY2(words("state").contains(QLatin1String("meeting poll")), qPrintable(words("state")));
        m_dialog->close();
        open("Contract walk-through");
        QTRY_VERIFY(isShown("state"));
        QVERIFY2(words("state").contains(QLatin1String("is off")), qPrintable(words("state")));
    }

private:
    void open(const char *name)
    {
        m_dialog = new OpenTimesDialog(m_fixture->type(name), *m_fixture->parts, *m_fixture->toasts, &m_fixture->window);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }

    template <typename T>
    T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    SlotGrid &grid() const { return *child<SlotGrid>("grid"); }
    bool isShown(const char *name) const { return child<QWidget>(name)->isVisible(); }
    QAbstractButton *button(const char *name, const char *inside = nullptr) const
    {
        QWidget *in = inside ? static_cast<QWidget *>(child<QWidget>("state")) : m_dialog;
        return in->findChild<QAbstractButton *>(QLatin1String(name));
    }
    QString text(const char *name, const char *inside = nullptr) const
    {
        QWidget *in = inside ? static_cast<QWidget *>(child<QWidget>("state")) : m_dialog;
        return in->findChild<QLabel *>(QLatin1String(name))->text();
    }
    QString words(const char *inside) const { return DialogFixture::wordsOf(child<QWidget>(inside)); }
    QString preview() const { return child<QTextBrowser>("preview")->toPlainText(); }

    void chooseZone(const QString &part)
    {
        auto *zone = child<ZoneBox>("zone");
        zone->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), part);
        QAbstractItemView *hits = zone->completer()->popup();
        QTRY_VERIFY(hits->isVisible());
        QTest::keyClick(hits, Qt::Key_Down);
        QTest::keyClick(hits, Qt::Key_Return);
    }

    std::unique_ptr<DialogFixture> m_fixture;
    QPointer<OpenTimesDialog> m_dialog;
};

QTEST_MAIN(TestOpenTimesDialog)
#include "tst_opentimesdialog.moc"
