// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutguard.h"

#include <QAction>
#include <QDialog>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

/// Keys that arrive at a window for which a dialog already waits.
class TestShortcutGuard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_guard = std::make_unique<ShortcutGuard>(nullptr);
        m_window = std::make_unique<QMainWindow>();
        m_action = addAction(*m_window);
        QVERIFY(activate(*m_window));
        m_dialog = new QDialog(m_window.get());
    }

    void cleanup()
    {
        m_window.reset();
        m_guard.reset();
    }

    void lettersDoNothingBelowADialog_data()
    {
        QTest::addColumn<Qt::WindowModality>("modality");
        QTest::newRow("of the window") << Qt::WindowModal;
        QTest::newRow("of the program") << Qt::ApplicationModal;
    }

    void lettersDoNothingBelowADialog()
    {
        QFETCH(Qt::WindowModality, modality);
        QSignalSpy triggered(m_action, &QAction::triggered);
        QTest::keyClick(m_window->windowHandle(), Qt::Key_N);
        QCOMPARE(triggered.size(), 1);
        m_dialog->setWindowModality(modality);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        QVERIFY(activate(*m_window)); // as where the system is slow
        QTest::keyClick(m_window->windowHandle(), Qt::Key_N);
        QCOMPARE(triggered.size(), 1);
        m_dialog->close();
        QVERIFY(activate(*m_window));
        QTest::keyClick(m_window->windowHandle(), Qt::Key_N);
        QCOMPARE(triggered.size(), 2);
    }

    void anotherWindowKeepsItsShortcuts()
    {
        QMainWindow other;
        QSignalSpy triggered(addAction(other), &QAction::triggered);
        other.show();
        m_dialog->open();
        QVERIFY(activate(other));
        QTest::keyClick(other.windowHandle(), Qt::Key_N);
        QCOMPARE(triggered.size(), 1);
    }

private:
    static QAction *addAction(QWidget &window)
    {
        auto *action = new QAction(&window);
        action->setShortcut(Qt::Key_N);
        window.addAction(action);
        return action;
    }

    static bool activate(QWidget &window)
    {
        window.show();
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window);
    }

    std::unique_ptr<ShortcutGuard> m_guard;
    std::unique_ptr<QMainWindow> m_window;
    QAction *m_action = nullptr;
    QDialog *m_dialog = nullptr;
};

QTEST_MAIN(TestShortcutGuard)
#include "tst_shortcutguard.moc"
