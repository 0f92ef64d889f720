// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class SearchIndex;

/// Takes meetings that the search index lacks into it, a few at a time between other work: after an update of the
/// program, and after damage.
class SearchFiller : public QObject
{
    Q_OBJECT

public:
    explicit SearchFiller(SearchIndex &index, QObject *parent = nullptr);

    void start(); ///< harmless where nothing is missing; begins with an empty index where it is damaged
    void forget(); ///< begins anew with another account's store
    bool isFilling() const { return m_next.isActive(); }
    bool hasFailed() const { return m_failed; } ///< the index can neither be read nor made anew

signals:
    void finished(); ///< all there is can be found, or it failed

private:
    void fillSome();
    bool repair();

    SearchIndex &m_index;
    QTimer m_next;
    int m_repairs = 0;
    bool m_failed = false;
};
