// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingmodel.h"

#include <algorithm>

namespace {

QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first + QStringLiteral(", ") + second;
}

QString cellText(const AgendaRow &row, int column)
{
    if (row.kind == AgendaRow::Kind::Day)
        return column == MeetingModel::OwnTime ? row.spoken : QString();
    switch (column) {
    case MeetingModel::OwnTime:
        return joined(row.start + QChar(0x2013) + row.end, row.length);
    case MeetingModel::Name:
        return joined(row.name, row.people);
    case MeetingModel::TheirTime:
        return joined(row.theirTime, row.theirZone);
    case MeetingModel::Where:
        return row.place;
    case MeetingModel::Status:
        return joined(row.status.text, row.status.detail);
    default:
        return {};
    }
}

} // namespace

void MeetingModel::setOwnCity(const QString &city)
{
    if (m_ownCity == city)
        return;
    m_ownCity = city;
    emit headerDataChanged(Qt::Horizontal, OwnTime, OwnTime);
}

QModelIndex MeetingModel::indexOf(const QUrl &meeting) const
{
    if (meeting.isEmpty())
        return {};
    const int number = rowOf(meeting.toString());
    return number < 0 ? QModelIndex() : index(number, 0);
}

QUrl MeetingModel::meetingAt(const QModelIndex &index) const
{
    return index.isValid() ? row(index.row()).meeting : QUrl();
}

int MeetingModel::meetingCount() const
{
    return static_cast<int>(std::count_if(rows().begin(), rows().end(),
                                          [](const AgendaRow &row) { return row.kind == AgendaRow::Kind::Meeting; }));
}

int MeetingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MeetingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OwnTime:
        return m_ownCity.isEmpty() ? tr("Time") : tr("%1 time").arg(m_ownCity);
    case Name:
        return tr("Meeting");
    case TheirTime:
        return tr("Their time");
    case Where:
        return tr("Where");
    case Status:
        return tr("Status");
    default:
        return {};
    }
}

Qt::ItemFlags MeetingModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (row(index.row()).kind == AgendaRow::Kind::Day)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QString MeetingModel::key(const AgendaRow &row) const
{
    return row.kind == AgendaRow::Kind::Day ? row.day.toString(Qt::ISODate) : row.meeting.toString();
}

QVariant MeetingModel::cell(const AgendaRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case Qt::AccessibleTextRole:
        // The first cell is what a reader announces for a row.
        return column == OwnTime ? row.spoken : cellText(row, column);
    case RowRole:
        return QVariant::fromValue(row);
    default:
        return {};
    }
}
