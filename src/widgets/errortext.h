// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <QString>

/// An error in words for the user: what happened, what stays true, one way on. No codes, no URLs.
struct ErrorText
{
    QString iconName;
    QString title; ///< "Calendly cannot be reached"
    QString sentence; ///< the rest
    QString button; ///< "Try again"; empty where nothing helps
};

/// For a page or a panel that could not be filled.
ErrorText errorText(const Error &error);

/// One sentence for a part of a page, or after another sentence: why something could not be read. Says nothing of what was
/// done, since reading does nothing.
QString whyUnread(const Error &error);

/// One sentence for a toast or below a field: why something the user asked for did not happen. Says when the outcome is
/// not known.
QString errorSentence(const Error &error);
