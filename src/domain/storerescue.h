// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

/// A store that could not be used, and what became of what only this computer knew.
struct StoreRescue
{
    QString setAside; ///< where the file was moved; empty when all was well, or when it was gone
    bool newer = false; ///< it is of a newer version of the program, and not damaged
    bool otherAddress = false; ///< it was kept for another address of the same key, and neither damaged nor newer
    bool whole = false; ///< everything of ours could be read from it
    int rows = 0; ///< of ours that the new store began with
    bool unfinished = false; ///< nothing could be written, so that the next start tries it again
    QDateTime backup; ///< when the backup was made that the rest came from; null where there was none

    bool happened() const { return !setAside.isEmpty() || backup.isValid() || unfinished; }
    bool operator==(const StoreRescue &) const = default;
};
