// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "memoryvault.h"

#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;

namespace {

/// A keychain that takes its time, or never comes to an end.
class SlowVault : public MemoryVault
{
    Q_OBJECT

public:
    bool isWriting() const override { return m_isWriting; }

    void begin(std::chrono::milliseconds length)
    {
        m_isWriting = true;
        QTimer::singleShot(length, this, [this] {
            m_isWriting = false;
            emit writingChanged();
        });
    }

private:
    bool m_isWriting = false;
};

} // namespace

/// The end of the program while the keychain is still being written.
class TestQuitting : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        auto vault = std::make_unique<SlowVault>();
        m_vault = vault.get();
        ApplicationParts parts;
        parts.vault = std::move(vault);
        m_profile = std::make_unique<Profile>(QString(), true);
        m_application = std::make_unique<Application>(LaunchOptions(), QByteArray(), *m_profile, std::move(parts));
    }

    void aWriteUnderWay_isWaitedFor()
    {
        m_vault->begin(150ms);
        m_application->finishWriting();
        QVERIFY(!m_vault->isWriting());
    }

    void aKeychainThatHangs_doesNotKeepTheProgram()
    {
        m_vault->begin(1h);
        m_application->finishWriting();
        QVERIFY(m_vault->isWriting());
    }

    void nothingToWrite_isNotWaitedFor()
    {
        bool gotTurn = false;
        QTimer::singleShot(0, this, [&gotTurn] { gotTurn = true; });
        m_application->finishWriting();
        QVERIFY(!gotTurn);
    }

private:
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Application> m_application;
    SlowVault *m_vault = nullptr;
};

QTEST_MAIN(TestQuitting)
#include "tst_quitting.moc"
