// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meetingselection.h"
#include "searchquery.h"

/// The hits of `search`, narrowed by what else `query` asks for, as SQL over the search index that gives their ids in
/// order of time.
MeetingSelection searchSelectionOf(const SearchQuery &search, const MeetingQuery &query, const QList<TypeName> &types);
