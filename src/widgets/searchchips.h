// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchquery.h"

#include <QList>
#include <QObject>

#include <functional>

class Chip;
class QLineEdit;

/// What was understood of a search, as chips: one for each filter that was typed; clicking it takes its words out of the
/// field again.
class SearchChips : public QObject
{
    Q_OBJECT

public:
    /// Adds to the row of chips in `row`; both outlive this. `today` gives the day that "today" stands for.
    SearchChips(QLineEdit *search, QWidget *row, std::function<QDate()> today);

private:
    void present();
    void show(const SearchPart &part, const QString &text, bool warning);
    Chip *chipAt(qsizetype place);

    QLineEdit *m_search;
    QWidget *m_row;
    std::function<QDate()> m_today;
    QList<Chip *> m_chips; ///< made when they are first needed, and hidden when not
    QList<SearchPart> m_parts; ///< of the chips that are shown
};
