// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancelitem.h"
#include "canceltable.h"
#include "journal.h"

/// What is being canceled, in memory and on the disk.
class CancelJournal : public Journal<CancelItem, QUrl, CancelTable>
{
public:
    CancelJournal(CancelTable &table, Clock clock);

    /// The request left when it was announced, and what became of it is not known. That time stays: what is found later is
    /// compared with it.
    void noteUnknown(const QUrl &meeting, const Error &problem);
    /// Its link is made, whatever the disk says, and it waits.
    void noteLink(const CancelItem &item, const Error &problem);

protected:
    /// What was on its way when the program ended is unknown.
    Result<QList<CancelItem>> readItems() override;
};
