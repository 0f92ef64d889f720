// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"
#include "fulldisk.h"
#include "mergedmeetings.h"
#include "printsheet.h"
#include "toasthost.h"
#include "windowparts.h"
#include "zones.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <QTest>

/// The sandbox's meetings on paper.
class TestPrintSheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        m_parts = std::make_unique<MainWindowParts>(windowParts(*m_world));
        m_meetings = std::make_unique<MergedMeetings>(m_parts->meetings, m_parts->account, nullptr);
        m_window = std::make_unique<QWidget>();
        m_toasts = new ToastHost(m_window.get());
        m_window->show();
        m_monday = wallClock(m_world->clock.now(), shownZone(*m_parts)).date().addDays(-2);
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_meetings.reset();
        m_parts.reset();
        m_world.reset();
    }

    void aWeekHoldsItsMeetings()
    {
        const std::unique_ptr<PrintSheet> sheet = sheetOf(m_monday, m_monday.addDays(6));
        const QString text = sheet->document().toPlainText();
        const QTimeZone zone = shownZone(*m_parts);
        const QList<MeetingSummary> meetings
            = m_parts->meetings.meetings({.range = {startOfDayUtc(m_monday, zone), startOfDayUtc(m_monday.addDays(7), zone)}});
        QVERIFY(meetings.size() > 3);
        for (const MeetingSummary &meeting : meetings) {
            for (const InviteeBrief &invitee : meeting.invitees)
                QVERIFY2(invitee.canceled || text.contains(invitee.email), qPrintable(invitee.email));
        }
    }

    void theQueryFilters()
    {
        MeetingQuery none;
        none.eventType = QUrl(QStringLiteral("https://api.example.com/event_types/none"));
        const PrintSheet sheet(*m_parts, *m_toasts, *m_meetings, none, DayRange{m_monday, m_monday}, nullptr);
        QVERIFY(sheet.document().toPlainText().contains(QStringLiteral("No meetings")));
    }

    void whatASearchFoundStandsUnderItsOwnDays()
    {
        MeetingQuery search;
        search.text = QStringLiteral("intro");
        search.now = m_world->clock.now();
        search.newestFirst = true;
        const QList<MeetingSummary> found = m_parts->meetings.meetings(search);
        QVERIFY(found.size() > 2);
        const QTimeZone zone = shownZone(*m_parts);
        const QDate newest = wallClock(found.first().meeting.start, zone).date();
        const QDate oldest = wallClock(found.last().meeting.start, zone).date();
        QVERIFY(newest > oldest.addDays(7));
        search.limit = 2; // what a list shows at first is not all that was found
        const PrintSheet sheet(*m_parts, *m_toasts, *m_meetings, search, std::nullopt, nullptr);
        const QString text = sheet.document().toPlainText();
        const QDate today = wallClock(search.now, zone).date();
        const qsizetype first = text.indexOf(longDateText(newest, today));
        const qsizetype last = text.indexOf(longDateText(oldest, today));
        QVERIFY2(first >= 0 && last > first, qPrintable(text));
        QCOMPARE(text.count(QStringLiteral("30 min intro")), found.size());
        QVERIFY(!text.contains(QLatin1String("No meetings")));
    }

    void aPdfHasItsPages()
    {
        const QString path = m_world->profile.filePath(QStringLiteral("week.pdf"));
        QVERIFY(sheetOf(m_monday, m_monday.addDays(27))->writePdf(path));
        QVERIFY(pagesOf(path) > 1);
        QVERIFY(m_toasts->isVisible());
        const QString day = m_world->profile.filePath(QStringLiteral("day.pdf"));
        QVERIFY(sheetOf(m_monday.addDays(-3000), m_monday.addDays(-3000))->writePdf(day));
        QCOMPARE(pagesOf(day), 1);
    }

    void aPrinterGetsThePages()
    {
        const QString path = m_world->profile.filePath(QStringLiteral("printed.pdf"));
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        sheetOf(m_monday, m_monday.addDays(6))->printOn(printer);
        QVERIFY(pagesOf(path) > 0);
    }

    void aFullDiskLeavesTheOldFile()
    {
        const QString path = m_world->profile.filePath(QStringLiteral("old.pdf"));
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        const std::unique_ptr<PrintSheet> sheet = sheetOf(m_monday, m_monday.addDays(6));
        {
            const FullDisk full(1000);
            QVERIFY(!sheet->writePdf(path));
        }
        const auto said = m_toasts->findChildren<QLabel *>(QStringLiteral("toastText"));
        QVERIFY(said.last()->text().contains(QLatin1String("old.pdf could not be written")));
        QVERIFY(said.last()->text().contains(QLatin1String("It is as it was before.")));
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
    }

    void thePreviewOffersAPdf()
    {
        auto *sheet = new PrintSheet(*m_parts, *m_toasts, *m_meetings, {}, DayRange{m_monday, m_monday.addDays(6)}, nullptr);
        sheet->preview(m_window.get());
        QPointer<QPrintPreviewDialog> preview = m_window->findChild<QPrintPreviewDialog *>();
        QVERIFY(preview);
        QTRY_VERIFY(preview->isVisible());
        QVERIFY(preview->findChild<QAction *>(QStringLiteral("saveAsPdf")));
        QPointer<PrintSheet> gone(sheet);
        preview->close();
        QTRY_VERIFY(!preview);
        QVERIFY(!gone);
    }

private:
    std::unique_ptr<PrintSheet> sheetOf(QDate first, QDate last)
    {
        return std::make_unique<PrintSheet>(*m_parts, *m_toasts, *m_meetings, MeetingQuery{}, DayRange{first, last}, nullptr);
    }

    static qsizetype pagesOf(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        static const QRegularExpression page(QStringLiteral("/Type\\s*/Page[^s]"));
        return QString::fromLatin1(file.readAll()).count(page);
    }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<MergedMeetings> m_meetings;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    QDate m_monday;
};

QTEST_MAIN(TestPrintSheet)
#include "tst_printsheet.moc"
