// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypefilter.h"

#include "eventtypemodel.h"
#include "plaintext.h"

#include <algorithm>

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

const EventType &EventTypeFilter::typeOf(const QModelIndex &source) const
{
    return static_cast<const EventTypeModel *>(sourceModel())->row(source.row());
}

bool EventTypeFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex source = sourceModel()->index(sourceRow, EventTypeModel::NameColumn, sourceParent);
    const EventType &type = typeOf(source);
    if (m_kind && type.kind != *m_kind)
        return false;
    if ((m_state == State::Active && !isBookable(type)) || (m_state == State::Off && isBookable(type)) || (m_state == State::Secret && !type.secret))
        return false;
    const QString text = source.data(EventTypeModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word); });
}

bool EventTypeFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const EventType &one = typeOf(left);
    const EventType &other = typeOf(right);
    // What cannot be booked goes last in every order: the list is there to copy links from.
    if (isBookable(one) != isBookable(other))
        return isBookable(one);
    if (m_order == Order::Length && one.duration != other.duration)
        return one.duration < other.duration;
    if (m_order == Order::Position && one.position != other.position)
        return one.position < other.position;
    return QString::localeAwareCompare(eventTypeTitle(one), eventTypeTitle(other)) < 0;
}
