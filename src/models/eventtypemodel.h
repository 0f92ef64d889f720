// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "eventtypeuse.h"
#include "tablemodel.h"

#include <QHash>
#include <QMap>
#include <QUrl>

/// Event types as rows: name, length, kind, place, state, a cell that copies a single-use link, and the digit
/// that does the same.
class EventTypeModel : public TableModel<EventType>
{
    Q_OBJECT

public:
    enum Column { NameColumn, LengthColumn, KindColumn, PlaceColumn, StateColumn, CopyColumn, PinColumn, ColumnCount };
    enum Role {
        UriRole = Qt::UserRole + 1,
        SecondLineRole, ///< below the text of the cell; empty where there is none
        IconNameRole, ///< a drawing of resources/icons before the text
        StripeRole, ///< colour of the type as the server gave it
        OffRole, ///< true: cannot be booked, to be shown pale
        PinRole, ///< 1 to 9; 0: not pinned
        SearchRole, ///< what a search looks through, folded
    };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Which types are under a digit, and how much each was used lately.
    void setHabits(const QMap<int, EventType> &pins, const QHash<QUrl, EventTypeUse> &uses);
    int pinOf(const EventType &type) const { return m_pins.value(type.uri); }
    EventTypeUse useOf(const EventType &type) const { return m_uses.value(type.uri); }

    /// Whose types need no name beside them: the account's own.
    void setOwner(const QUrl &user);

protected:
    QString key(const EventType &type) const override;
    QVariant cell(const EventType &type, int column, int role) const override;

private:
    QString textOf(const EventType &type, int column) const;
    QString secondLineOf(const EventType &type, int column) const;
    QString iconOf(const EventType &type, int column) const;
    QString rowSentence(const EventType &type) const;

    QUrl m_owner;
    QHash<QUrl, int> m_pins;
    QHash<QUrl, EventTypeUse> m_uses;
};

/// "Active", "Off", "Secret", "Managed": the word that says most about a type's state.
QString eventTypeStateText(const EventType &type);
QString eventTypeStateIconName(const EventType &type);

/// "30, 60 min"; one length where there is only one.
QString eventTypeLengthText(const EventType &type);

/// A name to show, also where the server has none.
QString eventTypeTitle(const EventType &type);
