// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <QByteArray>
#include <QUrlQuery>

/// What a public page answers: a page, or the address to go to.
struct PageAnswer
{
    int status = 200;
    QByteArray html; ///< UTF-8; empty for a redirect
    QUrl redirect; ///< with status 303; relative to publicBase, e.g. "/mara/30-min-intro"
};

/// The web pages that an invitee sees: a person's and an event type's page, the form that books, single-use links, and
/// the pages that cancel and move a booking. Plain HTML without scripts. Answers 404 for any other path.
class PublicPages
{
public:
    explicit PublicPages(World &world) : m_world(world) { }

    /// True where `path` is one of these pages' kinds, so that a server knows whom to ask.
    static bool owns(const QString &path);

    PageAnswer get(const QString &path, const QUrlQuery &query) const;

    /// `form` is the decoded body of an application/x-www-form-urlencoded request; `+` already read as a space.
    PageAnswer post(const QString &path, const QUrlQuery &query, const QUrlQuery &form);

private:
    World &m_world; // outlives the pages
};
