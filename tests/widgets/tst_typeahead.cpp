// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeahead.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

/// Keys that arrive at a window for which a dialog already waits.
class TestTypeAhead : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_ahead = std::make_unique<TypeAhead>(nullptr);
        m_window = std::make_unique<QMainWindow>();
        m_action = new QAction(m_window.get());
        m_action->setShortcut(Qt::Key_N);
        m_window->addAction(m_action);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_dialog = new QDialog(m_window.get());
        auto *layout = new QVBoxLayout(m_dialog);
        m_field = new QLineEdit(m_dialog);
        m_button = new QPushButton(m_dialog);
        layout->addWidget(m_field);
        layout->addWidget(m_button);
        m_field->setFocus();
    }

    void cleanup()
    {
        m_window.reset();
        m_ahead.reset();
    }

    void textIsForTheDialog()
    {
        QSignalSpy triggered(m_action, &QAction::triggered);
        QTest::keyClick(m_window->windowHandle(), Qt::Key_N);
        QCOMPARE(triggered.size(), 1);
        openBeforeTheFocus();
        for (const Qt::Key key : {Qt::Key_N, Qt::Key_O, Qt::Key_W})
            QTest::keyClick(m_window->windowHandle(), key);
        QCOMPARE(m_field->text(), QStringLiteral("now"));
        QCOMPARE(triggered.size(), 1);
    }

    void nothingIsAnsweredUnseen()
    {
        m_button->setFocus();
        QSignalSpy clicked(m_button, &QPushButton::clicked);
        QSignalSpy triggered(m_action, &QAction::triggered);
        openBeforeTheFocus();
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Escape, Qt::Key_N})
            QTest::keyClick(m_window->windowHandle(), key);
        QCOMPARE(clicked.size(), 0);
        QCOMPARE(triggered.size(), 0);
        QVERIFY(m_dialog->isVisible());
    }

    void commandsAreNotText()
    {
        openBeforeTheFocus();
        QTest::keyClick(m_window->windowHandle(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_window->windowHandle(), Qt::Key_Return);
        QCOMPARE(m_field->text(), QString());
        QVERIFY(m_dialog->isVisible());
    }

    void anotherWindowKeepsItsKeys()
    {
        QMainWindow other;
        QAction action;
        action.setShortcut(Qt::Key_N);
        other.addAction(&action);
        other.show();
        openBeforeTheFocus();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QSignalSpy triggered(&action, &QAction::triggered);
        QTest::keyClick(other.windowHandle(), Qt::Key_N);
        QCOMPARE(triggered.size(), 1);
        QCOMPARE(m_field->text(), QString());
    }

private:
    /// As where the system is slow: the dialog is open, and keys still come to the window below.
    void openBeforeTheFocus()
    {
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    std::unique_ptr<TypeAhead> m_ahead;
    std::unique_ptr<QMainWindow> m_window;
    QAction *m_action = nullptr;
    QDialog *m_dialog = nullptr;
    QLineEdit *m_field = nullptr;
    QPushButton *m_button = nullptr;
};

QTEST_MAIN(TestTypeAhead)
#include "tst_typeahead.moc"
