// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Small pseudo-random numbers that are the same everywhere (SplitMix64), so that a seed means the same world.
class WorldDice
{
public:
    explicit WorldDice(quint64 seed) : m_state(seed) { }

    quint64 next();
    /// From 0 up to but not including `limit`, which is over 0.
    int below(int limit) { return static_cast<int>(next() % static_cast<quint64>(limit)); }
    /// From `low` to `high`, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    /// True in about `percent` of 100 cases.
    bool chance(int percent) { return below(100) < percent; }

private:
    quint64 m_state;
};

/// Somebody made up, who books meetings.
struct WorldPerson
{
    QString name;
    QString firstName;
    QString lastName;
    QString email; ///< at a domain that cannot exist
    QString timezone; ///< IANA name
    QString phone; ///< international form, from ranges that are set aside for fiction
};

/// The person with that number; the same for the same number. Names come from many scripts.
WorldPerson madeUpPerson(quint64 number);
