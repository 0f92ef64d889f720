// SPDX-License-Identifier: GPL-3.0-or-later
#include "schedulepage.h"
#include "toasthost.h"
#include "windowparts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QTreeView>

class TestSchedulePage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        m_parts = std::make_unique<MainWindowParts>(windowParts(*m_world));
        m_window = std::make_unique<QWidget>();
        m_window->resize(1280, 800);
        auto *toasts = new ToastHost(m_window.get());
        m_page = new SchedulePage(*m_parts, *toasts, m_window.get());
        m_page->resize(m_window->size());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(list()->model()->rowCount() > 1);
        list()->setFocus();
    }

    void cleanup()
    {
        m_window.reset();
        m_parts.reset();
        m_world.reset();
    }

    void arrowsPassOverTheHeadsOfDays()
    {
        for (int step = 0; step < 12; ++step) {
            QTest::keyClick(list(), Qt::Key_Down);
            QVERIFY(list()->currentIndex().flags() & Qt::ItemIsSelectable);
        }
        QTest::keyClick(list(), Qt::Key_Home);
        QVERIFY(list()->currentIndex().flags() & Qt::ItemIsSelectable);
    }

    void slashAndLettersSearchOnlyWhatIsTyped()
    {
        QTest::keyClick(list(), Qt::Key_Slash);
        QTRY_VERIFY(search()->hasFocus());
        QTest::keyClicks(search(), QStringLiteral("xptre"));
        QCOMPARE(search()->text(), QStringLiteral("xptre"));
    }

    void aSearchWithoutHitsOffersToClearIt()
    {
        search()->setText(QStringLiteral("nobody has this name"));
        QStackedWidget *body = m_page->findChild<QStackedWidget *>(QStringLiteral("body"));
        QTRY_COMPARE(body->currentWidget()->objectName(), QStringLiteral("state"));
        QTest::mouseClick(body->currentWidget()->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(body->currentWidget()->objectName(), QStringLiteral("splitter"));
        QVERIFY(search()->text().isEmpty());
    }

    void controlCCopiesTheRowAsText()
    {
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    }

private:
    QTreeView *list() { return m_page->findChild<QTreeView *>(QStringLiteral("list")); }
    QLineEdit *search() { return m_page->findChild<QLineEdit *>(QStringLiteral("search")); }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<QWidget> m_window;
    SchedulePage *m_page = nullptr;
};

QTEST_MAIN(TestSchedulePage)
#include "tst_schedulepage.moc"
