// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// What reads data from outside, called with bytes that may be anything. It has to come back whatever they are; what it
/// promises of its answer is checked with mustHold().
struct FuzzTarget
{
    const char *name;
    void (*decode)(const QByteArray &input);
};

/// All of them; `name` is also that of the folder of first inputs.
QList<FuzzTarget> fuzzTargets();

/// Ends the process and says `what` is broken, which fuzzers and tests take for a crash.
void mustHold(bool holds, const char *what);

void fuzzResources(const QByteArray &input);
void fuzzAnswers(const QByteArray &input);
void fuzzTokens(const QByteArray &input);
void fuzzRedirects(const QByteArray &input);
void fuzzArguments(const QByteArray &input);
void fuzzSearch(const QByteArray &input);
void fuzzRecipients(const QByteArray &input);
void fuzzSignatures(const QByteArray &input);
void fuzzExports(const QByteArray &input);
void fuzzOwnData(const QByteArray &input);
void fuzzStored(const QByteArray &input);
void fuzzTexts(const QByteArray &input);
void fuzzJournals(const QByteArray &input);
void fuzzAccounts(const QByteArray &input);
