// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "pendingwrites.h"
#include "profile.h"
#include "typecard.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>

namespace {

const QString making = QStringLiteral("POST /scheduling_links");
const QString address = QStringLiteral("io.github.sundial-app://link/30-min-intro?label=%3Cb%3EAna%3C/b%3E%0AOrtega");
const QString label = QStringLiteral("<b>Ana</b> Ortega");

} // namespace

/// Another program, or a web page, asks for a link by an address: something is shown, and nothing is made.
class TestRequestedLink : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_calendly = std::make_unique<LocalCalendly>(m_clock, 20);
        QVERIFY(m_calendly->start());
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile = std::make_unique<Profile>(m_folder->path(), false);
    }

    void cleanup()
    {
        m_application.reset();
        m_calendly.reset();
    }

    void theLabelIsFilledIn_andOnlyAClickMakesTheLink()
    {
        QVERIFY(startSignedIn());
        m_application->receive({address});
        QVERIFY(isReady());
        QVERIFY(hands().hasToast(QStringLiteral("Nothing is made before you copy it here.")));
        QTest::keyClick(window().focusWidget(), Qt::Key_Return); // that was meant for another program
        QVERIFY(m_application->composition()->account().writes().isEmpty());
        QCOMPARE(made(), 0);
        QVERIFY(hands().click("copySingleUse", "EventTypesPage"));
        QTRY_COMPARE(made(), 1);
        QTRY_COMPARE(m_application->composition()->links().recent(5).size(), 1);
        QCOMPARE(m_application->composition()->links().recent(5).first().label, label);
    }

    void whatHidesTheType_isTakenAway()
    {
        QVERIFY(startSignedIn());
        window().showPage(1);
        QLineEdit *search = hands().seen<QLineEdit>("search", "EventTypesPage");
        QVERIFY(search);
        search->setText(QStringLiteral("no type has this name"));
        m_application->receive({address});
        QVERIFY(isReady());
    }

    void anAddressThatStartsTheProgram_isAnsweredFromWhatIsStored()
    {
        QVERIFY(startSignedIn());
        m_application.reset();
        (*m_calendly)->clearRequests();
        start(m_calendly->token(), address);
        QVERIFY(isReady());
        QCOMPARE(made(), 0);
    }

    void aTypeThatIsNotThere_isSaid_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << "io.github.sundial-app://link/%3Ci%3Enone?label=Ana"
                                 << "A link was asked for, but there is no event type “<i>none” in this account.";
        QTest::newRow("none") << "io.github.sundial-app://link/" << "A link was asked for, but the address names no event type.";
    }
    void aTypeThatIsNotThere_isSaid()
    {
        QFETCH(const QString, asked);
        QFETCH(const QString, text);
        QVERIFY(startSignedIn());
        m_application->receive({asked});
        QVERIFY(notice());
        QCOMPARE(notice()->text(), text);
        QCOMPARE(notice()->textFormat(), Qt::PlainText);
        QVERIFY(notice()->informativeText().startsWith(QLatin1String("Nothing was made.")));
        QCOMPARE(made(), 0);
    }

    void withoutAnAccount_thatIsSaid()
    {
        start({}, {});
        m_application->receive({address});
        QVERIFY(notice());
        QCOMPARE(notice()->text(), QStringLiteral("A link was asked for, but no account is open yet."));
    }

private:
    void start(const QString &token, const QString &uri)
    {
        LaunchOptions options;
        options.apiUrl = m_calendly->url();
        options.authUrl = m_calendly->url();
        options.uri = uri;
        ApplicationParts parts;
        parts.clock = m_clock.clock();
        parts.vault = std::make_unique<LastingVault>();
        parts.times = ServiceWorld::quickTimes();
        m_application = std::make_unique<Application>(options, token.toLatin1(), *m_profile, std::move(parts));
        m_application->start();
    }

    bool startSignedIn()
    {
        start(m_calendly->token(), {});
        return WindowHands::waitFor([this] {
            Composition &composition = *m_application->composition();
            return composition.sync().state() == SyncService::State::UpToDate && !composition.eventTypes().eventTypes().isEmpty();
        });
    }

    /// The event type is shown, with the label of its next link.
    bool isReady() const
    {
        const auto *card = window().findChild<TypeCard *>();
        return hands().seen("EventTypesPage") && card && card->label() == label && card->findChild<QLabel *>(QStringLiteral("name"))->text() == QLatin1String("30 min intro");
    }

    MainWindow &window() const { return *m_application->window(); }
    WindowHands hands() const { return WindowHands(window()); }
    QMessageBox *notice() const { return window().findChild<QMessageBox *>(QStringLiteral("linkRequest")); }
    qsizetype made() const { return (*m_calendly)->requests(making).size(); }

    TestClock m_clock;
    std::unique_ptr<LocalCalendly> m_calendly;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Application> m_application;
};

QTEST_MAIN(TestRequestedLink)
#include "tst_requestedlink.moc"
