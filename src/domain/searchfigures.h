// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchquery.h"

#include <QStringView>

/// Filters that figures are made of: weekday:, hour:, lead:, source: and campaign:.
bool isFigureKey(QStringView key);

/// Understands what stands in the text of `part` behind such a key; false where it says nothing, or not yet.
bool understandFigure(SearchPart &part, QStringView key);

/// True where letters that are typed next may make something of `word` behind such a key.
bool isBeginningOfFigure(const QString &word, QStringView key);
