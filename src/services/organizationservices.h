// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class TeamService;

/// What belongs to the organization as a whole. All outlive this.
struct OrganizationServices
{
    TeamService &team;
};
