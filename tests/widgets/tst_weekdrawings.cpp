// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylesheet.h"
#include "theme.h"
#include "weekbars.h"
#include "weeklegend.h"
#include "weekoverview.h"

#include <QApplication>
#include <QTest>

namespace {

constexpr int wide = 700;
constexpr int high = 260;
constexpr int edge = 15; // narrower than what stands at it
const QDate monday(2026, 11, 16);

/// What a widget paints in exactly this colour.
QRect painted(QWidget &widget, ColorRole role, Qt::LayoutDirection direction)
{
    widget.setLayoutDirection(direction);
    const QImage image = widget.grab().toImage();
    const QRgb wanted = themeColor(role, widget.palette()).rgb();
    QRect found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == wanted)
                found |= QRect(x, y, 1, 1);
        }
    }
    return found;
}

/// Whether a widget paints anything there.
bool isPainted(QWidget &widget, const QRect &where, Qt::LayoutDirection direction)
{
    widget.setLayoutDirection(direction);
    const QImage part = widget.grab(where).toImage();
    QImage empty(part.size(), part.format());
    empty.fill(widget.palette().color(QPalette::Window));
    return part != empty;
}

QRect mirrored(const QRect &rect, const QWidget &widget)
{
    return QRect(widget.width() - 1 - rect.right(), rect.top(), rect.width(), rect.height());
}

QDateTime at(int weekday, int hour)
{
    return QDateTime(monday.addDays(weekday - 1), QTime(hour, 0), Qt::UTC);
}

WeekOverview::Week weekWith(int weekday)
{
    WeekOverview::Week week{.monday = monday, .now = at(1, 0).addYears(-1)};
    week.load.available = {{at(weekday, 9), at(weekday, 17)}};
    return week;
}

} // namespace

/// The drawings of a week's hours where layouts go from right to left.
class TestWeekDrawings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setPalette(themePalette(false)); }

    void overview_beginsWithTheFirstDay_data() { directions(); }
    void overview_beginsWithTheFirstDay()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        WeekOverview overview;
        overview.resize(wide, high);
        overview.present(weekWith(1));
        const QRect first = painted(overview, ColorRole::AccentSoft, direction);
        overview.present(weekWith(7));
        const QRect last = painted(overview, ColorRole::AccentSoft, direction);
        QVERIFY(!first.isEmpty() && !last.isEmpty());
        if (direction == Qt::LeftToRight)
            QVERIFY(first.right() < last.left());
        else
            QVERIFY(first.left() > last.right());
    }

    void overview_isMirroredAsAWhole()
    {
        WeekOverview overview;
        overview.resize(wide, high);
        WeekOverview::Week week = weekWith(2);
        week.meetings = {{at(2, 10), at(2, 11)}};
        week.now = at(5, 12);
        overview.present(week);
        for (const ColorRole role : {ColorRole::AccentSoft, ColorRole::Accent, ColorRole::Brass}) { // open hours, meetings, the present
            const QRect usual = painted(overview, role, Qt::LeftToRight);
            QVERIFY(!usual.isEmpty());
            QCOMPARE(painted(overview, role, Qt::RightToLeft), mirrored(usual, overview));
        }
    }

    void overview_saysWhatStandsBelowAtTheBeginning()
    {
        WeekOverview overview;
        overview.resize(wide, high);
        overview.present(weekWith(1));
        verifyWordsAtTheBeginning(overview, {0, high - 16, edge, 12});
    }

    void bars_areMirroredAsAWhole()
    {
        WeekBars bars;
        bars.resize(wide, high);
        bars.present({.rules = {{.weekday = 1, .intervals = {{QTime(6, 0), QTime(9, 30)}}}}}, QTimeZone::utc(), at(3, 7));
        for (const ColorRole role : {ColorRole::AccentSoft, ColorRole::Brass, ColorRole::Line}) {
            const QRect usual = painted(bars, role, Qt::LeftToRight);
            QVERIFY(!usual.isEmpty());
            QCOMPARE(painted(bars, role, Qt::RightToLeft), mirrored(usual, bars));
        }
    }

    void bars_haveTheirDaysAtTheBeginning()
    {
        WeekBars bars;
        bars.resize(wide, high);
        bars.present({}, QTimeZone::utc(), at(3, 7));
        verifyWordsAtTheBeginning(bars, {0, high / 2, edge, high / 2}); // all days are closed: no length stands at the end
    }

    void legend_beginsWithItsFirstEntry()
    {
        WeekLegend legend;
        legend.resize(legend.sizeHint());
        for (const ColorRole role : {ColorRole::AccentSoft, ColorRole::Accent}) {
            const QRect usual = painted(legend, role, Qt::LeftToRight);
            QVERIFY(!usual.isEmpty());
            QCOMPARE(painted(legend, role, Qt::RightToLeft), mirrored(usual, legend));
        }
    }

private:
    static void verifyWordsAtTheBeginning(QWidget &widget, const QRect &left)
    {
        const QRect right = mirrored(left, widget);
        QVERIFY(isPainted(widget, left, Qt::LeftToRight));
        QVERIFY(!isPainted(widget, right, Qt::LeftToRight));
        QVERIFY(!isPainted(widget, left, Qt::RightToLeft));
        QVERIFY(isPainted(widget, right, Qt::RightToLeft));
    }

    static void directions()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("from left to right") << Qt::LeftToRight;
        QTest::newRow("from right to left") << Qt::RightToLeft;
    }
};

QTEST_MAIN(TestWeekDrawings)
#include "tst_weekdrawings.moc"
