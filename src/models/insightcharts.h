// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <optional>

/// A number of meetings as a bar, and the search that lists them.
struct InsightBar
{
    QString key; ///< tells it from the others of its chart, and stays when figures change
    QString label;
    QString shortLabel; ///< where there is less room
    QString length; ///< of the meetings together; empty where that is not told
    QString color; ///< of an event type, as the server gave it
    int count = 0;
    int soFar = 0; ///< of `count`, those that have begun
    std::optional<int> before; ///< nothing where there is nothing to compare with
    QString words; ///< of a search
    std::optional<InsightDays> days; ///< other than those of the period
    QUrl eventType; ///< other than that of the query; empty: the same
    bool operator==(const InsightBar &) const = default;
};

struct InsightChart
{
    enum class Shape { Bars, Columns };

    QString key;
    QString title;
    Shape shape = Shape::Bars;
    QList<InsightBar> bars;
    QString remark; ///< below it; may be empty
    bool operator==(const InsightChart &) const = default;
};

/// A figure by itself.
struct InsightFigure
{
    QString key;
    QString title;
    QString value;
    QString remark; ///< what it is made of, and how it was before; may be empty
    QString before; ///< the figure of the period before; empty where there is none
    QString words; ///< of a search that lists what is counted
    bool operator==(const InsightFigure &) const = default;
};

/// What is told about a period.
struct InsightCharts
{
    QList<InsightFigure> figures;
    QList<InsightChart> charts;
    QStringList notes; ///< what the figures do not know
    bool hasRest = false; ///< some meetings are still to come
    bool compared = false;
    bool operator==(const InsightCharts &) const = default;
};

InsightCharts insightCharts(const Insight &insight, const InsightQuery &query, const QLocale &locale = QLocale());

/// True where there is nothing to tell.
bool isEmpty(const Insight &insight);

/// "Product demo, 12 meetings, 9 so far, 8 before".
QString spokenText(const InsightBar &bar);

/// The search that lists what a bar or a figure counts, with its days.
QString searchFor(const QString &words, const InsightDays &days);
