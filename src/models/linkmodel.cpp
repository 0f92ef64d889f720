// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkmodel.h"

#include "format.h"
#include "linktext.h"
#include "plaintext.h"
#include "zones.h"

void LinkModel::setSurroundings(const QDateTime &now, const QTimeZone &zone, const QHash<QUrl, QString> &colors)
{
    const bool differs = zone != m_zone || colors != m_colors || wallClock(now, zone).date() != wallClock(m_now, m_zone).date();
    m_now = now;
    m_zone = zone;
    m_colors = colors;
    if (differs && rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int LinkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LinkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case LabelColumn:
        return tr("Label");
    case TypeColumn:
        return tr("Event type");
    case CreatedColumn:
        return tr("Created");
    case LeftColumn:
        return tr("Days left");
    case StatusColumn:
        return tr("Status");
    case BecameColumn:
        return tr("Became");
    default:
        return {};
    }
}

QVariant LinkModel::cell(const LinkEntry &entry, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return textOf(entry, column);
    case Qt::AccessibleTextRole:
        return column == LabelColumn ? rowSentence(entry) : textOf(entry, column);
    case SecondLineRole:
        if (column == LabelColumn)
            return linkSecondLine(entry);
        return column == BecameColumn ? oneLine(entry.person) : QString();
    case StripeRole:
        return m_colors.value(entry.link.eventType);
    case StatusRole:
        return static_cast<int>(toldStatus(entry));
    case DaysRole:
        return countsDays(entry) ? QVariant(linkDaysLeft(entry, m_now, m_zone)) : QVariant();
    case SoonRole:
        return expiresSoon(entry, m_now);
    case UnnamedRole:
        return entry.link.label.trimmed().isEmpty();
    default:
        return {};
    }
}

QString LinkModel::textOf(const LinkEntry &entry, int column) const
{
    switch (column) {
    case LabelColumn:
        return linkTitle(entry);
    case TypeColumn:
        return oneLine(entry.link.eventTypeName);
    case CreatedColumn:
        return plainDateText(wallClock(entry.link.createdAt, m_zone).date(), wallClock(m_now, m_zone).date());
    case LeftColumn:
        return countsDays(entry) ? QLocale().toString(linkDaysLeft(entry, m_now, m_zone)) : QStringLiteral("–");
    case StatusColumn:
        return linkStatusText(entry);
    case BecameColumn:
        return linkBecameText(entry, m_now, m_zone);
    default:
        return {};
    }
}

QString LinkModel::rowSentence(const LinkEntry &entry) const
{
    QStringList parts{linkTitle(entry), linkSecondLine(entry), textOf(entry, TypeColumn), tr("made on %1").arg(textOf(entry, CreatedColumn)),
                      linkStatusText(entry)};
    if (countsDays(entry))
        parts.append(tr("%n days left", nullptr, linkDaysLeft(entry, m_now, m_zone)));
    parts << linkBecameText(entry, m_now, m_zone) << oneLine(entry.person);
    parts.removeAll(QString());
    return parts.join(QLatin1String(", "));
}
