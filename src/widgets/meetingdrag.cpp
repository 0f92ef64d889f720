// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingdrag.h"

#include "agendatext.h"
#include "cardcontent.h"
#include "icons.h"
#include "mainwindowparts.h"
#include "meetingwriter.h"
#include "mergedmeetings.h"
#include "plaintext.h"
#include "zones.h"

#include <QDrag>
#include <QFile>
#include <QMimeData>
#include <QRegularExpression>
#include <QWidget>

namespace {

/// A meeting's name so that every file system takes it.
QString fileName(const QString &name)
{
    static const QRegularExpression refused(QStringLiteral("[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]+"));
    static const QRegularExpression edges(QStringLiteral("^[.\\s]+|[.\\s]+$"));
    return oneLine(name, 60).replace(refused, QStringLiteral(" ")).remove(edges);
}

} // namespace

MeetingDrag::MeetingDrag(const MainWindowParts &parts, const MergedMeetings &meetings, QObject *parent)
    : QObject(parent), m_parts(parts), m_meetings(meetings)
{
}

MeetingDrag::~MeetingDrag() = default;

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
    QFile file(m_folder.filePath(QStringLiteral("%1 %2.ics").arg(name, day.toString(Qt::ISODate))));
    if (!m_folder.isValid() || !file.open(QIODevice::WriteOnly))
        return {};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(calendar) != calendar.size() || !file.flush())
        return {};
    return QUrl::fromLocalFile(file.fileName());
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
