// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Who gets a link each, as pasted: one name in a line, or rows of a spreadsheet or CSV file with commas, semicolons or tabs.
/// Where the first row names the columns, a label is a name and, in parentheses, what else is said of who has it.
struct RecipientList
{
    QStringList labels; ///< "Petra Kohl (Nordwind AG) <petra@nordwind.example>"
    bool hadHeads = false; ///< the first row named the columns and is left out
    int repeated = 0; ///< rows that said the same as one before them; left out
    int tooMany = 0; ///< rows beyond the most that are taken
    bool operator==(const RecipientList &) const = default;
};

constexpr int mostRecipients = 500;
constexpr int longestLabel = 200;

RecipientList recipientsIn(const QString &text);
