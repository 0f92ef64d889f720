// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirmation.h"
#include "dialogfixture.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QPointer>

/// The question before what cannot be taken back.
class TestConfirmation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { DialogFixture::prepare(); }

    void init()
    {
        m_done = 0;
        m_fixture = std::make_unique<DialogFixture>();
        QVERIFY(m_fixture->start());
        confirm({.objectName = QStringLiteral("question"), .title = QStringLiteral("Remove"), .question = QStringLiteral("Remove it?"),
                 .consequences = {}, .act = QStringLiteral("Remove"), .keep = QStringLiteral("Keep")},
                account(), &m_fixture->window, [this] { ++m_done; });
        m_box = m_fixture->window.findChild<QMessageBox *>(QStringLiteral("question"));
        QVERIFY(m_box);
    }

    void cleanup() { m_fixture.reset(); }

    void whatIsConfirmedIsDone()
    {
        m_box->findChild<QAbstractButton *>(QStringLiteral("confirmed"))->click();
        QCOMPARE(m_done, 1);
        QTRY_VERIFY(!m_box);
    }

    void theQuestionGoesWithTheAccount()
    {
        emit account().accountSwitched();
        QTRY_VERIFY(!m_box);
        QCOMPARE(m_done, 0);
    }

private:
    AccountService &account() { return m_fixture->world.program->account; }

    std::unique_ptr<DialogFixture> m_fixture;
    QPointer<QMessageBox> m_box;
    int m_done = 0;
};

QTEST_MAIN(TestConfirmation)
#include "tst_confirmation.moc"
