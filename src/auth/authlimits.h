// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

/// Times that signing in and renewing keep to; tests make them small.
struct AuthLimits
{
    std::chrono::seconds attempt{600}; ///< of a sign-in in the browser, on the clock; as long as a code lives
    std::chrono::milliseconds attemptCheck{500}; ///< how often the clock is looked at meanwhile
    std::chrono::milliseconds tokenCall{15000}; ///< of one call of the token endpoint, all in all
    std::chrono::milliseconds revocation{5000};
    std::chrono::milliseconds browserRequest{5000}; ///< of one connection to the loopback receiver
    std::chrono::seconds renewBefore{600}; ///< left of an access token when it is renewed; less of one that lives short
    std::chrono::milliseconds betweenRenewals{20000}; ///< of one account; the server allows 8 token calls a minute
    std::chrono::milliseconds longestBackOff{300000}; ///< between renewals that the server puts off
    std::chrono::milliseconds afterNotSent{2000}; ///< until a renewal is tried again that never reached the server
    std::chrono::milliseconds lockWait{20000}; ///< for another process that renews
    std::chrono::milliseconds lockPoll{50};
    /// Of a renewal that waits for the lock or the keychain: until the token that is still good is given out, and until
    /// those whom it does not help are told that the keychain does not answer.
    std::chrono::milliseconds presentTokenAfter{1000};
    std::chrono::milliseconds keychainAnswer{10000};
    std::chrono::milliseconds keepAgain{
        2000}; ///< before the first new try to store a pair; doubled up to 64 times that
};
