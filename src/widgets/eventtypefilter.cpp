// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypefilter.h"

#include "eventtypemodel.h"
#include "plaintext.h"

#include <algorithm>

namespace {

/// Where a row stands among heads and groups.
int placeOf(const EventTypeRow &row, int pin)
{
    switch (row.kind) {
    case EventTypeRow::Kind::PinnedHead:
        return 0;
    case EventTypeRow::Kind::OthersHead:
        return 2;
    case EventTypeRow::Kind::ColleaguesHead:
        return 4;
    case EventTypeRow::Kind::Type:
        break;
    }
    if (!row.owner.isEmpty())
        return 5;
    return pin > 0 ? 1 : 3;
}

bool isState(const EventType &type, EventTypeFilter::State state)
{
    switch (state) {
    case EventTypeFilter::State::Active:
        return isBookable(type);
    case EventTypeFilter::State::Secret:
        return type.secret;
    case EventTypeFilter::State::Managed:
        return type.adminManaged;
    case EventTypeFilter::State::Off:
        return !isBookable(type);
    case EventTypeFilter::State::Any:
        break;
    }
    return true;
}

} // namespace

EventTypeFilter::EventTypeFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(EventTypeModel::NameColumn);
}

void EventTypeFilter::setText(const QString &text)
{
    m_words = foldedForSearch(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void EventTypeFilter::setState(State state)
{
    m_state = state;
    invalidateFilter();
}

void EventTypeFilter::setKind(std::optional<EventType::Kind> kind)
{
    m_kind = kind;
    invalidateFilter();
}

void EventTypeFilter::setOrder(Order order)
{
    m_order = order;
    invalidate();
}

const EventTypeModel &EventTypeFilter::types() const
{
    return *static_cast<const EventTypeModel *>(sourceModel());
}

/// A head stands where there is something below it, in the order that has pins.
bool EventTypeFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    switch (types().row(sourceRow).kind) {
    case EventTypeRow::Kind::PinnedHead:
        return m_order == Order::Use && hasShown(true);
    case EventTypeRow::Kind::OthersHead:
        return m_order == Order::Use && hasShown(false);
    case EventTypeRow::Kind::ColleaguesHead:
        return hasColleagues();
    default:
        return accepts(sourceRow);
    }
}

bool EventTypeFilter::accepts(int sourceRow) const
{
    const EventTypeRow &row = types().row(sourceRow);
    if ((m_kind && row.type.kind != *m_kind) || !isState(row.type, m_state))
        return false;
    if (!row.owner.isEmpty())
        return true;
    const QString text = types().index(sourceRow, EventTypeModel::NameColumn).data(EventTypeModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word); });
}

bool EventTypeFilter::hasShown(bool pinned) const
{
    for (int row = 0; row < types().rowCount(); ++row) {
        if (types().row(row).kind == EventTypeRow::Kind::Type && types().row(row).owner.isEmpty() && (types().pinOf(types().row(row).type) > 0) == pinned && accepts(row))
            return true;
    }
    return false;
}

bool EventTypeFilter::hasColleagues() const
{
    const QList<EventTypeRow> &rows = types().rows();
    for (int row = 0; row < rows.size(); ++row) {
        if (!rows.at(row).owner.isEmpty() && accepts(row))
            return true;
    }
    return !types().colleaguesNote().isEmpty();
}

bool EventTypeFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const EventTypeRow &row = types().row(left.row());
    const EventTypeRow &otherRow = types().row(right.row());
    const EventType &one = row.type;
    const EventType &other = otherRow.type;
    const int pin = types().pinOf(one);
    const int otherPin = types().pinOf(other);
    const bool isHead = row.kind != EventTypeRow::Kind::Type || otherRow.kind != EventTypeRow::Kind::Type;
    if (isHead || row.owner.isEmpty() != otherRow.owner.isEmpty())
        return placeOf(row, pin) < placeOf(otherRow, otherPin);
    if (row.owner != otherRow.owner)
        return QString::localeAwareCompare(row.owner, otherRow.owner) < 0;
    if (m_order == Order::Use && pin != otherPin)
        return otherPin == 0 || (pin > 0 && pin < otherPin);
    // What cannot be booked goes last in every order: the list is there to copy links from.
    if (isBookable(one) != isBookable(other))
        return isBookable(one);
    if (m_order == Order::Length && one.duration != other.duration)
        return one.duration < other.duration;
    const EventTypeUse use = types().useOf(one);
    const EventTypeUse otherUse = types().useOf(other);
    if (m_order == Order::Use && use.times != otherUse.times)
        return use.times > otherUse.times;
    if (m_order == Order::LastUse && use.last != otherUse.last)
        return !otherUse.last.isValid() || (use.last.isValid() && use.last > otherUse.last);
    if (m_order != Order::Name && m_order != Order::Length && one.position != other.position)
        return one.position < other.position;
    return QString::localeAwareCompare(eventTypeTitle(one), eventTypeTitle(other)) < 0;
}
