// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timerange.h"

#include <QList>

#include <chrono>

// Sets of stretches of time. Results are in order and do not touch or overlap.

QList<TimeRange> united(QList<TimeRange> ranges);
QList<TimeRange> intersected(const QList<TimeRange> &ranges, const QList<TimeRange> &with);
QList<TimeRange> without(const QList<TimeRange> &ranges, const QList<TimeRange> &taken);
std::chrono::seconds lengthOf(const QList<TimeRange> &ranges);
