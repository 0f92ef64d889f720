// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention.h"

#include "keptsince.h"
#include "preferences.h"

#include <algorithm>

namespace {

QString monthsKey()
{
    return QStringLiteral("privacy/forgetAfterMonths");
}

/// Letter for letter: a value that was cut or edited must not have anything forgotten by accident.
int monthsOf(const QVariant &remembered)
{
    const QList<int> choices = Retention::choices();
    const auto found = std::find_if(choices.begin(), choices.end(), [text = remembered.toString()](int months) { return text == QString::number(months); });
    return found == choices.end() ? 0 : *found;
}

} // namespace

Retention::Retention(Preferences &preferences, Clock clock, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_clock(std::move(clock))
    , m_months(monthsOf(preferences.value(monthsKey())))
{
}

QList<int> Retention::choices()
{
    return {0, 1, 3, 6, 12};
}

void Retention::setMonths(int months)
{
    if (months == m_months || !choices().contains(months))
        return;
    m_months = months;
    m_preferences.setValue(monthsKey(), months);
    emit changed();
}

QDateTime Retention::horizon() const
{
    return keptSince(m_clock(), m_months);
}
