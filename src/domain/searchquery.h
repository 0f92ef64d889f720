// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

/// One thing that is looked for, and where it stands in what was typed.
struct SearchPart
{
    enum class Kind {
        Text, ///< `text`, in `field`
        Trait, ///< `trait`
        Days, ///< from `first` up to but not including `end`; an open end is a null date
        Weekday, ///< `number`, 1 Monday … 7 Sunday
        Hours, ///< begins at an hour from `number` up to but not including `behind`
        Lead, ///< booked at least `number` and less than `behind` days before it begins; -1 for an open end
        Source, ///< UTM source `text`, and nothing more or less; empty for meetings without one
        Campaign, ///< UTM campaign `text`
        Zone, ///< an invitee's time zone has `text` in its name: small letters, "_" for blanks
    };
    enum class Field { Any, Title, With, Host, Type, Place, Answer, Utm, Reason, Note };
    enum class Trait {
        Active, Canceled, Past, Upcoming, NoShow, Moved, Group,
        CalledOff, ///< canceled, and not for being moved to another time; so are the next ones, by whom it was
        CanceledByHost, CanceledByInvitee, CanceledByUnknown,
        MovedAway, ///< to another time
    };

    Kind kind = Kind::Text;
    Field field = Field::Any;
    QString text;
    bool whole = false; ///< in quotes: these words, to their ends
    Trait trait = Trait::Active;
    QDate first;
    QDate end;
    int number = 0;
    int behind = -1;
    bool excluded = false; ///< "-": what must not be found; of days only where both ends are told
    qsizetype position = 0;
    qsizetype length = 0;
    bool operator==(const SearchPart &) const = default;
};

/// What was typed into a search field, understood: words, "words in this order", -without, and filters in words such
/// as with:ana, type:intro, is:canceled and before:2026-10. Whatever is no filter is text; a filter that is only half
/// typed is nothing yet, and one with a value that no filter has is kept apart, to be told.
struct SearchQuery
{
    QList<SearchPart> parts;
    QList<SearchPart> notUnderstood{}; ///< `text` is what was typed: "before:31.12.2026"
    bool operator==(const SearchQuery &) const = default;

    bool isEmpty() const { return parts.isEmpty(); }
};

/// `today` gives the days that "today" and its like stand for.
SearchQuery searchQueryOf(const QString &typed, QDate today);

/// The days that all parts of the query leave: from `first` up to but not including `end`; null where open.
struct SearchDays
{
    QDate first;
    QDate end;
};
SearchDays daysOf(const SearchQuery &query);

/// True for anything but words that may be anywhere: what a filter row shows as a chip.
bool isFilter(const SearchPart &part);

/// `typed` without one of its parts.
QString without(const QString &typed, const SearchPart &part);
