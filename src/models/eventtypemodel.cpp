// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypemodel.h"

#include "format.h"
#include "plaintext.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EventTypeModel)
};

/// `first`, where there is something to say before, and what else holds of the type.
QString stateText(const EventType &type, const QString &first)
{
    QStringList words;
    if (!first.isEmpty())
        words.append(first);
    if (type.secret)
        words.append(words.isEmpty() ? Text::tr("Secret") : Text::tr("secret", "after another state"));
    if (type.adminManaged)
        words.append(words.isEmpty() ? Text::tr("Managed") : Text::tr("managed", "after another state"));
    return words.isEmpty() ? Text::tr("Active") : words.join(Text::tr(", ", "between states"));
}

}

QString eventTypeTitle(const EventType &type)
{
    if (!type.name.isEmpty())
        return oneLine(type.name);
    return type.slug.isEmpty() ? Text::tr("Without a name") : oneLine(type.slug);
}

QString eventTypeStateText(const EventType &type)
{
    return stateText(type, isBookable(type) ? QString() : Text::tr("Off"));
}

QString eventTypeStateIconName(const EventType &type)
{
    if (!isBookable(type))
        return QStringLiteral("off");
    if (type.secret)
        return QStringLiteral("secret");
    if (type.adminManaged)
        return QStringLiteral("locked");
    return QStringLiteral("check");
}

QString eventTypeLengthText(const EventType &type)
{
    // Calendly counts lengths in minutes, and so do its users; only long ones read better in hours.
    constexpr std::chrono::minutes readable{120};
    QStringList lengths;
    for (const std::chrono::minutes option : type.durationOptions) {
        if (option < readable)
            lengths.append(QLocale().toString(static_cast<qlonglong>(option.count())));
    }
    if (lengths.size() > 1 && lengths.size() == type.durationOptions.size())
        return Text::tr("%1 min").arg(lengths.join(QLatin1String(", ")));
    return type.duration < readable ? Text::tr("%1 min").arg(type.duration.count()) : durationText(type.duration);
}

int EventTypeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventTypeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case LengthColumn:
        return tr("Length");
    case KindColumn:
        return tr("Kind");
    case PlaceColumn:
        return tr("Where");
    case StateColumn:
        return tr("State");
    case PinColumn:
        return tr("Pin");
    default:
        return role == Qt::AccessibleTextRole ? tr("Single-use link") : QString();
    }
}

Qt::ItemFlags EventTypeModel::flags(const QModelIndex &index) const
{
    const bool head = index.isValid() && row(index.row()).kind != EventTypeRow::Kind::Type;
    return head ? Qt::ItemNeverHasChildren : TableModel::flags(index);
}

void EventTypeModel::setTypes(const QList<EventType> &types, const QMap<int, EventType> &pins, const QHash<QUrl, EventTypeUse> &uses)
{
    QHash<QUrl, int> digits;
    for (auto pin = pins.cbegin(); pin != pins.cend(); ++pin)
        digits.insert(pin->uri, pin.key());
    const bool habitsDiffer = digits != m_pins || uses != m_uses;
    m_pins = digits;
    m_uses = uses;
    m_typeCount = static_cast<int>(types.size());
    m_types = types;
    arrangeRows();
    if (habitsDiffer && rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void EventTypeModel::setColleagues(const QList<EventTypeRow> &types, const QString &note)
{
    const bool saysOther = note != m_colleaguesNote;
    m_colleagues = types;
    m_colleaguesNote = note;
    arrangeRows();
    if (const int head = rowOf(QStringLiteral("colleagues")); saysOther && head >= 0)
        emit dataChanged(index(head, NameColumn), index(head, NameColumn));
}

void EventTypeModel::arrangeRows()
{
    QList<EventTypeRow> rows;
    if (!m_pins.isEmpty())
        rows = {{EventTypeRow::Kind::PinnedHead}, {EventTypeRow::Kind::OthersHead}};
    QSet<QUrl> listed; // what several people host is in the list of each
    for (const EventType &type : std::as_const(m_types)) {
        rows.append({EventTypeRow::Kind::Type, type});
        listed.insert(type.uri);
    }
    const qsizetype own = rows.size();
    for (const EventTypeRow &row : std::as_const(m_colleagues)) {
        if (!listed.contains(row.type.uri))
            rows.append(row);
        listed.insert(row.type.uri);
    }
    if (rows.size() > own || !m_colleaguesNote.isEmpty())
        rows.insert(own, {EventTypeRow::Kind::ColleaguesHead});
    setRows(rows);
}

void EventTypeModel::setWithoutTimes(const QSet<QUrl> &types)
{
    if (types == m_withoutTimes)
        return;
    m_withoutTimes = types;
    if (rowCount() > 0)
        emit dataChanged(index(0, StateColumn), index(rowCount() - 1, StateColumn));
}

void EventTypeModel::setOwner(const QUrl &user)
{
    if (user == m_owner)
        return;
    m_owner = user;
    if (rowCount() > 0)
        emit dataChanged(index(0, KindColumn), index(rowCount() - 1, KindColumn));
}

QString EventTypeModel::key(const EventTypeRow &row) const
{
    switch (row.kind) {
    case EventTypeRow::Kind::PinnedHead:
        return QStringLiteral("pinned");
    case EventTypeRow::Kind::OthersHead:
        return QStringLiteral("others");
    case EventTypeRow::Kind::ColleaguesHead:
        return QStringLiteral("colleagues");
    default:
        return row.type.uri.toString();
    }
}

QVariant EventTypeModel::cell(const EventTypeRow &row, int column, int role) const
{
    return row.kind == EventTypeRow::Kind::Type ? cellOf(row, column, role) : headCell(row.kind, column, role);
}

/// The words of a head are those of its name's cell; it is painted across all columns.
QVariant EventTypeModel::headCell(EventTypeRow::Kind head, int column, int role) const
{
    if (column != NameColumn)
        return {};
    if (head == EventTypeRow::Kind::ColleaguesHead && role == SecondLineRole)
        return m_colleaguesNote.isEmpty() ? tr("Enter copies their ordinary link") : m_colleaguesNote;
    // Why somebody's types are missing stands nowhere else.
    if (head == EventTypeRow::Kind::ColleaguesHead && role == Qt::AccessibleTextRole && !m_colleaguesNote.isEmpty())
        return tr("Colleagues. %1").arg(m_colleaguesNote);
    if (head == EventTypeRow::Kind::ColleaguesHead)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(tr("Colleagues")) : QVariant();
    const bool pinned = head == EventTypeRow::Kind::PinnedHead;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return pinned ? tr("Pinned") : tr("All others");
    case SecondLineRole:
        return pinned ? tr("Alt+1 to Alt+9 copies a single-use link from here") : tr("Most used in the last 30 days first");
    case FactsRole:
        return pinned ? tr("%1 of 9").arg(m_pins.size()) : QString();
    default:
        return {};
    }
}

QVariant EventTypeModel::cellOf(const EventTypeRow &row, int column, int role) const
{
    const EventType &type = row.type;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(type, column);
    case Qt::AccessibleTextRole:
        if (column == NameColumn)
            return rowSentence(row);
        return column == CopyColumn ? tr("%1 of %2", "copy a link, event type").arg(copyText(row), eventTypeTitle(type)) : textOf(type, column);
    case Qt::ToolTipRole:
        return column == CopyColumn ? copyText(row) : QString();
    case UriRole:
        return type.uri;
    case SecondLineRole:
        return secondLineOf(row, column);
    case IconNameRole:
        return iconOf(row, column);
    case StripeRole:
        return type.color;
    case NoTimesRole:
        return hasNoTimes(type);
    case OffRole:
        return !isBookable(type);
    case PinRole:
        return pinOf(type);
    case SearchRole:
        return foldedForSearch(type.name + QLatin1Char(' ') + type.slug + QLatin1Char(' ') + type.profileName);
    default:
        return {};
    }
}

QString EventTypeModel::textOf(const EventType &type, int column) const
{
    switch (column) {
    case NameColumn:
        return eventTypeTitle(type);
    case LengthColumn:
        return eventTypeLengthText(type);
    case KindColumn:
        return kindText(type);
    case PlaceColumn:
        return type.places.isEmpty() ? tr("Nowhere set") : placeText(type.places.first());
    case StateColumn:
        return hasNoTimes(type) ? stateText(type, tr("No times")) : eventTypeStateText(type);
    case PinColumn:
        return pinOf(type) > 0 ? QString::number(pinOf(type)) : QString();
    default:
        return {};
    }
}

/// Only one's own links are in the ledger, where a single-use link has to stand.
QString EventTypeModel::copyText(const EventTypeRow &row) const
{
    return row.owner.isEmpty() ? tr("Copy single-use link") : tr("Copy link");
}

QString EventTypeModel::secondLineOf(const EventTypeRow &row, int column) const
{
    const EventType &type = row.type;
    if (column == NameColumn && !row.owner.isEmpty())
        return oneLine(row.owner);
    if (column == NameColumn)
        return type.slug.isEmpty() ? QString() : QLatin1Char('/') + oneLine(type.slug);
    if (column == KindColumn && type.profileOwner != m_owner)
        return oneLine(type.profileName);
    if (column == PlaceColumn && type.places.size() > 1)
        return tr("and %n more", nullptr, static_cast<int>(type.places.size()) - 1);
    return {};
}

QString EventTypeModel::iconOf(const EventTypeRow &row, int column) const
{
    const EventType &type = row.type;
    switch (column) {
    case PlaceColumn:
        return type.places.isEmpty() ? QString() : placeIconName(type.places.first());
    case StateColumn:
        return hasNoTimes(type) ? QStringLiteral("warning") : eventTypeStateIconName(type);
    case CopyColumn:
        return row.owner.isEmpty() ? QStringLiteral("link") : QStringLiteral("copy");
    default:
        return {};
    }
}

QString EventTypeModel::rowSentence(const EventTypeRow &row) const
{
    const EventType &type = row.type;
    QStringList parts{eventTypeTitle(type), eventTypeLengthText(type), kindText(type)};
    if (!row.owner.isEmpty())
        parts.insert(1, oneLine(row.owner));
    if (!type.places.isEmpty())
        parts.append(placeText(type.places.first()));
    parts.append(textOf(type, StateColumn));
    if (pinOf(type) > 0)
        parts.append(tr("pinned to %1").arg(pinOf(type)));
    return parts.join(QLatin1String(", "));
}
