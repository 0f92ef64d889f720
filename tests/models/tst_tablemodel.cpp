// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace {

using Pair = std::pair<QString, int>;

class PairModel : public TableModel<Pair>
{
public:
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }

protected:
    QString key(const Pair &row) const override { return row.first; }
    QVariant cell(const Pair &row, int column, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return column == 0 ? QVariant(row.first) : QVariant(row.second);
    }
};

Pair pairOf(char letter, int number)
{
    return {QString(QLatin1Char(letter)), number};
}

} // namespace

class TestTableModel : public QObject
{
    Q_OBJECT

private slots:
    void sameRowsSayNothing()
    {
        PairModel model;
        model.setRows({pairOf('a', 1), pairOf('b', 2)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setRows({pairOf('a', 1), pairOf('b', 2)});
        QCOMPARE(changed.count(), 0);
        QCOMPARE(inserted.count(), 0);
    }

    void oneChangedRowIsToldAlone()
    {
        PairModel model;
        model.setRows({pairOf('a', 1), pairOf('b', 2), pairOf('c', 3)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRows({pairOf('a', 1), pairOf('b', 5), pairOf('c', 3)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
    }

    void indexesFollowTheirRows()
    {
        PairModel model;
        model.setRows({pairOf('a', 1), pairOf('b', 2), pairOf('c', 3)});
        const QPersistentModelIndex kept = model.index(1, 0);
        const QPersistentModelIndex gone = model.index(0, 0);
        model.setRows({pairOf('c', 3), pairOf('x', 9), pairOf('b', 7)});
        QVERIFY(!gone.isValid());
        QCOMPARE(kept.row(), 2);
        QCOMPARE(model.index(2, 1).data().toInt(), 7);
    }

    void neighboursComeAndGoTogether()
    {
        PairModel model;
        model.setRows({pairOf('a', 1), pairOf('z', 1)});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setRows({pairOf('a', 1), pairOf('b', 1), pairOf('c', 1), pairOf('z', 1)});
        QCOMPARE(inserted.count(), 1);
        model.setRows({pairOf('a', 1), pairOf('z', 1)});
        QCOMPARE(removed.count(), 1);
    }

    void ofRowsWithTheSameKeyTheFirstCounts()
    {
        PairModel model;
        model.setRows({pairOf('a', 1), pairOf('b', 1)});
        model.setRows({pairOf('a', 1), pairOf('b', 2), pairOf('b', 3)});
        QCOMPARE(model.rows(), (QList<Pair>{pairOf('a', 1), pairOf('b', 2)}));
    }

    void rowsAskedForWhileAViewIsTold_areTakenOnceTheChangeIsDone()
    {
        PairModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({pairOf('a', 1), pairOf('b', 1), pairOf('c', 1)});
        // As a view does that makes another row the current one, whose card saves what was typed there.
        connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, &model,
                [&model] { model.setRows({pairOf('a', 7), pairOf('b', 1)}); }, Qt::SingleShotConnection);
        model.setRows({pairOf('a', 1), pairOf('b', 1)});
        QCOMPARE(model.rows(), (QList<Pair>{pairOf('a', 7), pairOf('b', 1)}));
    }

    void anyChangeEndsInTheRowsAskedFor()
    {
        PairModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(4);
        for (int round = 0; round < 300; ++round) {
            QList<Pair> rows;
            for (char letter = 'a'; letter <= 'l'; ++letter) {
                if (random.bounded(3) > 0)
                    rows.append(pairOf(letter, random.bounded(3)));
            }
            std::shuffle(rows.begin(), rows.end(), random);
            model.setRows(rows);
            QCOMPARE(model.rows(), rows);
        }
    }
};

QTEST_GUILESS_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
