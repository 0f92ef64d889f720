// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"

#include <QSortFilterProxyModel>

#include <optional>

class EventTypeModel;

/// Which event types are shown, and in which order.
class EventTypeFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class State { Any, Active, Secret, Managed, Off };
    enum class Order { Use, Position, Name, Length, LastUse }; ///< Use: pins by digit, then the most used

    explicit EventTypeFilter(QObject *parent = nullptr);

    void setText(const QString &text); ///< each word is to be found in name, slug or owner; colleagues' types were found otherwise
    void setState(State state);
    void setKind(std::optional<EventType::Kind> kind);
    void setOrder(Order order);

    QString text() const { return m_words.join(QLatin1Char(' ')); }
    State state() const { return m_state; }
    std::optional<EventType::Kind> kind() const { return m_kind; }
    bool isOn() const { return !m_words.isEmpty() || m_state != State::Any || m_kind.has_value(); }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const EventTypeModel &types() const;
    bool accepts(int sourceRow) const;
    bool hasShown(bool pinned) const;
    bool hasColleagues() const;

    QStringList m_words;
    State m_state = State::Any;
    std::optional<EventType::Kind> m_kind;
    Order m_order = Order::Use;
};
