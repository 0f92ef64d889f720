// SPDX-License-Identifier: GPL-3.0-or-later
#include "retentiontext.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Retention)
};

} // namespace

QString keptText(int months)
{
    return Text::tr("Sundial keeps meetings for %n months on this computer.", nullptr, months);
}

QString keptElsewhereText(int months)
{
    return Text::tr("%1 Older ones are at Calendly.").arg(keptText(months));
}
