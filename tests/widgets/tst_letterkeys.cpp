// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyfield.h"
#include "keybutton.h"
#include "letterkeys.h"
#include "singlekeysdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

/// Single keys that the user changes or switches off.
class TestLetterKeys : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_memory.clear();
        m_letters = letters();
        m_window = std::make_unique<QWidget>();
        m_list = new QListWidget(m_window.get());
        m_list->addItem(QStringLiteral("Nora"));
        m_field = new QLineEdit(m_window.get());
        auto *column = new QVBoxLayout(m_window.get());
        column->addWidget(m_list);
        column->addWidget(m_field);
        m_marked = 0;
        LetterKeys::bind(m_letters.get(), QStringLiteral("schedule.noShow"), m_list, m_window.get(), [this] { ++m_marked; });
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_list->setFocus();
    }

    void cleanup()
    {
        m_window.reset();
        m_letters.reset();
    }

    void noTwoOfAPlaceShareAKey()
    {
        const QList<LetterKey> all = LetterKeys::all();
        QSet<QString> ids;
        for (const LetterKey &letter : all) {
            QVERIFY2(!ids.contains(letter.id), qPrintable(letter.id));
            ids.insert(letter.id);
            QVERIFY2(LetterKeys::canBe(letter.usual), qPrintable(letter.id));
            QVERIFY2(!m_letters->holder(letter.usual, letter.id), qPrintable(letter.id));
        }
    }

    void aKeyActsInItsListAndNotInText()
    {
        QTest::keyClick(m_list, Qt::Key_N);
        QCOMPARE(m_marked, 1);
        m_field->setFocus();
        QTest::keyClick(m_field, Qt::Key_N);
        QCOMPARE(m_marked, 1);
        QCOMPARE(m_field->text(), QStringLiteral("n"));
    }

    void switchedOff_noKeyActs()
    {
        auto action = std::make_unique<QAction>();
        action->setShortcut(Qt::Key_F1);
        LetterKeys::bind(m_letters.get(), QStringLiteral("shortcuts"), action.get());
        QCOMPARE(action->shortcuts(), (QList<QKeySequence>{Qt::Key_F1, Qt::Key_Question}));
        m_letters->setOn(false);
        QTest::keyClick(m_list, Qt::Key_N);
        QCOMPARE(m_marked, 0);
        QCOMPARE(action->shortcuts(), QList<QKeySequence>{Qt::Key_F1});
        QVERIFY(!letters()->areOn()); // at the next start, too
        m_letters->setOn(true);
        QTest::keyClick(m_list, Qt::Key_N);
        QCOMPARE(m_marked, 1);
    }

    void aChangedKeyActsInsteadOfTheUsualOne()
    {
        m_letters->setKey(QStringLiteral("schedule.noShow"), Qt::SHIFT | Qt::Key_Q);
        QTest::keyClick(m_list, Qt::Key_N);
        QCOMPARE(m_marked, 0);
        QTest::keyClick(m_list, Qt::Key_Q, Qt::ShiftModifier);
        QCOMPARE(m_marked, 1);
        QCOMPARE(letters()->key(QStringLiteral("schedule.noShow")), QKeySequence(Qt::SHIFT | Qt::Key_Q));
        m_letters->setKey(QStringLiteral("schedule.noShow"), {});
        QTest::keyClick(m_list, Qt::Key_Q, Qt::ShiftModifier);
        QCOMPARE(m_marked, 1);
        QVERIFY(letters()->key(QStringLiteral("schedule.noShow")).isEmpty());
        m_letters->makeUsual();
        QTest::keyClick(m_list, Qt::Key_N);
        QCOMPARE(m_marked, 2);
        QVERIFY(m_letters->areUsual());
    }

    void aButtonSaysTheKeyThatActs()
    {
        KeyButton button;
        LetterKeys::name(m_letters.get(), QStringLiteral("schedule.noShow"), &button);
        QCOMPARE(button.keyText(), QStringLiteral("N"));
        m_letters->setKey(QStringLiteral("schedule.noShow"), Qt::Key_Q);
        QCOMPARE(button.keyText(), QStringLiteral("Q"));
        m_letters->setOn(false);
        QCOMPARE(button.keyText(), QString());
    }

    void whatCannotBeAKey_isNone_data()
    {
        QTest::addColumn<QString>("written");
        QTest::newRow("with Ctrl") << QStringLiteral("Ctrl+N");
        QTest::newRow("two keys") << QStringLiteral("N, N");
        QTest::newRow("a space") << QStringLiteral("Space");
        QTest::newRow("Enter") << QStringLiteral("Return");
        QTest::newRow("nothing that is known") << QStringLiteral("@Invalid()x");
    }

    void whatCannotBeAKey_isNone()
    {
        QFETCH(QString, written);
        m_memory.insert(QStringLiteral("keys/schedule.noShow"), written);
        QCOMPARE(m_letters->key(QStringLiteral("schedule.noShow")), QKeySequence(Qt::Key_N));
    }

    void theDialog_takesTheNextKey()
    {
        openDialog(QStringLiteral("No-show, on or off"));
        auto *field = m_dialog->findChild<KeyField *>();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_K);
        QCOMPARE(m_letters->key(QStringLiteral("schedule.noShow")), QKeySequence(Qt::Key_K));
        QCOMPARE(field->text(), QStringLiteral("K"));
        QCOMPARE(current()->text(1), QStringLiteral("K"));
        QTest::keyClick(field, Qt::Key_Backspace);
        QVERIFY(m_letters->key(QStringLiteral("schedule.noShow")).isEmpty());
        m_dialog->findChild<QPushButton *>(QStringLiteral("usual"))->click();
        QCOMPARE(m_letters->key(QStringLiteral("schedule.noShow")), QKeySequence(Qt::Key_N));
    }

    void theDialog_refusesAKeyThatMeansSomethingElseThere()
    {
        openDialog(QStringLiteral("No-show, on or off"));
        auto *field = m_dialog->findChild<KeyField *>();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_M);
        QCOMPARE(m_letters->key(QStringLiteral("schedule.noShow")), QKeySequence(Qt::Key_N));
        const QString said = m_dialog->findChild<QLabel *>(QStringLiteral("hint"))->text();
        QVERIFY2(said.contains(QStringLiteral("Month")), qPrintable(said));
        QTest::keyClick(field, Qt::Key_Question, Qt::ShiftModifier); // acts in all places
        QCOMPARE(m_letters->key(QStringLiteral("schedule.noShow")), QKeySequence(Qt::Key_N));
        QTest::keyClick(field, Qt::Key_L); // of event types and links only
        QCOMPARE(m_letters->key(QStringLiteral("schedule.noShow")), QKeySequence(Qt::Key_L));
    }

    void theDialog_switchesThemOff()
    {
        openDialog(QStringLiteral("Day"));
        m_dialog->findChild<QCheckBox *>(QStringLiteral("on"))->click();
        QVERIFY(!m_letters->areOn());
        m_letters->setOn(true); // elsewhere
        QVERIFY(m_dialog->findChild<QCheckBox *>(QStringLiteral("on"))->isChecked());
    }

private:
    std::unique_ptr<LetterKeys> letters()
    {
        return std::make_unique<LetterKeys>([this](const QString &key) { return m_memory.value(key); },
                                            [this](const QString &key, const QVariant &value) { m_memory.insert(key, value); });
    }

    void openDialog(const QString &chosen)
    {
        m_dialog = new SingleKeysDialog(*m_letters, m_window.get());
        m_dialog->show();
        auto *keys = m_dialog->findChild<QTreeWidget *>(QStringLiteral("keys"));
        keys->setCurrentItem(keys->findItems(chosen, Qt::MatchExactly | Qt::MatchRecursive).first());
    }

    QTreeWidgetItem *current() const { return m_dialog->findChild<QTreeWidget *>(QStringLiteral("keys"))->currentItem(); }

    QHash<QString, QVariant> m_memory;
    std::unique_ptr<LetterKeys> m_letters;
    std::unique_ptr<QWidget> m_window;
    QListWidget *m_list = nullptr;
    QLineEdit *m_field = nullptr;
    QPointer<SingleKeysDialog> m_dialog;
    int m_marked = 0;
};

QTEST_MAIN(TestLetterKeys)
#include "tst_letterkeys.moc"
