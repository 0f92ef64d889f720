// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "diagnostics.h"

class AccountService;
class Database;
class RestClient;
class SyncService;

/// What DiagnosticsService looks at. All outlive it.
struct DiagnosticsParts
{
    const AccountService &account;
    const SyncService &sync;
    const RestClient &client;
    Database &database;
    Clock clock;
};

/// Gathers what helps to mend Sundial, and nothing about its user.
class DiagnosticsService
{
public:
    explicit DiagnosticsService(DiagnosticsParts parts) : m_parts(std::move(parts)) { }

    /// As it is now; `program` is left to those who know it.
    Diagnostics take() const;

private:
    Diagnostics::Facts account() const;
    Diagnostics::Facts store() const;
    Diagnostics::Facts sync() const;

    DiagnosticsParts m_parts;
};
