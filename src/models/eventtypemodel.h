// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtype.h"
#include "eventtypeuse.h"
#include "tablemodel.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QUrl>

/// A row of the list of event types: a type, or the head of those below it.
struct EventTypeRow
{
    enum class Kind { Type, PinnedHead, OthersHead, ColleaguesHead };

    Kind kind = Kind::Type;
    EventType type = {};
    QString owner = {}; ///< the colleague whose type it is; empty for one's own
    bool operator==(const EventTypeRow &) const = default;
};

/// Event types as rows: name, length, kind, place, state, a cell that copies a single-use link, and the digit
/// that does the same. As soon as one is pinned the pinned ones and the others have a head each. Those of colleagues come last,
/// with a head of their own.
class EventTypeModel : public TableModel<EventTypeRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, LengthColumn, KindColumn, PlaceColumn, StateColumn, CopyColumn, PinColumn, ColumnCount };
    enum Role {
        UriRole = Qt::UserRole + 1,
        SecondLineRole, ///< below the text of the cell, of a head beside it; empty where there is none
        FactsRole, ///< at the end of a head
        IconNameRole, ///< a drawing of resources/icons before the text
        StripeRole, ///< colour of the type as the server gave it
        NoTimesRole, ///< true: has no time that can be booked soon
        OffRole, ///< true: cannot be booked, to be shown pale
        PinRole, ///< 1 to 9; 0: not pinned
        SearchRole, ///< what a search looks through, folded
    };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    Qt::ItemFlags flags(const QModelIndex &index) const override; ///< a head cannot be chosen

    /// The types with those under a digit, and how much each was used lately.
    void setTypes(const QList<EventType> &types, const QMap<int, EventType> &pins, const QHash<QUrl, EventTypeUse> &uses);
    /// Types of colleagues, each with its owner, and what is to be said of those that are not there.
    void setColleagues(const QList<EventTypeRow> &types, const QString &note);
    const QString &colleaguesNote() const { return m_colleaguesNote; }
    /// Those that were found to have no time that can be booked.
    void setWithoutTimes(const QSet<QUrl> &types);
    int typeCount() const { return m_typeCount; }
    int pinOf(const EventType &type) const { return m_pins.value(type.uri); }
    EventTypeUse useOf(const EventType &type) const { return m_uses.value(type.uri); }

    /// Whose types need no name beside them: the account's own.
    void setOwner(const QUrl &user);

protected:
    QString key(const EventTypeRow &row) const override;
    QVariant cell(const EventTypeRow &row, int column, int role) const override;

private:
    void arrangeRows();
    QVariant cellOf(const EventTypeRow &row, int column, int role) const;
    QVariant headCell(EventTypeRow::Kind head, int column, int role) const;
    bool hasNoTimes(const EventType &type) const { return m_withoutTimes.contains(type.uri) && isBookable(type); }
    QString textOf(const EventType &type, int column) const;
    QString copyText(const EventTypeRow &row) const;
    QString secondLineOf(const EventTypeRow &row, int column) const;
    QString iconOf(const EventTypeRow &row, int column) const;
    QString rowSentence(const EventTypeRow &row) const;

    QUrl m_owner;
    int m_typeCount = 0;
    QList<EventType> m_types;
    QList<EventTypeRow> m_colleagues;
    QString m_colleaguesNote;
    QSet<QUrl> m_withoutTimes;
    QHash<QUrl, int> m_pins;
    QHash<QUrl, EventTypeUse> m_uses;
};

/// "Active", "Managed", "Off, secret": all that a type's state is, what says most first.
QString eventTypeStateText(const EventType &type);
QString eventTypeStateIconName(const EventType &type);

/// "30, 60 min"; one length where there is only one.
QString eventTypeLengthText(const EventType &type);

/// A name to show, also where the server has none.
QString eventTypeTitle(const EventType &type);
