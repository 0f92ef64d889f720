// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeddate.h"

#include <QTest>

namespace {
constexpr QDate noDate;
const QDate today(2026, 11, 26); // a Thursday
} // namespace

/// What people type to get to a day.
class TestTypedDate : public QObject
{
    Q_OBJECT

private slots:
    void dates_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        const auto row = [](const char *locale, const char *text, QDate date) {
            QTest::addRow("%s in %s", text, locale) << QString::fromLatin1(locale) << QString::fromUtf8(text) << date;
        };
        for (const char *locale : {"en_GB", "en_US", "de_DE", "uk_UA", "C"}) {
            row(locale, "2026-10-25", {2026, 10, 25});
            row(locale, " 2027-3 ", {2027, 3, 1});
            row(locale, "2025", {2025, 1, 1});
            row(locale, "+7", {2026, 12, 3});
            row(locale, "-1", {2026, 11, 25});
            row(locale, "today", today);
            row(locale, "Tomorrow", {2026, 11, 27});
            row(locale, "2026-02-30", noDate);
            row(locale, "soon", noDate);
            row(locale, "", noDate);
        }
        row("en_GB", "25/10/2026", {2026, 10, 25});
        row("en_GB", "25/10/26", {2026, 10, 25});
        row("en_GB", "5/1", {2027, 1, 5}); // the nearest fifth of January lies ahead
        row("en_GB", "25 Oct", {2026, 10, 25});
        row("en_GB", "25 october 2025", {2025, 10, 25});
        row("en_GB", "Oct 25", {2026, 10, 25});
        row("en_GB", "29 feb", {2028, 2, 29});
        row("en_GB", "Friday", {2026, 11, 27});
        row("en_GB", "thu", {2026, 12, 3}); // not today
        row("en_US", "10/25/2026", {2026, 10, 25});
        row("en_US", "1/5", {2027, 1, 5});
        row("en_US", "October 25, 2026", {2026, 10, 25});
        row("de_DE", "25.10.2026", {2026, 10, 25});
        row("de_DE", "25.10.26", {2026, 10, 25});
        row("de_DE", "5.1.", {2027, 1, 5});
        row("de_DE", "Freitag", {2026, 11, 27});
        row("uk_UA", "25.10.2026", {2026, 10, 25});
    }

    void dates()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(QDate, date);
        QCOMPARE(typedDate(text, today, QLocale(locale)), date);
    }
};

QTEST_APPLESS_MAIN(TestTypedDate)
#include "tst_typeddate.moc"
