// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct GridBlock;
struct GridNote;
struct TimeGridContent;
struct TimeGridLayout;

// What a time grid says of its meetings and days to those who hear it, and in tool tips.

/// "13:00 to 13:45, Product demo, …, confirmed, Friday 20 November".
QString spokenMeeting(const TimeGridContent &content, const TimeGridLayout &layout, const GridBlock &block, int day);
/// "Friday 20 November, today, 3 meetings".
QString spokenDay(const TimeGridContent &content, const TimeGridLayout &layout, int day);
/// Notes, open, busy and unknown times, changes of the clocks, runs without a break.
QString spokenDayDetails(const TimeGridContent &content, const TimeGridLayout &layout, int day);

/// All words of the meeting, as rich text in which those of the meeting are nothing but words.
QString meetingToolTip(const TimeGridContent &content, const GridBlock &block);
QString dayToolTip(const TimeGridContent &content, const TimeGridLayout &layout, int day);
