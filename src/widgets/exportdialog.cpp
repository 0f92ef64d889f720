// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportdialog.h"

#include "mainwindowparts.h"
#include "meetingwriter.h"
#include "mergedmeetings.h"
#include "searchwords.h"
#include "showinfolder.h"
#include "toasthost.h"
#include "ui_exportdialog.h"
#include "zones.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <limits>

namespace {

QString folderKey()
{
    return QStringLiteral("export/folder");
}

} // namespace

ExportDialog::ExportDialog(QList<QUrl> selected, MeetingQuery shown, const MergedMeetings &meetings, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_selected(std::move(selected))
    , m_shown(std::move(shown))
    , m_meetings(meetings)
    , m_parts(parts)
    , m_toasts(toasts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_shown.limit = std::numeric_limits<int>::max();
    connect(m_ui->choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->stop();
    });
    presentCounts();
    presentState();
    m_ui->choose->setFocus();
}

ExportDialog::~ExportDialog() = default;

/// Several that were selected are meant; one is always selected, so it says nothing.
void ExportDialog::presentCounts()
{
    const auto selected = static_cast<int>(m_selected.size());
    const Result<int> found = m_meetings.count(m_shown);
    const int shown = found.value_or(0);
    if (!found)
        m_ui->problem->setText(tr("What the list shows could not be read: %1.").arg(found.error().message));
    else if (const QString ignored = notUnderstoodText(searchQueryOf(m_shown.text, wallClock(m_shown.now, m_shown.zone).date())); !ignored.isEmpty())
        m_ui->problem->setText(tr("A part of the search does not narrow the list, %1.").arg(ignored));
    m_ui->selected->setText(selected == 0 ? tr("&Selected: none") : tr("&Selected: %n meetings", nullptr, selected));
    m_ui->shown->setText(shown == 0 ? tr("&All that the list shows: none") : tr("&All that the list shows: %n meetings", nullptr, shown));
    m_ui->selected->setEnabled(selected > 0);
    m_ui->shown->setEnabled(shown > 0);
    (selected > 1 || shown == 0 ? m_ui->selected : m_ui->shown)->setChecked(true);
    m_ui->choose->setEnabled(selected > 0 || shown > 0);
}

void ExportDialog::presentState()
{
    const bool working = m_job != nullptr;
    m_ui->what->setEnabled(!working);
    m_ui->formats->setEnabled(!working);
    m_ui->contents->setEnabled(!working);
    m_ui->progress->setVisible(working);
    m_ui->stop->setVisible(working);
    m_ui->choose->setVisible(!working);
    m_ui->problem->setVisible(!m_ui->problem->text().isEmpty());
    if (working)
        m_ui->stop->setFocus();
}

ExportFormat ExportDialog::format() const
{
    if (m_ui->json->isChecked())
        return ExportFormat::Json;
    if (m_ui->calendar->isChecked())
        return ExportFormat::Calendar;
    return m_ui->markdown->isChecked() ? ExportFormat::Markdown : ExportFormat::Csv;
}

/// "Meetings 2026-11-20.csv".
QString ExportDialog::suggestedName() const
{
    const QDate today = wallClock(m_parts.clock(), shownZone(m_parts)).date();
    return tr("Meetings %1").arg(today.toString(Qt::ISODate)) + QLatin1Char('.') + suffixOf(format());
}

void ExportDialog::chooseFile()
{
    QString folder = m_parts.remembered ? m_parts.remembered(folderKey()).toString() : QString();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString suffix = suffixOf(format());
    auto *files = new QFileDialog(this, tr("Export meetings"), folder, tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(suffix);
    files->selectFile(QDir(folder).filePath(suggestedName()));
    connect(files, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    files->open();
}

void ExportDialog::exportTo(const QString &path)
{
    if (m_job)
        return;
    QList<QUrl> meetings = m_selected;
    if (m_ui->shown->isChecked()) {
        const Result<QList<QUrl>> shown = m_meetings.uris(m_shown);
        if (!shown)
            return finished(Unexpected(shown.error()), path);
        meetings = *shown;
    }
    if (m_parts.remember)
        m_parts.remember(folderKey(), QFileInfo(path).absolutePath());
    const ExportSetting setting{.now = m_parts.clock(),
                                .zone = shownZone(m_parts),
                                .locale = locale(),
                                .people = m_ui->people->isChecked(),
                                .answers = m_ui->answers->isChecked(),
                                .origin = m_ui->origin->isChecked()};
    m_job = new ExportJob({.path = path, .format = format(), .setting = setting, .meetings = meetings}, m_meetings, this);
    m_ui->problem->clear();
    m_ui->progress->setValue(0);
    connect(m_job, &ExportJob::progressed, m_ui->progress, &QProgressBar::setValue);
    connect(m_job, &ExportJob::finished, this, [this, path](const Result<Exported> &outcome) { finished(outcome, path); });
    presentState();
    m_job->start();
}

void ExportDialog::finished(const Result<Exported> &outcome, const QString &path)
{
    if (m_job)
        m_job->deleteLater();
    m_job = nullptr;
    const QString name = QFileInfo(path).fileName();
    if (outcome) {
        QString text = tr("%n meetings written to %1", nullptr, outcome->meetings).arg(name);
        if (outcome->withoutPeople > 0)
            text += QStringLiteral(". ") + tr("The people of %n are not read yet.", nullptr, outcome->withoutPeople);
        m_toasts.show({.kind = Toast::Kind::Done, .text = text, .actionText = tr("Show in folder"), .action = [path] { showInFolder(path); }});
        return accept();
    }
    if (outcome.error().kind == Error::Kind::Stopped)
        m_ui->problem->setText(tr("Stopped. Nothing was written to %1.").arg(name));
    else if (QFileInfo::exists(path))
        m_ui->problem->setText(tr("%1 could not be written: %2. It is as it was before.").arg(name, outcome.error().message));
    else
        m_ui->problem->setText(tr("%1 could not be written: %2.").arg(name, outcome.error().message));
    presentState();
    m_ui->choose->setFocus();
}

/// Closing stops what is being written, and nothing is left of it.
void ExportDialog::reject()
{
    if (m_job) {
        m_job->disconnect(this);
        m_job->stop();
    }
    QDialog::reject();
}
