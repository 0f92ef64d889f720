// SPDX-License-Identifier: GPL-3.0-or-later
#include "processguard.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#    include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#    include <sys/prctl.h>
#endif

void protectProcess()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}
