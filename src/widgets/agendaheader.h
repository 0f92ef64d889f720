// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHeaderView>

/// Column heads of a list as the agenda's: small words above the texts of their columns, not buttons.
class AgendaHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit AgendaHeader(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    /// How far into its column the words of `section` begin; as the agenda's unless told.
    void setIndent(int section, int pixels) { m_indents.insert(section, pixels); }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    QHash<int, int> m_indents;
};
