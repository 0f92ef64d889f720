// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"
#include "renewaljournal.h"

#include <QFile>
#include <QTemporaryDir>

#include <limits>

/// The journal that tells an interrupted renewal from a finished one, as it lies on the disk.
void fuzzJournals(const QByteArray &input)
{
    using Phase = JournalEntry::Phase;
    static const QTemporaryDir folder;
    static const RenewalJournal journal(folder.path(), QStringLiteral("ana"));
    static const QString path = journal.lockPath().chopped(qsizetype(qstrlen(".lock")));
    QFile file(path);
    mustHold(file.open(QIODevice::WriteOnly) && file.write(input) == input.size() && file.flush(), "the input can be laid down");
    file.close();

    const JournalEntry entry = journal.read();
    mustHold(entry.generation >= 0 && entry.tries >= 0, "nothing was stored or sent less than no times");
    mustHold(entry.generation < std::numeric_limits<int>::max() && entry.tries < std::numeric_limits<int>::max(), "both can be counted on");
    mustHold(entry.sentAt.isNull() || (entry.sentAt.isValid() && entry.sentAt.timeSpec() == Qt::UTC), "a moment is UTC");
    mustHold(entry.phase != Phase::None || entry == JournalEntry(), "what has no phase says nothing");
    if (entry.phase == Phase::None)
        return;
    mustHold(journal.write(entry) && journal.read() == entry, "what is written can be read");
}
