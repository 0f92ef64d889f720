// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QDialog>
#include <QPointer>

namespace {

/// A keychain that may refuse what it is to keep.
class StubbornVault : public LastingVault
{
    Q_OBJECT

public:
    void write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then) override
    {
        if (refuses)
            QTimer::singleShot(0, context, [then = std::move(then)] { then(Unexpected(Error{.kind = Error::Kind::Storage})); });
        else
            LastingVault::write(key, text, context, std::move(then));
    }

    bool refuses = true;
};

} // namespace

/// A keychain that keeps its user waiting, or does not keep the sign-in at all.
class TestKeeping : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        auto vault = std::make_unique<StubbornVault>();
        m_vault = vault.get();
        m_fixture->otherVault = std::move(vault);
        QVERIFY(m_fixture->openReady());
        QVERIFY(m_fixture->composition->account().isUnkept());
    }

    void cleanup() { m_fixture.reset(); }

    void keychainThatDoesNotAnswer_isNamed()
    {
        emit m_vault->answerAwaited();
        QVERIFY(hands().hasToast(QStringLiteral("Waiting for the keychain.")));
    }

    void quittingWithASignInThatIsNotKept_asks()
    {
        m_fixture->window->close();
        QPointer<QDialog> question = hands().dialog("closingQuestion");
        QVERIFY(question);
        QVERIFY(hands().words("closingQuestion").contains(QLatin1String("The sign-in of Mara Lindqvist could not be written to the keychain.")));
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!question);
        QVERIFY(m_fixture->window->isVisible());
        m_fixture->window->close();
        QVERIFY(answer(QStringLiteral("Quit anyway")));
        QTRY_VERIFY(!m_fixture->window->isVisible());
    }

    void signInThatIsKeptAfterAll_isNotAskedAbout()
    {
        m_vault->refuses = false;
        m_vault->callLast();
        QTRY_VERIFY(!m_fixture->composition->account().isUnkept());
        m_fixture->window->close();
        QVERIFY(!hands().dialog("closingQuestion"));
        QVERIFY(!m_fixture->window->isVisible());
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }

    bool answer(const QString &text)
    {
        QDialog *question = hands().dialog("closingQuestion");
        return question && WindowHands(*question).clickText(text);
    }

    std::unique_ptr<WindowFixture> m_fixture;
    StubbornVault *m_vault = nullptr;
};

QTEST_MAIN(TestKeeping)
#include "tst_keeping.moc"
