// SPDX-License-Identifier: GPL-3.0-or-later
#include "keybutton.h"
#include "statepanel.h"
#include "widgetresources.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

class TestStatePanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initResources(); }
    void panel_saysCauseAndOffersOneWayOn();
    void panelWithoutWayOn_hasNoButton();
};

void TestStatePanel::panel_saysCauseAndOffersOneWayOn()
{
    StatePanel panel;
    QSignalSpy clicked(&panel, &StatePanel::buttonClicked);
    panel.present(QStringLiteral("filter"), StatePanel::Tone::Neutral, QStringLiteral("No match"),
                  QStringLiteral("Hidden by a filter."), QStringLiteral("Clear"), QStringLiteral("close"));
    panel.show();
    QCOMPARE(panel.findChild<QLabel *>(QStringLiteral("title"))->text(), QStringLiteral("No match"));
    QCOMPARE(panel.accessibleDescription(), QStringLiteral("Hidden by a filter."));
    QVERIFY(!panel.findChild<QLabel *>(QStringLiteral("icon"))->pixmap().isNull());
    QTest::mouseClick(panel.findChild<KeyButton *>(), Qt::LeftButton);
    QCOMPARE(clicked.size(), 1);
}

void TestStatePanel::panelWithoutWayOn_hasNoButton()
{
    StatePanel panel;
    panel.present(QStringLiteral("locked"), StatePanel::Tone::Info, QStringLiteral("Locked"),
                  QStringLiteral("Not allowed."));
    panel.show();
    QVERIFY(panel.findChild<KeyButton *>()->isHidden());
}

QTEST_MAIN(TestStatePanel)
#include "tst_statepanel.moc"
