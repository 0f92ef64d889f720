// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

/// Says that what this thread wrote is for whoever takes `what` over. Qt's pool and events see to that; ThreadSanitizer does
/// not see Qt's locks, and is told here. Nothing in other builds.
inline void handOver([[maybe_unused]] void *what)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_release(what);
#endif
}

inline void takeOver([[maybe_unused]] void *what)
{
#if defined(__SANITIZE_THREAD__)
    __tsan_acquire(what);
#endif
}
