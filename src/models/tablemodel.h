// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QScopedValueRollback>
#include <QSet>
#include <QString>

#include <optional>
#include <utility>

/// Rows of values with a key each. setRows() tells views only what differs, so that selection, scroll position and
/// focus survive; a model on top names its columns, its keys and what a cell says.
template <typename Row>
class TableModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Takes `rows` in their order. Rows with a known key stay, move or change in place; of several with the same key
    /// the first counts. A view that is told of a change may cause the next one: that is taken once this one is done.
    void setRows(QList<Row> rows)
    {
        m_wanted = withoutDoubles(std::move(rows));
        if (m_taking)
            return;
        const QScopedValueRollback<bool> taking(m_taking, true);
        while (m_wanted) {
            const QList<Row> wanted = *std::exchange(m_wanted, std::nullopt);
            removeMissing(wanted);
            arrange(wanted);
            replaceChanged(wanted);
        }
    }

    const QList<Row> &rows() const { return m_rows; }
    const Row &row(int number) const { return m_rows.at(number); }

    /// The row with `key`, -1 where there is none.
    int rowOf(const QString &wanted) const
    {
        for (int number = 0; number < m_rows.size(); ++number) {
            if (key(m_rows.at(number)) == wanted)
                return number;
        }
        return -1;
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        return cell(m_rows.at(index.row()), index.column(), role);
    }

protected:
    virtual QString key(const Row &row) const = 0;
    virtual QVariant cell(const Row &row, int column, int role) const = 0;

private:
    QList<Row> withoutDoubles(QList<Row> rows) const
    {
        QSet<QString> keys;
        rows.removeIf([&](const Row &row) {
            const qsizetype before = keys.size();
            keys.insert(key(row));
            return keys.size() == before;
        });
        return rows;
    }

    void removeMissing(const QList<Row> &wanted)
    {
        QSet<QString> keys;
        for (const Row &row : wanted)
            keys.insert(key(row));
        for (int last = rowCount() - 1; last >= 0; --last) {
            if (keys.contains(key(m_rows.at(last))))
                continue;
            int first = last;
            while (first > 0 && !keys.contains(key(m_rows.at(first - 1))))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    void arrange(const QList<Row> &wanted)
    {
        QSet<QString> kept;
        for (const Row &row : m_rows)
            kept.insert(key(row));
        for (int number = 0; number < wanted.size(); ++number) {
            if (kept.contains(key(wanted.at(number)))) {
                moveHere(number, key(wanted.at(number)));
                continue;
            }
            int last = number;
            while (last + 1 < wanted.size() && !kept.contains(key(wanted.at(last + 1))))
                ++last;
            beginInsertRows({}, number, last);
            for (int added = number; added <= last; ++added)
                m_rows.insert(added, wanted.at(added));
            endInsertRows();
            number = last;
        }
    }

    void moveHere(int number, const QString &wanted)
    {
        int from = number;
        while (key(m_rows.at(from)) != wanted)
            ++from;
        if (from == number)
            return;
        beginMoveRows({}, from, from, {}, number);
        m_rows.move(from, number);
        endMoveRows();
    }

    void replaceChanged(const QList<Row> &wanted)
    {
        for (int first = 0; first < wanted.size(); ++first) {
            if (m_rows.at(first) == wanted.at(first))
                continue;
            int last = first;
            m_rows[last] = wanted.at(last);
            while (last + 1 < wanted.size() && !(m_rows.at(last + 1) == wanted.at(last + 1))) {
                ++last;
                m_rows[last] = wanted.at(last);
            }
            emit dataChanged(index(first, 0), index(last, columnCount() - 1));
            first = last;
        }
    }

    QList<Row> m_rows;
    std::optional<QList<Row>> m_wanted; ///< to be taken
    bool m_taking = false;
};
