// SPDX-License-Identifier: GPL-3.0-or-later
#include "user.h"

#include <QStringList>

namespace {

/// The first letter or digit of a word in upper case; empty where there is none.
QString initialOf(const QString &word)
{
    for (const uint c : word.toUcs4()) {
        if (QChar::isLetterOrNumber(c))
            return QStringView(QChar::fromUcs4(QChar::toUpper(c))).toString();
    }
    return {};
}

} // namespace

QString initialsOf(const QString &name)
{
    QStringList initials;
    for (const QString &word : name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString initial = initialOf(word);
        if (!initial.isEmpty())
            initials.append(initial);
    }
    if (initials.size() < 2)
        return initials.join(QString());
    return initials.first() + initials.last();
}
