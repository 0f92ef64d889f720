// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cardcontent.h"

/// Everything on a card as Markdown. Foreign text stays text: nothing in it becomes a heading, a picture, a link or markup.
QString cardAsMarkdown(const CardContent &card, const AgendaSetting &setting);
