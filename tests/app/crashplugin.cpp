// SPDX-License-Identifier: GPL-3.0-or-later
// A plugin that is never done loading. It says so at the end of the pipe that CRASHPLUGIN_SAYS names.
#include <cstdlib>

#include <unistd.h>

namespace {

struct Forever
{
    Forever()
    {
        const char byte = 'x';
        while (write(std::atoi(std::getenv("CRASHPLUGIN_SAYS")), &byte, 1) == 1)
            pause();
    }
} const forever;

} // namespace
