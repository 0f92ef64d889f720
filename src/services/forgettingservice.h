// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "result.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

class AccountService;
class BackupService;
class Database;
class Forgetting;
class MeetingService;
class Retention;
class SyncStateTable;

/// What ForgettingService works with. All outlive it.
struct ForgettingParts
{
    AccountService &account;
    Database &database;
    SyncStateTable &syncState;
    MeetingService &meetings;
    Retention &retention;
    BackupService *backups = nullptr; ///< null: there are none
    Clock clock;
    std::chrono::milliseconds afterStart{5'000}; ///< a start has better things to do
    std::chrono::milliseconds betweenPieces{10}; ///< so that nobody who types notices
    std::chrono::milliseconds tick{3'600'000}; ///< the wall clock is looked at so often, since timers stand still in sleep
};

/// Forgets what is kept no longer: a little after an account was opened, when another time was chosen, and once a day, but by
/// itself only where Calendly answered in the week before by this computer's clock, so that one that is set far ahead does
/// no harm; else as soon as it has answered. It goes a few meetings at a time, each piece whole, and goes on at the next start where it was broken off. What went is
/// overwritten in the files, what was set aside of the store goes, but for a time what could not be read whole, and backups that
/// hold its history are made anew.
class ForgettingService : public QObject
{
    Q_OBJECT

public:
    explicit ForgettingService(ForgettingParts parts, QObject *parent = nullptr);
    ~ForgettingService() override;

    bool isForgetting() const { return m_step != Step::Idle; }
    /// Why the last run broke off; the next one, a day later at most, tries again.
    std::optional<Error> problem() const { return m_problem; }
    /// With problem(): all that was to go is gone from the store, but can still be read in its files.
    bool leavesTraces() const { return m_leavesTraces; }

    /// Something was deleted for good: what the files still hold of it is overwritten.
    void overwriteErased();
    /// Calendly may have answered: a run that waits for that, since the clock was not to be trusted, begins.
    void makeUp();

signals:
    void finished(); ///< nothing is left to be forgotten
    void failed(const Error &error);

private:
    enum class Step { Idle, Meetings, History, Overwriting, Backups };

    void begin();
    void run();
    bool isClockTrusted() const;
    void runWhenDue();
    void work();
    Result<Done> workOn(Step step);
    Result<Done> prepare();
    Result<Done> forgetMeetings();
    Result<Done> forgetHistory();
    Result<Done> overwrite();
    Result<Done> renewBackups();
    void backupsAnswered(bool renewed);
    void goOnTo(Step step);
    void finish(const std::optional<Error> &problem);

    ForgettingParts m_parts;
    std::unique_ptr<Forgetting> m_store;
    QTimer m_start;
    QTimer m_next; ///< the next piece
    QTimer m_tick;
    Step m_step = Step::Idle;
    QDateTime m_horizon; ///< of this run; null: only what an earlier one left is overwritten
    qint64 m_historySeen = 0; ///< entries up to this one were looked at
    QDateTime m_ranAt; ///< by the wall clock
    std::optional<Error> m_problem;
    bool m_leavesTraces = false;
    bool m_waitsForAnswer = false; ///< a run is due, but the clock is not to be trusted yet
};
