// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipientlist.h"

#include "plaintext.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>

namespace {

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
    static const QString never = QStringLiteral(" ,;<>()\"");
    return at > 0 && cell.indexOf(QLatin1Char('.'), at) > at + 1 && std::none_of(cell.begin(), cell.end(), [](QChar c) { return never.contains(c); });
}

/// The sign between the cells: the one that sets most addresses apart, or that most rows hold.
QChar separatorOf(const QString &text)
{
    constexpr int looked = 65536; // of a long list
    QChar best;
    std::pair<qsizetype, qsizetype> most{-1, -1};
    for (const QChar sign : {QLatin1Char('\t'), QLatin1Char(';'), QLatin1Char(',')}) {
        const QList<QStringList> rows = rowsOf(text.left(looked), sign);
        const auto addressed = std::count_if(rows.begin(), rows.end(), [](const QStringList &row) { return std::any_of(row.begin(), row.end(), isAddress); });
        const auto parted = std::count_if(rows.begin(), rows.end(), [](const QStringList &row) { return row.size() > 1; });
        if (std::pair<qsizetype, qsizetype>(addressed, parted) > most) {
            most = {addressed, parted};
            best = sign;
        }
    }
    return best;
}

enum class Column { Name, FirstName, LastName, Detail };

const QHash<QString, Column> &knownHeads()
{
    static const QHash<QString, Column> heads{
        {QStringLiteral("name"), Column::Name},           {QStringLiteral("full name"), Column::Name},        {QStringLiteral("label"), Column::Name},
        {QStringLiteral("recipient"), Column::Name},      {QStringLiteral("first name"), Column::FirstName},  {QStringLiteral("given name"), Column::FirstName},
        {QStringLiteral("last name"), Column::LastName},  {QStringLiteral("family name"), Column::LastName},  {QStringLiteral("surname"), Column::LastName},
        {QStringLiteral("company"), Column::Detail},      {QStringLiteral("email"), Column::Detail},          {QStringLiteral("e-mail"), Column::Detail},
        {QStringLiteral("mail"), Column::Detail},         {QStringLiteral("email address"), Column::Detail},  {QStringLiteral("e-mail address"), Column::Detail}};
    return heads;
}

/// What the cells below `row` are; empty where it does not name columns. Where none of the names that are known here says whose
/// row it is, one that is not known does.
QList<Column> columnsNamedBy(const QStringList &row)
{
    QList<Column> columns;
    const auto isKnown = [](const QString &cell) { return knownHeads().contains(cell.toLower()); };
    if (std::any_of(row.begin(), row.end(), isAddress) || std::none_of(row.begin(), row.end(), isKnown))
        return columns;
    const bool saysWho = std::any_of(row.begin(), row.end(), [](const QString &cell) { return knownHeads().value(cell.toLower(), Column::Detail) != Column::Detail; });
    for (const QString &cell : row)
        columns.append(knownHeads().value(cell.toLower(), saysWho ? Column::Detail : Column::Name));
    return columns;
}

/// "Petra Kohl (Nordwind AG) <petra@nordwind.example>". Without `columns` all words are the name.
QString labelOf(const QStringList &row, const QList<Column> &columns)
{
    QHash<Column, QStringList> words;
    QString address;
    for (qsizetype place = 0; place < row.size(); ++place) {
        const QString &cell = row.at(place);
        const Column column = columns.isEmpty() ? Column::Name : columns.value(place, Column::Detail);
        const bool isTaken = !columns.isEmpty() && !words.value(column).isEmpty(); // a second name is no part of the first
        if (address.isEmpty() && isAddress(cell))
            address = cell;
        else if (!cell.isEmpty())
            words[isTaken ? Column::Detail : column].append(cell);
    }
    int room = longestLabel - (address.isEmpty() ? 0 : static_cast<int>(address.size()) + 3); // for " <" and ">"
    const QStringList names = words.value(Column::Name);
    QString label = oneLine(names.isEmpty() ? (words.value(Column::FirstName) + words.value(Column::LastName)).join(QLatin1Char(' '))
                                            : names.join(QLatin1String(", ")), room);
    room -= static_cast<int>(label.size()) + 3; // for " (" and ")"
    QString details = room > 0 ? oneLine(words.value(Column::Detail).join(QLatin1String(", ")), room) : QString();
    details.replace(QLatin1Char('('), QLatin1Char('[')).replace(QLatin1Char(')'), QLatin1Char(']')); // where they begin stays clear
    if (!details.isEmpty())
        label = (label + QStringLiteral(" (%1)").arg(details)).trimmed();
    if (address.isEmpty() || label.isEmpty())
        return label + address;
    return label + QLatin1String(" <") + address + QLatin1Char('>');
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
    QList<Column> columns;
    for (const QStringList &row : rows) {
        const QString label = labelOf(row, columns);
        if (label.isEmpty())
            continue;
        if (std::exchange(first, false))
            columns = columnsNamedBy(row);
        if (!list.hadHeads && !columns.isEmpty())
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
