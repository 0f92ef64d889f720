// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkclipboard.h"

#include "markdownwriter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

void copyLinkAs(LinkForm form, const QUrl &link, const QString &title)
{
    QClipboard &clipboard = *QGuiApplication::clipboard();
    QString address = link.toString(QUrl::FullyEncoded);
    switch (form) {
    case LinkForm::Address:
        return clipboard.setText(address);
    case LinkForm::Markdown:
        address.replace(QLatin1Char('('), QLatin1String("%28")).replace(QLatin1Char(')'), QLatin1String("%29"));
        return clipboard.setText(QStringLiteral("[%1](%2)").arg(markdownText(title), address));
    case LinkForm::Named:
        auto *both = new QMimeData;
        both->setText(address);
        both->setHtml(QStringLiteral("<a href=\"%1\">%2</a>").arg(address.toHtmlEscaped(), title.toHtmlEscaped()));
        return clipboard.setMimeData(both);
    }
}
