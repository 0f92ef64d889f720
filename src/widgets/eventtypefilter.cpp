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

const EventTypeModel &EventTypeFilter::types() const
{
    return *static_cast<const EventTypeModel *>(sourceModel());
}

const EventType &EventTypeFilter::typeOf(const QModelIndex &source) const
{
    return types().row(source.row());
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
    const int pin = types().pinOf(one);
    const int otherPin = types().pinOf(other);
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
