// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipientlist.h"

#include "plaintext.h"

#include <QList>
#include <QSet>

#include <algorithm>

namespace {

/// The sign between the cells: the one that most lines hold.
QChar separatorOf(const QString &text)
{
    QChar best = QLatin1Char(',');
    for (const QChar sign : {QLatin1Char('\t'), QLatin1Char(';'), QLatin1Char(',')}) {
        if (text.count(sign) > text.count(best))
            best = sign;
    }
    return text.contains(QLatin1Char('\t')) ? QChar(QLatin1Char('\t')) : best;
}

/// Rows of cells as RFC 4180 has them: a quoted cell may hold the separator, line breaks and doubled quotes.
QList<QStringList> rowsOf(const QString &text, QChar separator)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const auto endCell = [&] {
        row.append(cell.simplified());
        cell.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == QLatin1Char('"') && text.mid(i + 1, 1) == QLatin1String("\"")) {
            cell += c;
            ++i;
        } else if (c == QLatin1Char('"') && (quoted || cell.trimmed().isEmpty())) {
            quoted = !quoted;
        } else if (!quoted && c == separator) {
            endCell();
        } else if (!quoted && (c == QLatin1Char('\n') || c == QLatin1Char('\r'))) {
            endCell();
            rows.append(std::exchange(row, {}));
        } else {
            cell += c;
        }
    }
    endCell();
    rows.append(row);
    return rows;
}

constexpr int longestAddress = 150; // leaves room for a name in a label

bool isAddress(const QString &cell)
{
    if (cell.size() > longestAddress || oneLine(cell) != cell)
        return false;
    const qsizetype at = cell.indexOf(QLatin1Char('@'));
    return at > 0 && cell.indexOf(QLatin1Char('.'), at) > at + 1 && !cell.contains(QLatin1Char(' '));
}

bool namesColumns(const QStringList &row)
{
    static const QSet<QString> heads{QStringLiteral("name"),    QStringLiteral("full name"), QStringLiteral("first name"), QStringLiteral("last name"),
                                     QStringLiteral("email"),   QStringLiteral("e-mail"),    QStringLiteral("mail"),       QStringLiteral("email address"),
                                     QStringLiteral("company"), QStringLiteral("label"),     QStringLiteral("recipient"),  QStringLiteral("e-mail address")};
    return std::none_of(row.begin(), row.end(), isAddress)
        && std::any_of(row.begin(), row.end(), [](const QString &cell) { return heads.contains(cell.toLower()); });
}

QString labelOf(const QStringList &row)
{
    QStringList words;
    QString address;
    for (const QString &cell : row) {
        if (address.isEmpty() && isAddress(cell))
            address = cell;
        else if (!cell.isEmpty())
            words.append(cell);
    }
    const qsizetype taken = address.isEmpty() ? 0 : address.size() + 3; // for " <" and ">"
    const QString name = oneLine(words.join(QLatin1String(", ")), longestLabel - static_cast<int>(taken));
    if (address.isEmpty() || name.isEmpty())
        return name + address;
    return name + QLatin1String(" <") + address + QLatin1Char('>');
}

} // namespace

RecipientList recipientsIn(const QString &text)
{
    RecipientList list;
    QSet<QString> seen;
    QString plain = text;
    plain.remove(QChar(0xFEFF)); // of files that begin with a byte order mark
    const QList<QStringList> rows = rowsOf(plain, separatorOf(plain));
    bool first = true;
    for (const QStringList &row : rows) {
        const QString label = labelOf(row);
        if (label.isEmpty())
            continue;
        if (std::exchange(first, false) && namesColumns(row))
            list.hadHeads = true;
        else if (seen.contains(label))
            ++list.repeated;
        else if (list.labels.size() >= mostRecipients)
            ++list.tooMany;
        else
            list.labels.append(label);
        seen.insert(label);
    }
    return list;
}
