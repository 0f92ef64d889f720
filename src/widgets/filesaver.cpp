// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesaver.h"

#include "mainwindowparts.h"
#include "toasthost.h"
#include "wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileSaver)
};

QString folderKey()
{
    return QStringLiteral("export/folder");
}

} // namespace

FileSaver::FileSaver(const MainWindowParts &parts, ToastHost &toasts, QWidget *window)
    : m_parts(parts)
    , m_toasts(toasts)
    , m_window(window)
{
}

void FileSaver::ask(const QString &title, const QString &name, std::function<QByteArray()> make)
{
    QString folder = m_parts.remembered ? m_parts.remembered(folderKey()).toString() : QString();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString suffix = QFileInfo(name).suffix();
    auto *files = new QFileDialog(m_window, title, folder, Text::tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(suffix);
    files->selectFile(QDir(folder).filePath(name));
    QObject::connect(files, &QFileDialog::fileSelected, m_window, [saver = *this, make = std::move(make)](const QString &path) mutable {
        if (saver.m_parts.remember)
            saver.m_parts.remember(folderKey(), QFileInfo(path).absolutePath());
        saver.write(path, make());
    });
    files->open();
}

void FileSaver::write(const QString &path, const QByteArray &bytes)
{
    m_toasts.show(writtenToast(path, writeWhole(path, bytes)));
}
