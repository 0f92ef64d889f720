// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountservice.h"
#include "application.h"
#include "linkservice.h"
#include "profile.h"
#include "windowfixture.h"

#include <QDirIterator>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

/// The demo as it starts with --demo --profile: its sandbox in the program itself, what is kept in the profile.
class TestDemo : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_folder = std::make_unique<QTemporaryDir>();
        start();
        QVERIFY(isShown());
    }

    void cleanup()
    {
        quit();
        m_folder.reset();
    }

    void startedAgain_goesOnWithWhatIsKept_andHasNothingToSay()
    {
        QVERIFY(makeLink(QStringLiteral("Beatriz Alves")));
        quit();
        start();
        QVERIFY(isShown());
        QCOMPARE(hands().toasts(), QStringList());
        QCOMPARE(filesSetAside(), 0);
        const QList<SchedulingLink> links = m_program->composition()->links().recent(1);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.first().label, QStringLiteral("Beatriz Alves"));
    }

    void whereItsPortIsTaken_itTakesAnother()
    {
        const int before = server().port();
        quit();
        QTcpServer inItsPlace;
        QVERIFY(inItsPlace.listen(QHostAddress::LocalHost, quint16(before)));
        start();
        QVERIFY(isShown());
        QVERIFY(server().port() != before);
    }

private:
    void start()
    {
        m_profile = std::make_unique<Profile>(m_folder->path(), false);
        QVERIFY(m_profile->prepare());
        m_program = std::make_unique<Application>(LaunchOptions{.demo = true, .profile = m_folder->path()}, QByteArray(), *m_profile,
                                                  ApplicationParts{.clock = m_clock.clock()});
        m_program->start();
    }

    void quit()
    {
        m_program.reset();
        m_profile.reset();
    }

    bool isShown() const
    {
        return WindowHands::waitFor([this] {
            if (!m_program->composition() || !m_program->composition()->sync().isOnline())
                return false; // what was stored before is shown until it is known whose it is
            const auto *list = m_program->window() ? hands().seen<QTreeView>("list", "SchedulePage") : nullptr;
            return list && !hands().rows(*list).filter(QStringLiteral("Kenji Watanabe")).isEmpty();
        });
    }

    bool makeLink(const QString &label)
    {
        bool made = false;
        const EventType type = m_program->composition()->eventTypes().eventTypes().first();
        m_program->composition()->links().singleUseLink(type, label, this, [&made](const Result<SchedulingLink> &link) { made = link.has_value(); });
        return WindowHands::waitFor([&made] { return made; });
    }

    QUrl server() const { return m_program->composition()->account().account()->user.uri; }
    WindowHands hands() const { return WindowHands(*m_program->window()); }

    int filesSetAside() const
    {
        int count = 0;
        QDirIterator files(m_folder->path(), {QStringLiteral("*.aside-*")}, QDir::Files, QDirIterator::Subdirectories);
        for (; files.hasNext(); files.next())
            ++count;
        return count;
    }

    TestClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Application> m_program;
};

QTEST_MAIN(TestDemo)
#include "tst_demo.moc"
