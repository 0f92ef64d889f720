// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agendarows.h"
#include "meetingservice.h"
#include "toasthost.h"

/// What is told of a cancellation that ended, well or not.
Toast cancelNotice(const Result<MeetingService::CancelOutcome> &outcome, const MeetingDetails &meeting, const AgendaSetting &setting);
/// The same where nobody knows; `looksAgain` says that it is looked again by itself.
Toast unknownCancelNotice(const MeetingDetails &meeting, const AgendaSetting &setting, bool looksAgain);
