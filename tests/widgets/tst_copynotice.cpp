// SPDX-License-Identifier: GPL-3.0-or-later
#include "copynotice.h"
#include "dialogfixture.h"
#include "embeddialog.h"
#include "embedpreview.h"
#include "linkcopier.h"
#include "parametersdialog.h"
#include "qrdialog.h"
#include "sharedialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QPointer>

namespace {

const QString asking = QStringLiteral("GET /event_type_available_times");

enum Way { Parameters, QrPicture, Html, Again };

} // namespace

/// Whatever way a link is copied: it is said where nobody can book with it.
class TestCopyNotice : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { DialogFixture::prepare(); }

    void init()
    {
        m_fixture = std::make_unique<DialogFixture>();
        QVERIFY(m_fixture->start());
        m_type = m_fixture->type("30 min intro");
        QVERIFY(isBookable(m_type));
    }

    void cleanup()
    {
        delete m_dialog;
        m_fixture.reset();
    }

    void aTypeThatIsOffIsSaidAtOnce_data() { ways(); }
    void aTypeThatIsOffIsSaidAtOnce()
    {
        m_type.active = false;
        QVERIFY(m_fixture->world.program->eventTypeTable.upsert(m_type)); // copying again looks it up
        QFETCH(Way, way);
        copy(way);
        QVERIFY2(toastWords().contains(QLatin1String("copied")), qPrintable(toastWords()));
        QVERIFY2(toastWords().contains(QStringLiteral(" · it is off, so nobody can book it")), qPrintable(toastWords()));
        QVERIFY(calendlyAnswers());
        QCOMPARE(m_fixture->sent(asking), 0);
    }

    void aTypeWithoutTimesIsSaidAfterwards_data() { ways(); }
    void aTypeWithoutTimesIsSaidAfterwards()
    {
        takeTimes();
        QFETCH(Way, way);
        copy(way);
        QVERIFY2(toastWords().contains(QLatin1String("copied")), qPrintable(toastWords()));
        QTRY_VERIFY2(saysNoTimes(), qPrintable(toastWords()));
    }

    void aCustomizedLinkIsWarnedOfOnlyWhereItHasTheTimesOfItsType()
    {
        takeTimes();
        share([] {});
        QTRY_VERIFY2(saysNoTimes(), qPrintable(toastWords()));
        const int asked = m_fixture->sent(asking);
        share([this] { m_dialog->findChild<QComboBox *>(QStringLiteral("dates"))->setCurrentIndex(1); });
        copy(Again, *m_fixture->world.program->links.entry(m_fixture->world.program->links.recent(1).first().id));
        QVERIFY(calendlyAnswers());
        QCOMPARE(m_fixture->sent(asking), asked);
    }

    void theLandingPageIsOfNoType()
    {
        m_type.active = false;
        EmbedPreview preview;
        open(new EmbedDialog(m_type, preview, *m_fixture->parts, *m_fixture->toasts, &m_fixture->window));
        m_dialog->findChild<QComboBox *>(QStringLiteral("what"))->setCurrentIndex(1);
        click("copy");
        QVERIFY(toastWords().contains(QLatin1String("HTML copied")));
        QVERIFY(!toastWords().contains(QLatin1String("nobody can book it")));
    }

    void whatWasLookedUpAMomentAgoIsNotLookedUpAgain()
    {
        copy(QrPicture);
        QTRY_COMPARE(m_fixture->sent(asking), 1);
        copy(Parameters);
        copy(Again);
        QVERIFY(calendlyAnswers());
        QCOMPARE(m_fixture->sent(asking), 1);
        QVERIFY(!saysNoTimes());
    }

private:
    static void ways()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("with parameters") << Parameters;
        QTest::newRow("QR code") << QrPicture;
        QTest::newRow("HTML") << Html;
        QTest::newRow("again") << Again;
    }

    void copy(Way way, const std::optional<LinkEntry> &entry = {})
    {
        const MainWindowParts &parts = *m_fixture->parts;
        ToastHost &toasts = *m_fixture->toasts;
        const LinkTarget target{.title = m_type.name, .url = m_type.schedulingUrl, .type = m_type};
        if (way == Again) {
            LinkEntry open;
            open.link = {.id = QStringLiteral("id"), .bookingUrl = QUrl(QStringLiteral("https://calendly.com/d/1")), .eventType = m_type.uri};
            return LinkCopier(parts, toasts, &m_fixture->window).copyAgain(entry.value_or(open));
        }
        EmbedPreview preview;
        if (way == Parameters)
            open(new ParametersDialog(target, parts, toasts, &m_fixture->window));
        else if (way == QrPicture)
            open(new QrDialog(target, parts, toasts, &m_fixture->window));
        else
            open(new EmbedDialog(m_type, preview, parts, toasts, &m_fixture->window));
        click("copy");
        delete m_dialog; // what is looked up does not need it
    }

    void share(const std::function<void()> &change)
    {
        open(new ShareDialog(m_type, {}, *m_fixture->parts, *m_fixture->toasts, &m_fixture->window));
        change();
        click("send");
        QTRY_VERIFY(!m_dialog);
        QVERIFY(toastWords().contains(QLatin1String("Customized link copied")));
    }

    void takeTimes()
    {
        World &world = m_fixture->world.calendly->world();
        for (int type = 0; type < int(world.eventTypes().size()); ++type) {
            if (world.eventTypes()[size_t(type)].name == m_type.name)
                world.editEventType(type).minimumNoticeMinutes = 24 * 60 * 365;
        }
    }

    /// Whatever was asked for before has arrived there then.
    bool calendlyAnswers()
    {
        bool answered = false;
        m_fixture->world.program->eventTypes.refresh(m_fixture->world.calendly.person(), this, [&answered](const Result<Done> &) { answered = true; });
        return waitUntil([&answered] { return answered; });
    }

    void open(QDialog *dialog)
    {
        m_dialog = dialog;
        m_dialog->open();
    }
    void click(const char *button) const { QTest::mouseClick(m_dialog->findChild<QAbstractButton *>(QLatin1String(button)), Qt::LeftButton); }
    QString toastWords() const { return DialogFixture::wordsOf(m_fixture->toasts); }
    bool saysNoTimes() const { return toastWords().contains(QLatin1String("30 min intro has no time that can be booked in the next 31")); }

    std::unique_ptr<DialogFixture> m_fixture;
    EventType m_type;
    QPointer<QDialog> m_dialog;
};

QTEST_MAIN(TestCopyNotice)
#include "tst_copynotice.moc"
