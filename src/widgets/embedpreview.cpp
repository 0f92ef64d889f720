// SPDX-License-Identifier: GPL-3.0-or-later
#include "embedpreview.h"

#include "wholefile.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QUrl>

Result<Done> EmbedPreview::show(const QByteArray &page)
{
    struct Words
    {
        Q_DECLARE_TR_FUNCTIONS(EmbedPreview)
    };
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>();
    const auto refused = [](const QString &why) { return Unexpected(Error{.kind = Error::Kind::Storage, .message = why}); };
    if (!m_folder->isValid())
        return refused(m_folder->errorString());
    const QString path = m_folder->filePath(QStringLiteral("preview.html"));
    if (const Result<Done> written = writeWhole(path, page); !written)
        return written;
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
        return refused(Words::tr("no browser could be opened"));
    return Done();
}
