// SPDX-License-Identifier: GPL-3.0-or-later
#include "daypanel.h"
#include "openaccounts.h"
#include "widgetresources.h"
#include "windowparts.h"

#include <QLabel>
#include <QTest>

/// The foot of the navigation with two accounts open.
class TestDayPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initResources(); }

    void init()
    {
        for (std::unique_ptr<ServiceWorld> *world : {&m_own, &m_other}) {
            *world = std::make_unique<ServiceWorld>(1);
            QVERIFY((*world)->startSignedIn());
        }
        m_accounts = std::make_unique<OpenAccounts>(m_own->program->accounts);
        for (ServiceWorld *world : {m_own.get(), m_other.get()}) {
            Program &program = *world->program;
            m_accounts->add({program.account, program.meetings, program.links, program.sync, program.cancels, program.held, program.eventTypes});
        }
        m_parts = std::make_unique<MainWindowParts>(windowParts(*m_own));
        m_parts->accounts = m_accounts.get();
        m_panel = std::make_unique<DayPanel>(*m_parts);
        m_panel->show();
    }

    void cleanup()
    {
        m_panel.reset();
        m_parts.reset();
        m_accounts.reset();
        m_other.reset();
        m_own.reset();
    }

    void whatComesFirstInAnyAccount_isNamed()
    {
        QVERIFY(m_own->program->meetings.store({at(3, "Own")}));
        QTRY_COMPARE(person(), QStringLiteral("Own"));
        QVERIFY(m_other->program->meetings.store({at(1, "Theirs")}));
        QTRY_COMPARE(person(), QStringLiteral("Theirs"));
        QCOMPARE(m_panel->meetingsLeft(), 2);
    }

private:
    QString person() const { return m_panel->findChild<QLabel *>(QStringLiteral("person"))->text(); }

    Meeting at(int hour, const char *name) const
    {
        Meeting meeting;
        meeting.uri = QUrl(QStringLiteral("https://api.example.com/scheduled_events/%1").arg(hour));
        meeting.name = QLatin1String(name);
        meeting.start = m_own->clock.now().addSecs(hour * 3600);
        meeting.end = meeting.start.addSecs(1800);
        return meeting;
    }

    std::unique_ptr<ServiceWorld> m_own;
    std::unique_ptr<ServiceWorld> m_other;
    std::unique_ptr<OpenAccounts> m_accounts;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<DayPanel> m_panel;
};

QTEST_MAIN(TestDayPanel)
#include "tst_daypanel.moc"
