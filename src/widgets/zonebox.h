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

signals:
    void zoneChosen(const QString &zone); ///< by the user

private:
    void take(int index);
    void settle();

    QString m_zone;
};
