// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkmail.h"

#include "linktext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LinkMail)
};

QString addressOf(const LinkEntry &entry)
{
    return entry.link.bookingUrl.toString(QUrl::FullyEncoded);
}

/// "Hello," where it says "Hello {name},".
QString withoutName(QString text)
{
    static const QRegularExpression name(QStringLiteral("^\\{name\\}[\\h,;:!]*|\\h*\\{name\\}"), QRegularExpression::MultilineOption);
    return text.remove(name);
}

} // namespace

QString usualMailText()
{
    return Text::tr("Hello {name},\n\nplease choose a time that suits you: {link}");
}

QString mailTexts(const QString &text, const QList<LinkEntry> &links)
{
    QStringList letters;
    for (const LinkEntry &entry : links) {
        const LabelParts who = labelParts(entry.link.label);
        const QString name = recipientName(who);
        // The link last: what somebody's name holds is not replaced.
        const QStringList around = (name.isEmpty() ? withoutName(text) : text).split(QStringLiteral("{link}"));
        QStringList parts;
        for (const QString &part : around)
            parts.append(QString(part).replace(QStringLiteral("{name}"), name));
        const QString letter = parts.join(addressOf(entry)).trimmed();
        letters.append(who.email.isEmpty() ? letter : Text::tr("To: %1").arg(who.email) + QStringLiteral("\n\n") + letter);
    }
    return letters.join(QStringLiteral("\n\n----\n\n"));
}

QString linkColumns(const QList<LinkEntry> &links)
{
    QString table = QStringLiteral("%1\t%2\t%3\n").arg(Text::tr("Name"), Text::tr("E-mail"), Text::tr("Link"));
    for (const LinkEntry &entry : links) {
        const LabelParts who = labelParts(entry.link.label);
        table += QStringLiteral("%1\t%2\t%3\n").arg(who.words, who.email, addressOf(entry));
    }
    return table;
}
