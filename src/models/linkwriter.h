// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exportsetting.h"
#include "linkentry.h"

#include <QByteArray>
#include <QList>

/// The ledger for others to read, as UTF-8: a table for spreadsheets, JSON, or a table in Markdown.
QByteArray exportedLinks(const QList<LinkEntry> &links, ExportFormat format, const ExportSetting &setting);
