// SPDX-License-Identifier: GPL-3.0-or-later
#include "toasthost.h"
#include "toastitem.h"
#include "widgetresources.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

class TestToastHost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initResources(); }
    void init();
    void toasts_areNeverMoreThanThree();
    void whatIsSaidAgain_standsOnce_andAsTheNewest();
    void whatIsNotDoneYet_isTheLastToGo();
    void action_isDoneOnceAndItsToastGoes();
    void markup_isShownAsItIs();
    void clicksBesideToasts_reachThePage();
    void toasts_standOverTheListOfThePage();

private:
    QStringList texts() const;

    std::unique_ptr<QWidget> m_page;
    ToastHost *m_host = nullptr;
};

void TestToastHost::init()
{
    m_page = std::make_unique<QWidget>();
    m_page->resize(800, 600);
    m_host = new ToastHost(m_page.get());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

QStringList TestToastHost::texts() const
{
    QStringList found;
    for (const ToastItem *item : m_host->findChildren<ToastItem *>()) {
        if (!item->isHidden())
            found.append(item->findChild<QLabel *>(QStringLiteral("toastText"))->text());
    }
    return found;
}

void TestToastHost::toasts_areNeverMoreThanThree()
{
    for (const char *text : {"one", "two", "three", "four"})
        m_host->show({Toast::Kind::Done, QLatin1String(text), {}, {}});
    QCOMPARE(texts(), (QStringList{QStringLiteral("two"), QStringLiteral("three"), QStringLiteral("four")}));
}

void TestToastHost::whatIsSaidAgain_standsOnce_andAsTheNewest()
{
    m_host->show({Toast::Kind::Warning, QStringLiteral("Look"), {}, {}});
    m_host->show({Toast::Kind::Done, QStringLiteral("Copied"), {}, {}});
    m_host->show({Toast::Kind::Info, QStringLiteral("Look"), {}, {}});
    m_host->show({Toast::Kind::Done, QStringLiteral("Copied"), {}, {}});
    QCOMPARE(texts(), (QStringList{QStringLiteral("Look"), QStringLiteral("Look"), QStringLiteral("Copied")}));
    m_host->show({Toast::Kind::Done, QStringLiteral("Copied"), QStringLiteral("Add label"), [] { }});
    QCOMPARE(texts(), (QStringList{QStringLiteral("Look"), QStringLiteral("Copied"), QStringLiteral("Copied")}));
}

void TestToastHost::whatIsNotDoneYet_isTheLastToGo()
{
    m_host->show({.text = QStringLiteral("marked"), .actionText = QStringLiteral("Undo"), .action = [] { }, .takesBack = true, .isHeld = true});
    for (const char *text : {"one", "two", "three"})
        m_host->show({Toast::Kind::Done, QLatin1String(text), {}, {}});
    QCOMPARE(texts(), (QStringList{QStringLiteral("marked"), QStringLiteral("two"), QStringLiteral("three")}));
    QVERIFY(m_host->canUndo());
}

void TestToastHost::action_isDoneOnceAndItsToastGoes()
{
    int done = 0;
    m_host->show({Toast::Kind::Done, QStringLiteral("Copied"), QStringLiteral("Add label"), [&done] { ++done; }});
    auto *button = m_host->findChild<QToolButton *>(QStringLiteral("toastAction"));
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(done, 1);
    QVERIFY(m_host->isHidden());
}

void TestToastHost::markup_isShownAsItIs()
{
    m_host->show({Toast::Kind::Info, QStringLiteral("<b>Kenji</b>"), {}, {}});
    QCOMPARE(m_host->findChild<QLabel *>(QStringLiteral("toastText"))->textFormat(), Qt::PlainText);
}

void TestToastHost::clicksBesideToasts_reachThePage()
{
    m_host->show({Toast::Kind::Info, QStringLiteral("Short"), {}, {}});
    QVERIFY(m_host->geometry().bottom() < m_page->height());
    QCOMPARE(m_page->childAt(20, 20), nullptr);
    QCOMPARE(m_page->childAt(10, m_host->geometry().center().y()), nullptr);
}

void TestToastHost::toasts_standOverTheListOfThePage()
{
    QWidget list(m_page.get());
    list.setGeometry(0, 40, m_page->width() - 200, m_page->height() - 40);
    list.show();
    m_host->setOver(&list);
    m_host->show({Toast::Kind::Info, QStringLiteral("Short"), {}, {}});
    QVERIFY(qAbs(m_host->geometry().center().x() - list.geometry().center().x()) <= 1);
    list.resize(m_page->width(), list.height());
    QVERIFY(qAbs(m_host->geometry().center().x() - m_page->rect().center().x()) <= 1);
    list.resize(m_page->width() - 200, list.height());
    list.hide(); // a panel stands in its place
    QVERIFY(qAbs(m_host->geometry().center().x() - m_page->rect().center().x()) <= 1);
}

QTEST_MAIN(TestToastHost)
#include "tst_toasthost.moc"
