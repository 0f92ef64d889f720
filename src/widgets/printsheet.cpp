// SPDX-License-Identifier: GPL-3.0-or-later
#include "printsheet.h"

#include "errortext.h"
#include "format.h"
#include "icons.h"
#include "mainwindowparts.h"
#include "meetingsheet.h"
#include "mergedmeetings.h"
#include "retention.h"
#include "toasthost.h"
#include "wholefile.h"
#include "zones.h"

#include <QAction>
#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QPdfWriter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QToolBar>

#include <algorithm>
#include <limits>

namespace {

constexpr double wordPoints = 10;

QFont paperFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPointSizeF(wordPoints);
    return font;
}

} // namespace

PrintSheet::PrintSheet(const MainWindowParts &parts, ToastHost &toasts, const MergedMeetings &meetings, const MeetingQuery &query,
                       const std::optional<DayRange> &days, QObject *parent)
    : QObject(parent), m_parts(parts), m_toasts(toasts), m_days(days)
{
    const Result<QList<MeetingDetails>> details = read(meetings, query);
    if (!details) {
        // A sheet that says "No meetings" would be believed.
        m_document.setPlainText(tr("The stored meetings could not be read, so nothing can be printed. %1").arg(errorSentence(details.error())));
        return;
    }
    const ExportSetting setting{.now = parts.clock(),
                                .zone = shownZone(parts),
                                .locale = QLocale(),
                                .keptSince = parts.retention ? parts.retention->horizon() : QDateTime()};
    const MeetingSheet sheet(title(), setting, paperFont());
    if (m_days)
        sheet.write(m_document, *details, m_days->first, m_days->last);
    else
        sheet.writeFound(m_document, *details);
}

/// By start, as the list has them.
Result<QList<MeetingDetails>> PrintSheet::read(const MergedMeetings &meetings, const MeetingQuery &query) const
{
    MeetingQuery wanted = query;
    if (m_days) {
        const QTimeZone zone = shownZone(m_parts);
        wanted.range = {startOfDayUtc(m_days->first, zone), startOfDayUtc(m_days->last.addDays(1), zone)};
        wanted.newestFirst = false;
    }
    wanted.limit = std::numeric_limits<int>::max(); // a list can be asked for more, paper cannot
    const Result<QList<QUrl>> found = meetings.uris(wanted);
    if (!found)
        return Unexpected(found.error());
    Result<QList<MeetingDetails>> details = meetings.details(*found);
    if (details) {
        std::stable_sort(details->begin(), details->end(), [&wanted](const MeetingDetails &one, const MeetingDetails &other) {
            return wanted.newestFirst ? one.meeting.start > other.meeting.start : one.meeting.start < other.meeting.start;
        });
    }
    return details;
}

QDate PrintSheet::today() const
{
    return wallClock(m_parts.clock(), shownZone(m_parts)).date();
}

/// "Friday 20 November", "16 – 22 Nov 2026". Words of a search may be somebody's name, which a printer's list does not need.
QString PrintSheet::title() const
{
    if (!m_days)
        return tr("Meetings found");
    return m_days->first == m_days->last ? longDateText(m_days->first, today()) : dateRangeText(m_days->first, m_days->last);
}

void PrintSheet::preview(QWidget *window)
{
    auto *dialog = new QPrintPreviewDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print %1").arg(title()));
    dialog->printer()->setDocName(title());
    setParent(dialog);
    connect(dialog, &QPrintPreviewDialog::paintRequested, this, [this](QPrinter *printer) { printOn(*printer); });
    if (auto *bar = dialog->findChild<QToolBar *>()) {
        auto *pdf = new QAction(themeIcon(QStringLiteral("export")), tr("Save as PDF…"), dialog);
        pdf->setObjectName(QStringLiteral("saveAsPdf"));
        connect(pdf, &QAction::triggered, this, [this, dialog] { choosePdf(dialog); });
        bar->addAction(pdf);
    }
    dialog->open();
}

void PrintSheet::printOn(QPrinter &printer)
{
    m_document.print(&printer);
}

void PrintSheet::choosePdf(QWidget *window)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *files = new QFileDialog(window, tr("Save as PDF"), folder, tr("PDF files (*.pdf)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(QStringLiteral("pdf"));
    files->selectFile(QDir(folder).filePath(tr("Meetings %1").arg((m_days ? m_days->first : today()).toString(Qt::ISODate)) + QStringLiteral(".pdf")));
    connect(files, &QFileDialog::fileSelected, this, &PrintSheet::writePdf);
    files->open();
}

bool PrintSheet::writePdf(const QString &path)
{
    // Gathered first, so that the file is written whole or not at all: a PDF that was cut opens nowhere.
    QBuffer pages;
    pages.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pages);
    writer.setTitle(title());
    writer.setCreator(QStringLiteral("Sundial"));
    m_document.print(&writer);
    const Result<Done> written = writeWhole(path, pages.data());
    m_toasts.show(writtenToast(path, written));
    return written.has_value();
}
