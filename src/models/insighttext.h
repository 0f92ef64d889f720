// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insightcharts.h"

// How figures read.

QString meetingsText(int count);
/// "20 h", "4 days": a lead time without more detail than it deserves.
QString leadText(std::chrono::minutes lead);
QString percentText(double share, const QLocale &locale);
/// "So far 30: 4 more than before"; without "so far" where the period is over.
QString comparisonText(int soFar, int before, bool running);
QString comparisonText(std::chrono::minutes soFar, std::chrono::minutes before, bool running);
/// What the figures do not know, and what they are compared with.
QStringList insightNotes(const Insight &insight, const InsightQuery &query, const QLocale &locale);
/// The figures that stand by themselves.
QList<InsightFigure> insightFigures(const Insight &insight, bool running, const QLocale &locale);
