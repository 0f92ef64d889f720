// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountmark.h"

#include <QString>

class QFont;
class QPainter;
class QPalette;
class QRect;

/// A person is round, an account is square; a checked one stands on the ground of what is well.
enum class AvatarShape { Person, Account, Checked };

/// The initials of `name` in the middle of `rect`, a square.
void paintAvatar(QPainter &painter, const QRect &rect, const QString &name, AvatarShape shape, const QFont &base, const QPalette &palette);

/// The square of one of several accounts, in its colour.
void paintAccount(QPainter &painter, const QRect &rect, const AccountMark &account, const QFont &base, const QPalette &palette);
