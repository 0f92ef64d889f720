// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct MonthContent;
struct MonthLayout;
struct MonthPart;

// What a month says of its days and meetings to those who hear it, and in tool tips.

/// "Friday 20 November, today, 6 meetings, 1 canceled".
QString spokenDay(const MonthContent &content, const MonthLayout &layout, int day);
/// "13:00 to 13:45, Product demo, …, confirmed, Friday 20 November".
QString spokenMeeting(const MonthContent &content, const MonthLayout &layout, const MonthPart &part, int day);
/// "3 more meetings, Friday 20 November".
QString spokenMore(const MonthContent &content, const MonthLayout &layout, int day);
/// "+3 more".
QString moreText(int count);

/// All words of the meeting, as rich text in which those of the meeting are nothing but words.
QString meetingToolTip(const MonthContent &content, const MonthPart &part);
