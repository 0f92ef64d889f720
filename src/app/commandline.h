// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

/// What Sundial was started with.
struct LaunchOptions
{
    bool demo = false; ///< invented data from the built-in sandbox
    bool quick = false; ///< ready to type an event type's name and copy a single-use link
    QString profile; ///< folder of all that this run keeps; empty: the usual one
    QUrl apiUrl{QStringLiteral("https://api.calendly.com")};
    QUrl authUrl{QStringLiteral("https://auth.calendly.com")};
    QString clientId; ///< OAuth client; empty: no sign-in with the browser
    QUrl redirectUri; ///< empty: loopback with a port that the system gives
    QString uri; ///< handed over by the system or typed; not to be trusted
    QStringList ownServer; ///< those options that were given and say where to sign in, such as "--api-url"
    bool operator==(const LaunchOptions &) const = default;
};

/// What the command line asks for.
struct CommandLine
{
    enum class Wish { Run, Help, Version, Wrong };

    Wish wish = Wish::Run;
    LaunchOptions options;
    QString text; ///< for Help, Version and Wrong: what to print

    bool operator==(const CommandLine &) const = default;
};

/// `arguments` as the program got them, its own name first.
CommandLine parseCommandLine(const QStringList &arguments);

/// What a second start hands over to the first: only what the first may act on.
QStringList handedOver(const LaunchOptions &options);

/// What a second start may not hand over and would lose without a word: the sentence that says so, else empty. An address
/// from the browser belongs to a sign-in that the first began, so that one goes over all the same.
QString refusalBesideFirst(const LaunchOptions &options, bool hasToken);
