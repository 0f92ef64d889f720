// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appearance.h"
#include "composition.h"
#include "mainwindow.h"
#include "memoryvault.h"
#include "serviceworld.h"
#include "windowhands.h"

#include <QTemporaryDir>
#include <QTreeView>

/// Secrets that are there after the program was closed and opened again.
class LastingVault : public MemoryVault
{
    Q_OBJECT

public:
    bool isPersistent() const override { return true; }
};

/// The real window with everything behind it, its profile, and a local Calendly that it talks to over HTTP.
class WindowFixture
{
public:
    WindowFixture();
    ~WindowFixture();

    bool startServer() { return calendly.start(); }
    /// Starts the program on the profile as it is.
    bool openWindow();
    /// Starts the program and signs in with the demo person's token, by hand; waits until the meetings are there.
    bool openSignedIn();
    /// The server runs, the program is signed in, its list has the focus, and what it asked for until then is forgotten.
    bool openReady();
    void quit();

    WindowHands hands() const { return WindowHands(*window); }
    QTreeView *list(const char *page = "SchedulePage") const { return hands().seen<QTreeView>("list", page); }
    /// The first row of the page's list that holds `part`, as it is spoken; empty where there is none.
    QString rowOf(const QString &part, const char *page = "SchedulePage") const;
    /// True when a row of the page's list comes to hold `part`.
    bool listShows(const QString &part, const char *page = "SchedulePage") const;
    /// The week as a calendar, with the focus on it.
    bool showWeek() const;
    /// Waits until everything is read that a start reads.
    bool isUpToDate() const;
    /// Signs in on the welcome page with `token`.
    bool pasteToken(const QString &token);
    int sent(const QString &where) { return static_cast<int>(calendly->requests(where).size()); }
    /// Books a copy of a coming meeting as `name`, behind the program's back.
    QUrl bookAs(const QString &name, const QDateTime &start);
    /// `name` booked a meeting that runs now, and it is the current one; empty where it is not shown.
    QUrl selectBegun(const QString &name);
    /// All bytes that the profile holds.
    QByteArray storedBytes() const;

    bool holdsFirst = false; ///< a confirmed cancellation waits a moment before it is sent
    TestClock clock; ///< 10:00 in Berlin on a Wednesday
    LocalCalendly calendly;
    QTemporaryDir profile;
    LastingVault vault;
    std::unique_ptr<TokenVault> otherVault; ///< instead of that one, where a test sets it
    std::unique_ptr<ProfileFiles> profileFiles;
    std::unique_ptr<Composition> composition;
    std::unique_ptr<MainWindow> window;

private:
    Appearance m_appearance;
};
