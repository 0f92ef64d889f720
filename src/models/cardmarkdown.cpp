// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardmarkdown.h"

#include "markdownwriter.h"
#include "zones.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Card)
};

/// The lines of a value as one paragraph that keeps its breaks.
QString paragraph(const QString &value)
{
    return markdownLines(value, QStringLiteral("\\\n"));
}

QString item(const QString &label, const QString &value)
{
    const QString indented = markdownLines(value, QStringLiteral("\\\n  "));
    return label.isEmpty() ? QStringLiteral("- %1").arg(indented) : QStringLiteral("- **%1:** %2").arg(markdownText(label), indented);
}

QStringList headOf(const CardContent &card, const AgendaSetting &setting)
{
    QStringList lines{QStringLiteral("# ") + markdownText(card.name), QString()};
    const QString city = cityOf(QString::fromLatin1(setting.zone.id()));
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines.append(item(label, value));
    };
    add(Text::tr("When"), Text::tr("%1 in %2").arg(card.when, city));
    add(Text::tr("Their time"), card.theirTime);
    const bool link = card.address.startsWith(QLatin1String("https://"));
    add(Text::tr("Where"), link ? card.place : QStringList{card.place, card.address}.join(QLatin1Char(' ')).trimmed());
    if (link)
        lines.append(QStringLiteral("- <%1>").arg(card.address));
    add(Text::tr("Status"), QStringList{card.status.text, card.status.detail}.join(QLatin1Char(' ')).trimmed());
    return lines;
}

QStringList peopleOf(const CardContent &card)
{
    QStringList lines;
    for (const CardPerson &person : card.people) {
        const QString who = person.name.isEmpty() ? person.email : Text::tr("%1 <%2>").arg(person.name, person.email);
        lines.append(item({}, person.badge.isEmpty() ? who : Text::tr("%1, %2").arg(who, person.badge)));
    }
    if (!lines.isEmpty())
        lines = QStringList{QString(), QStringLiteral("## ") + Text::tr("People"), QString()} + lines;
    return lines;
}

QStringList linesOf(const CardSection &section)
{
    QStringList lines{QString(), QStringLiteral("## ") + markdownText(section.title), QString()};
    for (const CardField &field : section.fields) {
        if (!field.block) {
            lines.append(item(field.label, field.value));
            continue;
        }
        if (!field.label.isEmpty())
            lines << QStringLiteral("**%1**").arg(markdownText(field.label)) << QString();
        lines << paragraph(field.value) << QString();
    }
    return lines;
}

} // namespace

QString cardAsMarkdown(const CardContent &card, const AgendaSetting &setting)
{
    QStringList lines = headOf(card, setting) + peopleOf(card);
    for (const CardSection &section : card.sections)
        lines += linesOf(section);
    static const QRegularExpression gaps(QStringLiteral("\n{3,}"));
    return lines.join(QLatin1Char('\n')).replace(gaps, QStringLiteral("\n\n")).trimmed() + QLatin1Char('\n');
}
