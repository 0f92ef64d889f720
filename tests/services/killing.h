// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QSqlQuery>
#include <QTest>

#include <functional>

/// How often a program is killed: as `./dev soak` wants it, else so often.
inline int killsWanted(int usual)
{
    bool isGiven = false;
    const int wanted = qEnvironmentVariableIntValue("SUNDIAL_SOAK", &isGiven);
    return isGiven ? wanted : usual;
}

/// Kills `child` as soon as `moment` comes, or a few events of the server later; false where it never comes, or where the
/// program ended otherwise than by being killed or by having done all.
inline bool killOnce(QProcess &child, const std::function<bool()> &moment)
{
    constexpr int longestWait = 60000;
    const bool came = QTest::qWaitFor([&] { return moment() || child.state() == QProcess::NotRunning; }, longestWait);
    for (int turns = QRandomGenerator::global()->bounded(6); turns > 0; --turns)
        QCoreApplication::processEvents();
    child.kill();
    const bool ended = QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, longestWait);
    return came && ended && (child.exitStatus() == QProcess::CrashExit || child.exitCode() == 0);
}

/// What SQLite says of the whole file: "ok".
inline QString integrityOf(const Database &store)
{
    QSqlQuery check(QStringLiteral("PRAGMA integrity_check"), store.connection());
    return check.next() ? check.value(0).toString() : QString();
}
