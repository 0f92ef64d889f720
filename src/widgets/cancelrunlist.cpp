// SPDX-License-Identifier: GPL-3.0-or-later
#include "cancelrunlist.h"

#include "cancelreport.h"
#include "cancelrows.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "wholefile.h"
#include "zones.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStandardPaths>

CancelRunList::CancelRunList(const MainWindowParts &parts, ToastHost &toasts, QObject *parent) : QObject(parent), m_parts(parts), m_toasts(toasts) { }

const std::optional<MeetingDetails> &CancelRunList::details(const CancelItem &item)
{
    std::optional<MeetingDetails> &known = m_known[item.meeting];
    if (!known || !known->inviteesKnown)
        known = m_parts.meetings.details(item.meeting);
    return known;
}

QStringList CancelRunList::addresses(const QList<CancelItem> &items)
{
    QStringList addresses;
    for (const CancelItem &item : items) {
        // Of the others the meeting stands, or nobody knows: a mail about its end would be wrong.
        const bool isCanceled = item.state == CancelItem::State::Canceled || item.state == CancelItem::State::CanceledBefore;
        const std::optional<MeetingDetails> &known = details(item);
        if (!known || !isCanceled)
            continue;
        for (const Invitee &invitee : known->invitees) {
            if (!hadLeft(invitee, known->meeting))
                addresses.append(invitee.email);
        }
        addresses += known->meeting.guests;
    }
    return distinctAddresses(addresses);
}

void CancelRunList::copyAddresses(const QList<CancelItem> &items)
{
    const QStringList all = addresses(items);
    QGuiApplication::clipboard()->setText(all.join(QStringLiteral(", ")));
    m_toasts.show({.text = all.size() == 1 ? tr("1 address copied") : tr("%n addresses copied", nullptr, static_cast<int>(all.size()))});
}

void CancelRunList::copyLinks(const QList<CancelItem> &items)
{
    QStringList links;
    for (const CancelItem &item : items) {
        if (!item.link.isEmpty())
            links.append(item.link.toString(QUrl::FullyEncoded));
    }
    QGuiApplication::clipboard()->setText(links.join(QLatin1Char('\n')));
    m_toasts.show({.text = links.size() == 1 ? tr("1 link copied") : tr("%n links copied", nullptr, static_cast<int>(links.size()))});
}

void CancelRunList::askWhereToSave(const QList<CancelItem> &items, QWidget *over)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDate today = wallClock(m_parts.clock(), shownZone(m_parts)).date();
    auto *files = new QFileDialog(over, tr("Save list"), folder, tr("CSV files (*.csv)"));
    files->setObjectName(QStringLiteral("saveListDialog"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(QStringLiteral("csv"));
    files->selectFile(QDir(folder).filePath(tr("Canceled meetings %1").arg(today.toString(Qt::ISODate)) + QStringLiteral(".csv")));
    connect(files, &QFileDialog::fileSelected, this, [this, items](const QString &path) { save(items, path); });
    files->open();
}

void CancelRunList::save(const QList<CancelItem> &items, const QString &path)
{
    QByteArray table = cancelReportHead(shownZone(m_parts));
    for (const CancelItem &item : items)
        table += cancelReportRow(item, details(item), shownZone(m_parts));
    m_toasts.show(writtenToast(path, writeWhole(path, table)));
}
