// SPDX-License-Identifier: GPL-3.0-or-later
#include "owndataactions.h"

#include "backupservice.h"
#include "filesaver.h"
#include "mainwindowparts.h"
#include "toasthost.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QStandardPaths>

namespace {

constexpr qint64 biggestFile = 64 * 1024 * 1024;

/// Up to the limit; empty where it cannot be read or is bigger, which is then no file of ours.
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > biggestFile)
        return {};
    return file.read(biggestFile);
}

QString refusalText(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Conflict:
        return OwnDataActions::tr("This file belongs to another account. Nothing was changed.");
    case Error::Kind::Refused:
        return OwnDataActions::tr("This file is of a newer Sundial, which has to be installed first. Nothing was changed.");
    case Error::Kind::Storage:
        return OwnDataActions::tr("The store did not take what is in the file; the disk may be full. Nothing was changed.");
    default:
        return OwnDataActions::tr("This could not be read as a file of Sundial’s own data. Nothing was changed.");
    }
}

} // namespace

OwnDataActions::OwnDataActions(const MainWindowParts &parts, ToastHost &toasts, QAction *exporting, QAction *importing, QWidget *window)
    : QObject(window), m_parts(parts), m_toasts(toasts), m_window(window)
{
    connect(exporting, &QAction::triggered, this, &OwnDataActions::exportData);
    connect(importing, &QAction::triggered, this, &OwnDataActions::chooseFile);
    exporting->setVisible(parts.backups);
    importing->setVisible(parts.backups);
}

void OwnDataActions::exportData()
{
    m_parts.backups->exportData(this, [this](const Result<QByteArray> &file) {
        if (!file)
            return m_toasts.show({Toast::Kind::Failed, tr("What is stored could not be read, so nothing was exported."), {}, {}});
        if (file->isEmpty())
            return m_toasts.show({Toast::Kind::Info, tr("There is nothing to export yet: no links, labels, filters or history."), {}, {}});
        const QString name = QStringLiteral("sundial-own-data-%1.json").arg(m_parts.clock().toString(QStringLiteral("yyyy-MM-dd")));
        FileSaver(m_parts, m_toasts, m_window).ask(tr("Export own data"), name, [bytes = *file] { return bytes; });
    });
}

void OwnDataActions::chooseFile()
{
    auto *files = new QFileDialog(m_window, tr("Import own data"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                  tr("Sundial’s own data (*.json)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, &OwnDataActions::importFile);
    files->open();
}

void OwnDataActions::importFile(const QString &path)
{
    const Result<int> added = m_parts.backups->importData(contentOf(path));
    if (!added)
        m_toasts.show({Toast::Kind::Failed, refusalText(added.error()), {}, {}});
    else if (*added == 0)
        m_toasts.show({Toast::Kind::Info, tr("Everything in this file was here already."), {}, {}});
    else
        m_toasts.show({Toast::Kind::Done, tr("%n entries were added. Nothing was replaced.", nullptr, *added), {}, {}});
}
