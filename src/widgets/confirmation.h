// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class AccountService;
class QWidget;

/// A question before something that cannot be taken back. What leaves things as they are is the default.
struct Confirmation
{
    QString objectName;
    QString title;
    QString question;
    QString consequences; ///< sentences
    QString act; ///< what the button does: "Remove from the organization"
    QString keep; ///< what the other one does: "Keep in the organization"
};

/// Asks over `parent`; `then` is called where the user wants it. The button that acts is called "confirmed". With the account
/// that it is about, the question goes.
void confirm(const Confirmation &words, AccountService &account, QWidget *parent, std::function<void()> then);
