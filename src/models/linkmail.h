// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "linkentry.h"

#include <QList>
#include <QString>

/// What is written to each recipient unless told otherwise; {name} and {link} stand for theirs.
QString usualMailText();

/// One letter after the other, each with its address above. Where no name is known, {name} goes with the blank before it.
QString mailTexts(const QString &text, const QList<LinkEntry> &links);

/// Name, address and link in columns, for pasting into a spreadsheet.
QString linkColumns(const QList<LinkEntry> &links);
