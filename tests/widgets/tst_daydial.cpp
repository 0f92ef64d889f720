// SPDX-License-Identifier: GPL-3.0-or-later
#include "daydial.h"

#include <QTest>

class TestDayDial : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void dial_saysTimeAndMeetings();
    void emptyDay_isSaidToBeEmpty();
    void meetings_arePaintedInTheirColors();

private:
    static DayDial::Day day();
};

DayDial::Day TestDayDial::day()
{
    const QDate date(2026, 11, 20);
    const auto at = [date](int hour, int minute) { return QDateTime(date, QTime(hour, minute), Qt::UTC); };
    return {.now = at(9, 42),
            .zone = QTimeZone("Europe/Berlin"),
            .meetings
            = {{at(8, 0), at(8, 15), QStringLiteral("#3c9160")}, {at(12, 0), at(13, 45), QStringLiteral("#d4562c")}},
            .opens = QTime(9, 0),
            .closes = QTime(17, 0)};
}

void TestDayDial::dial_saysTimeAndMeetings()
{
    DayDial dial;
    dial.show(day());
    QVERIFY(dial.accessibleDescription().contains(QStringLiteral("10:42")));
    QVERIFY(dial.accessibleDescription().contains(QStringLiteral("1 left")));
}

void TestDayDial::emptyDay_isSaidToBeEmpty()
{
    DayDial dial;
    DayDial::Day empty = day();
    empty.meetings.clear();
    dial.show(empty);
    QVERIFY(dial.accessibleDescription().contains(QStringLiteral("No meetings today")));
}

void TestDayDial::meetings_arePaintedInTheirColors()
{
    DayDial dial;
    dial.resize(dial.sizeHint());
    dial.show(day());
    const QImage image = dial.grab().toImage();
    bool found = false;
    for (int y = 0; y < image.height() && !found; ++y) {
        for (int x = 0; x < image.width() && !found; ++x)
            found = image.pixelColor(x, y) == QColor(0xd4, 0x56, 0x2c);
    }
    QVERIFY(found);
}

QTEST_MAIN(TestDayDial)
#include "tst_daydial.moc"
