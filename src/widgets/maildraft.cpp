// SPDX-License-Identifier: GPL-3.0-or-later
#include "maildraft.h"

namespace {

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString encodedAddresses(const QStringList &addresses)
{
    QStringList each;
    for (const QString &address : addresses)
        each.append(QString::fromLatin1(QUrl::toPercentEncoding(address, "@")));
    return each.join(QLatin1Char(','));
}

} // namespace

QUrl mailtoUrl(const MailDraft &draft)
{
    QStringList fields;
    if (!draft.bcc.isEmpty())
        fields.append(QLatin1String("bcc=") + encodedAddresses(draft.bcc));
    if (!draft.subject.isEmpty())
        fields.append(QLatin1String("subject=") + encoded(draft.subject));
    if (!draft.text.isEmpty()) // lines of a mail end with both
        fields.append(QLatin1String("body=") + encoded(QString(draft.text).replace(QLatin1Char('\n'), QLatin1String("\r\n"))));
    const QString query = fields.isEmpty() ? QString() : QLatin1Char('?') + fields.join(QLatin1Char('&'));
    return QUrl(QLatin1String("mailto:") + encodedAddresses(draft.to) + query, QUrl::StrictMode);
}
