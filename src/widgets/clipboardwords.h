// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class LinkService;

/// One sentence on what would be pasted now, where no link could be copied, so that an older one is not taken for it.
QString clipboardSentence(const LinkService &links);
