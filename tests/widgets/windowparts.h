// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindowparts.h"
#include "serviceworld.h"

/// What windows of a test world work with; nothing is remembered.
inline MainWindowParts windowParts(ServiceWorld &world)
{
    Program &program = *world.program;
    return {program.account, program.meetings,     program.eventTypes, program.links,         program.cancels, program.held,
            program.availability, program.sync, world.clock.clock(), {}, {}};
}
