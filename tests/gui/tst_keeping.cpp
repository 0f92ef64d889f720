// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

/// A keychain that keeps its user waiting.
class TestKeeping : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->openReady());
    }

    void cleanup() { m_fixture.reset(); }

    void keychainThatDoesNotAnswer_isNamed()
    {
        emit m_fixture->vault.answerAwaited();
        QVERIFY(hands().hasToast(QStringLiteral("Waiting for the keychain.")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestKeeping)
#include "tst_keeping.moc"
