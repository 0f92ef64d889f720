// SPDX-License-Identifier: GPL-3.0-or-later
#include "daycount.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DayCount)
};

} // namespace

QString spokenDayCount(int active, int canceled)
{
    const QString meetings = active == 0 ? Text::tr("no meetings") : active == 1 ? Text::tr("1 meeting") : Text::tr("%n meetings", nullptr, active);
    return canceled == 0 ? meetings : Text::tr("%1, %2").arg(meetings, Text::tr("%n canceled", nullptr, canceled));
}
