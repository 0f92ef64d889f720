// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarline.h"

#include "plaintext.h"

namespace {

constexpr qsizetype mostOctets = 75;

bool continuesLetter(char octet)
{
    return (static_cast<unsigned char>(octet) & 0xC0) == 0x80;
}

} // namespace

QByteArray calendarLine(const QByteArray &line)
{
    QByteArray folded;
    qsizetype from = 0;
    qsizetype room = mostOctets;
    while (line.size() - from > room) {
        qsizetype to = from + room;
        while (to > from + 1 && continuesLetter(line[to]))
            --to;
        folded += line.mid(from, to - from) + "\r\n ";
        from = to;
        room = mostOctets - 1; // the blank that says that the line goes on
    }
    return folded + line.mid(from) + "\r\n";
}

QByteArray calendarText(const QString &foreign)
{
    QString text = plainBlock(foreign).trimmed();
    text.remove(QLatin1Char('\r'));
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    text.replace(QLatin1Char(';'), QStringLiteral("\\;"));
    text.replace(QLatin1Char(','), QStringLiteral("\\,"));
    text.replace(QLatin1Char('\n'), QStringLiteral("\\n"));
    return text.toUtf8();
}

QByteArray calendarParameter(const QString &foreign)
{
    // There is no way to write a quote that every calendar reads.
    return '"' + oneLine(foreign).replace(QLatin1Char('"'), QLatin1Char('\'')).toUtf8() + '"';
}
