// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinfailure.h"

#include "errortext.h"
#include "porttaken.h"
#include "untrusted.h"

#include <QCoreApplication>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SignInFailure)
};

} // namespace

SignInFailure signInFailure(const Error &error)
{
    const QString title = errorText(error).title;
    switch (error.kind) {
    case Error::Kind::NotAllowed:
        return {Words::tr("You did not allow access"), Words::tr("Nothing was stored. Try again, or use a personal access token instead.")};
    case Error::Kind::TimedOut:
        return {Words::tr("Time is up"), Words::tr("The browser did not come back in time. Nothing was stored; try again.")};
    case Error::Kind::Conflict: // says who signed in, and whose schedule this is
        return {Words::tr("This is another account"), Words::tr("%1 Nothing was stored.").arg(error.message)};
    case Error::Kind::Stopped:
        return {Words::tr("Stopped"), Words::tr("Nothing was stored.")};
    case Error::Kind::ScopeMissing:
        return {Words::tr("A permission is missing"), Words::tr("%1 Nothing was stored. Sign in again and allow it.").arg(whyUnread(error))};
    case Error::Kind::Offline:
        if (isUntrusted(error))
            return {title, Words::tr("Something on the way could not prove that it is Calendly, so the browser’s answer was not sent on. Nothing was stored, and "
                                     "nothing that you had is lost. Check the date of this computer and the network, then try again.")};
        return {title, Words::tr("The browser’s answer could not be sent on, so nothing was stored, and nothing that you had is lost. Try again when this computer "
                                 "is online.")};
    case Error::Kind::Interrupted:
        return {title, Words::tr("It is not known how far the sign-in came in Calendly, and the browser’s answer may be used up. Nothing was stored, and nothing "
                                 "that you had is lost. Try again: that starts a new sign-in.")};
    case Error::Kind::Malformed:
        return {title, Words::tr("What came back is not from Calendly, or is damaged; a network that asks for its own sign-in does this. Nothing was stored, and "
                                 "nothing that you had is lost. Try again: that starts a new sign-in.")};
    case Error::Kind::RateLimited:
    case Error::Kind::ServerFailed:
        return {title, Words::tr("Calendly cannot finish a sign-in just now. Nothing was stored, and nothing that you had is lost. Try again in a minute.")};
    case Error::Kind::Storage:
        if (isPortTaken(error))
            return {Words::tr("The way back from the browser is taken"),
                    Words::tr("The port of this computer that the browser’s answer comes back through cannot be opened: another program has it, or another "
                              "sign-in of Sundial. Nothing was stored. Stop that one and try again, or use a personal access token instead.")};
        break;
    case Error::Kind::Refused:
    case Error::Kind::SignedOut:
    case Error::Kind::NotFound:
        break;
    }
    return {title, Words::tr("The sign-in could not be finished and nothing was stored. Try again, or use a personal access token instead.")};
}
