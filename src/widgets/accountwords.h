// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct AccountLook;
struct MainWindowParts;

/// "Northlight, Mara Lindqvist (sign-in ended)": an account in a menu. An ampersand in a name is not a key.
QString accountMenuText(const AccountLook &look);

/// The name of the window's account where several are open; empty where it goes without saying.
QString accountToName(const MainWindowParts &parts);

/// "Your role is User; the plan is Teams.": what decides what Calendly lets the account do, as far as it is known.
QString standingText(const MainWindowParts &parts);

/// "Schedule – Northlight – Sundial": the window's title on a page.
QString windowTitleOf(const MainWindowParts &parts, const QString &page);

/// "In the account Northlight": below a question that does something in Calendly; empty where there is one account.
QString actingAsText(const MainWindowParts &parts);

/// The same behind a notice of what was done in Calendly: "Single-use link copied · account Northlight".
QString withAccountBehind(const MainWindowParts &parts, const QString &notice);

/// The same before `sentences`: what a dialog that does something in Calendly says of it.
QString withAccount(const MainWindowParts &parts, const QString &sentences);
