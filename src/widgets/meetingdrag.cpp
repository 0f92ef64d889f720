// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingdrag.h"

#include "accountservice.h"
#include "agendatext.h"
#include "cardcontent.h"
#include "erasureservice.h"
#include "icons.h"
#include "mainwindowparts.h"
#include "meetingwriter.h"
#include "mergedmeetings.h"
#include "organizationservices.h"
#include "plaintext.h"
#include "zones.h"

#include <QDir>
#include <QDrag>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QWidget>

namespace {

constexpr QFileDevice::Permissions ownFolder = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

/// A meeting's name so that every file system takes it.
QString fileName(const QString &name)
{
    static const QRegularExpression refused(QStringLiteral("[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]+"));
    static const QRegularExpression edges(QStringLiteral("^[.\\s]+|[.\\s]+$"));
    return oneLine(name, 60).replace(refused, QStringLiteral(" ")).remove(edges);
}

} // namespace

MeetingDrag::MeetingDrag(const MainWindowParts &parts, const MergedMeetings &meetings, QObject *parent)
    : QObject(parent), m_parts(parts), m_dragFolder(parts.dragFolder), m_meetings(meetings)
{
    connect(&parts.account, &AccountService::accountSwitched, this, &MeetingDrag::clear);
    if (parts.organization)
        connect(&parts.organization->erasure, &ErasureService::erased, this, &MeetingDrag::clear);
}

MeetingDrag::~MeetingDrag()
{
    clear();
}

QString MeetingDrag::folderIn(const QString &profileFolder)
{
    return profileFolder + QStringLiteral("/dragged");
}

void MeetingDrag::sweep(const QString &profileFolder)
{
    const QString folder = folderIn(profileFolder);
    if (!QFileInfo(folder).isSymLink()) // what one leads to is none of ours
        QDir(folder).removeRecursively();
}

void MeetingDrag::clear()
{
    m_folder.reset();
    if (!m_dragFolder.isEmpty())
        QDir().rmdir(m_dragFolder); // stays as long as another window has files in it
}

void MeetingDrag::start(QWidget *view, const QList<QUrl> &meetings)
{
    std::unique_ptr<QMimeData> dragged = data(meetings);
    if (!dragged)
        return;
    // Qt knows no other way to drag than one that waits; what happens meanwhile happens as ever.
    auto *drag = new QDrag(view);
    drag->setMimeData(dragged.release());
    drag->setPixmap(tintedPixmap(QStringLiteral("schedule"), 32, themeColor(ColorRole::Accent, view->palette()), view->devicePixelRatioF()));
    drag->exec(Qt::CopyAction);
}

std::unique_ptr<QMimeData> MeetingDrag::data(const QList<QUrl> &meetings)
{
    const Result<QList<MeetingDetails>> details = m_meetings.details(meetings);
    if (!details || details->isEmpty())
        return nullptr;
    const QByteArray calendar = exported(*details, ExportFormat::Calendar, {.now = m_parts.clock(), .zone = shownZone(m_parts)});
    auto dragged = std::make_unique<QMimeData>();
    dragged->setData(QStringLiteral("text/calendar"), calendar);
    dragged->setText(wordsOf(*details));
    if (const QUrl file = fileOf(*details, calendar); !file.isEmpty())
        dragged->setUrls({file});
    return dragged;
}

/// Without a file where none can be written: then there are still the words.
QUrl MeetingDrag::fileOf(const QList<MeetingDetails> &meetings, const QByteArray &calendar)
{
    const Meeting &first = meetings.first().meeting;
    const QDate day = wallClock(first.start, shownZone(m_parts)).date();
    const QString name = meetings.size() == 1 ? fileName(nameText(first)) : tr("%n meetings", nullptr, static_cast<int>(meetings.size()));
    const QString folder = newFolder();
    QFile file(QStringLiteral("%1/%2 %3.ics").arg(folder, name, day.toString(Qt::ISODate)));
    if (folder.isEmpty() || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return {};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(calendar) != calendar.size() || !file.flush())
        return {};
    return QUrl::fromLocalFile(file.fileName());
}

/// One for each window; the accounts of a profile share the place.
void MeetingDrag::makeFolder()
{
    if (m_dragFolder.isEmpty()) {
        m_folder = std::make_unique<QTemporaryDir>();
        return;
    }
    QDir().mkpath(m_dragFolder);
    QFile::setPermissions(m_dragFolder, ownFolder);
    m_folder = std::make_unique<QTemporaryDir>(m_dragFolder + QStringLiteral("/XXXXXX"));
}

/// One of its own for each drag; empty where none can be made.
QString MeetingDrag::newFolder()
{
    if (!m_folder)
        makeFolder();
    const QString folder = m_folder->filePath(QString::number(++m_dragged));
    if (!m_folder->isValid() || !QDir().mkdir(folder))
        return {};
    QFile::setPermissions(folder, ownFolder);
    return folder;
}

QString MeetingDrag::wordsOf(const QList<MeetingDetails> &meetings) const
{
    AgendaSetting setting;
    setting.now = m_parts.clock();
    setting.zone = shownZone(m_parts);
    QStringList words;
    for (const MeetingDetails &meeting : meetings)
        words.append(meetingAsText(summaryOf(meeting), setting));
    return words.join(QStringLiteral("\n\n"));
}
