// SPDX-License-Identifier: GPL-3.0-or-later
#include "headerrow.h"
#include "keybutton.h"
#include "periodbutton.h"
#include "widgetresources.h"

#include <QLabel>
#include <QTest>

/// The head of a page: one line where there is room, fewer words where there is less, two lines where there is little.
class TestHeaderRow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_head = std::make_unique<QWidget>();
        auto *row = new HeaderRow(m_head.get(), 8);
        m_title = new QLabel(QStringLiteral("Schedule"), m_head.get());
        m_period = new PeriodButton(m_head.get());
        m_period->present(QStringLiteral("16 – 22 Nov 2026, week 47"), QStringLiteral("16 – 22 Nov 2026"));
        m_views = new QPushButton(QStringLiteral("Agenda Day Week Month"), m_head.get());
        m_link = new KeyButton(m_head.get());
        m_link->setText(QStringLiteral("Single-use link"));
        m_link->setKeyText(QStringLiteral("Ctrl+L"));
        m_link->setProperty("capYields", true);
        m_link->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        row->addWidget(m_title);
        row->addWidget(m_period);
        row->startEnd();
        row->addWidget(m_views);
        row->addWidget(m_link);
        m_head->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_head.get()));
        m_whole = row->sizeHint().width();
    }

    void cleanup() { m_head.reset(); }

    void withRoomAllStandsInOneLine()
    {
        widen(m_whole + 100);
        QCOMPARE(lines(), 1);
        QCOMPARE(m_link->geometry().right(), m_head->rect().right());
        QCOMPARE(m_period->text(), QStringLiteral("16 – 22 Nov 2026, week 47"));
        QCOMPARE(m_link->size().width(), m_link->sizeHint().width());
    }

    void withLessTheKeyGoesFirstThenTheWeek()
    {
        widen(m_whole - 4);
        QCOMPARE(lines(), 1);
        QVERIFY(m_link->width() < m_link->sizeHint().width());
        QCOMPARE(m_period->text(), QStringLiteral("16 – 22 Nov 2026, week 47"));
        widen(m_whole - (m_link->sizeHint().width() - m_link->minimumSizeHint().width()) - 4);
        QCOMPARE(lines(), 1);
        QCOMPARE(m_period->text(), QStringLiteral("16 – 22 Nov 2026"));
        QCOMPARE(m_period->accessibleName(), QStringLiteral("16 – 22 Nov 2026, week 47"));
    }

    void withLittleTheViewsAndTheLinkMakeALineOfTheirOwn()
    {
        widen(m_views->sizeHint().width() + m_link->sizeHint().width() + 40);
        QCOMPARE(lines(), 2);
        QCOMPARE(m_views->x(), 0);
        QCOMPARE(m_link->geometry().right(), m_head->rect().right());
        QVERIFY(m_views->y() > m_period->y());
        QCOMPARE(m_period->text(), QStringLiteral("16 – 22 Nov 2026, week 47"));
    }

    void fromRightToLeftItIsMirrored()
    {
        m_head->setLayoutDirection(Qt::RightToLeft);
        widen(m_whole + 100);
        QCOMPARE(m_title->geometry().right(), m_head->rect().right());
        QCOMPARE(m_link->x(), 0);
    }

    void arrowsTurnWithTheLine()
    {
        initResources();
        m_link->setText(QString());
        m_link->setKeyText(QString());
        m_link->setIconName(QStringLiteral("chevron-left"));
        const QImage toTheLeft = m_link->grab().toImage();
        m_link->setIconName(QStringLiteral("chevron-right"));
        const QImage toTheRight = m_link->grab().toImage();
        QVERIFY(toTheLeft != toTheRight);
        m_link->setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(m_link->grab().toImage(), toTheLeft);
    }

private:
    void widen(int width)
    {
        m_head->resize(width, m_head->layout()->heightForWidth(width));
        m_head->layout()->activate();
    }

    int lines() const { return m_link->geometry().top() > m_title->geometry().bottom() ? 2 : 1; }

    std::unique_ptr<QWidget> m_head;
    QLabel *m_title = nullptr;
    PeriodButton *m_period = nullptr;
    QPushButton *m_views = nullptr;
    KeyButton *m_link = nullptr;
    int m_whole = 0;
};

QTEST_MAIN(TestHeaderRow)
#include "tst_headerrow.moc"
