// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>

/// What the header Calendly-Webhook-Signature says about a delivery (BEHAVIOUR 16.6).
struct SignatureCheck
{
    enum class Verdict {
        Valid,
        Wrong, ///< another key, or the body is not the one that was signed
        TooOld, ///< signed with this key, but longer ago than a delivery may be
        Malformed, ///< no time or no signature in the header
    };

    Verdict verdict = Verdict::Malformed;
    QDateTime signedAt; ///< null where the header does not say
    bool operator==(const SignatureCheck &) const = default;
};

inline constexpr std::chrono::minutes oldestSignature{3};

/// Checks `body` as it was received, byte for byte. `header` is the header's value, or the whole line. A line break that
/// copying added to the end of the body does no harm.
SignatureCheck checkSignature(const QByteArray &body, const QByteArray &header, const QByteArray &key, const QDateTime &now);
