// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvwriter.h"
#include "fuzztargets.h"
#include "markdownwriter.h"
#include "plaintext.h"
#include "resourcejson.h"
#include "zones.h"

/// Texts of strangers on their way to where they are shown; and names of zones and instants.
void fuzzTexts(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const QString line = oneLine(text, 80);
    mustHold(line.size() <= 80 && !line.contains(u'\n'), "a line is one line, and not too long");
    plainBlock(text);
    isolated(text);
    foldedForSearch(text);
    mustHold(!markdownText(text).contains(u'\n'), "text in a list stays in its line");
    const QString cell = csvCell(text);
    mustHold(cell.isEmpty() || !QStringLiteral("=+-@").contains(cell.front()), "no cell is taken for a formula");
    const QDateTime instant = instantFromText(text);
    mustHold(!instant.isValid() || instantFromText(instantToText(instant)) == instant, "an instant is written as it was read");
    const auto zone = zoneNamed(text);
    mustHold(!zone || zone->isValid(), "a zone is one");
}
