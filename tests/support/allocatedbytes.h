// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#include <cstddef>
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // NOLINT(bugprone-reserved-identifier): GCC has no header for it
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

/// How many bytes of the heap are in use by the whole process; 0 where nobody tells.
inline qint64 allocatedBytes()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#elif defined(__GLIBC__)
    return static_cast<qint64>(mallinfo2().uordblks);
#else
    return 0;
#endif
}
