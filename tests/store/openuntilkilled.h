// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/// Opens `store` in a process of its own, which is killed where a file grows beyond `bytes`. Says whether it was.
inline bool openUntilKilled(const QString &store, rlim_t bytes)
{
    const pid_t child = fork();
    if (child == 0) {
        const rlimit none{.rlim_cur = 0, .rlim_max = 0};
        const rlimit small{.rlim_cur = bytes, .rlim_max = bytes};
        setrlimit(RLIMIT_CORE, &none);
        setrlimit(RLIMIT_FSIZE, &small);
        std::signal(SIGXFSZ, SIG_DFL);
        Database database;
        const bool opened = database.open(store).has_value();
        _exit(opened ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ;
}
