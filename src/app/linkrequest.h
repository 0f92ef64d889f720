// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// What an address such as "io.github.sundial-app://link/intro?label=Ana" asks for: to have a single-use link of an event
/// type ready to be made. Anybody may write one, so it is plain text on one line, and short.
struct LinkRequest
{
    QString slug; ///< that of the event type; may be empty, or name none
    QString label;
    bool operator==(const LinkRequest &) const = default;
};

/// Nothing where `address` is not of this kind.
std::optional<LinkRequest> linkRequestFrom(const QString &address);
