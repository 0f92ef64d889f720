// SPDX-License-Identifier: GPL-3.0-or-later
#include "printsheet.h"

#include "errortext.h"
#include "format.h"
#include "icons.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "meetingsheet.h"
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

PrintSheet::PrintSheet(const MainWindowParts &parts, ToastHost &toasts, const MeetingQuery &query, QDate first, QDate last, QObject *parent)
    : QObject(parent), m_parts(parts), m_toasts(toasts), m_first(first), m_last(last)
{
    const QTimeZone zone = shownZone(parts);
    MeetingQuery wanted = query;
    wanted.range = {startOfDayUtc(first, zone), startOfDayUtc(last.addDays(1), zone)};
    wanted.newestFirst = false;
    wanted.limit = std::numeric_limits<int>::max();
    const Result<QList<QUrl>> meetings = parts.meetings.uris(wanted);
    const Result<QList<MeetingDetails>> details = meetings ? parts.meetings.details(*meetings) : Result<QList<MeetingDetails>>(QList<MeetingDetails>());
    if (!meetings || !details) {
        // A sheet that says "No meetings" would be believed.
        m_document.setPlainText(tr("The stored meetings could not be read, so nothing can be printed. %1")
                                    .arg(errorSentence(meetings ? details.error() : meetings.error())));
        return;
    }
    const ExportSetting setting{.now = parts.clock(), .zone = zone, .locale = QLocale(), .keptSince = parts.retention ? parts.retention->horizon() : QDateTime()};
    MeetingSheet(title(), setting, paperFont()).write(m_document, *details, first, last);
}

/// "Friday 20 November", "16 – 22 Nov 2026".
QString PrintSheet::title() const
{
    const QDate today = wallClock(m_parts.clock(), shownZone(m_parts)).date();
    return m_first == m_last ? longDateText(m_first, today) : dateRangeText(m_first, m_last);
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
    files->selectFile(QDir(folder).filePath(tr("Meetings %1").arg(m_first.toString(Qt::ISODate)) + QStringLiteral(".pdf")));
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
