// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "choicebox.h"

/// A time zone, chosen from all there are by typing a part of a city's or a continent's name.
class ZoneBox : public ChoiceBox
{
    Q_OBJECT

public:
    explicit ZoneBox(QWidget *parent = nullptr);

    QString zone() const { return m_zone; } ///< IANA name
    void setZone(const QString &zone); ///< says nothing; a name that is not known here is shown all the same

    /// What was typed and is no place becomes the first place that it is a part of, else what was there before. Leaving the
    /// field and Enter do the same.
    void settle();

signals:
    void zoneChosen(const QString &zone); ///< by the user
    void unknownTyped(const QString &typed); ///< no place, and no part of one; what was there before is there again

private:
    void take(int index);
    int placeOf(const QString &typed);

    QString m_zone;
};
