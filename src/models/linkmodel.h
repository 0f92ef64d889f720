// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkentry.h"
#include "tablemodel.h"

#include <QHash>
#include <QTimeZone>

/// The ledger as rows: label, event type, when made, days left, status, and the meeting that a link became.
class LinkModel : public TableModel<LinkEntry>
{
    Q_OBJECT

public:
    enum Column { LabelColumn, TypeColumn, CreatedColumn, LeftColumn, StatusColumn, BecameColumn, ColumnCount };
    enum Role {
        SecondLineRole = Qt::UserRole + 1, ///< below the text of the cell; empty where there is none
        StripeRole, ///< colour of the type as the server gave it; empty where the type is not known
        StatusRole, ///< the LinkStatus that is told, as a number
        DaysRole, ///< left of 90; invalid where they say nothing any more
        SoonRole, ///< true: ends within 7 days, not booked
        UnnamedRole, ///< true: has no label of its own
    };

    using TableModel::TableModel;

    /// What texts depend on besides the rows; set before them.
    void setSurroundings(const QDateTime &now, const QTimeZone &zone, const QHash<QUrl, QString> &colors);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString key(const LinkEntry &entry) const override { return entry.link.id; }
    QVariant cell(const LinkEntry &entry, int column, int role) const override;

private:
    QString textOf(const LinkEntry &entry, int column) const;
    QString rowSentence(const LinkEntry &entry) const;
    bool countsDays(const LinkEntry &entry) const { return entry.status == LinkStatus::Open; }

    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
    QHash<QUrl, QString> m_colors;
};
