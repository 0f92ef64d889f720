// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class ActivityService;
class ErasureService;
class RoutingService;
class TeamService;

/// What belongs to the organization as a whole. All outlive this.
struct OrganizationServices
{
    TeamService &team;
    RoutingService &routing;
    ActivityService &activity;
    ErasureService &erasure;
};
