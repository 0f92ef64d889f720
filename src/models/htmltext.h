// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The words of HTML, line by line; nothing of it is carried out or loaded.
QString htmlAsText(const QString &html);
