// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortext.h"

#include "incomplete.h"
#include "permissiontext.h"
#include "untrusted.h"

#include <QCoreApplication>

namespace {

// The contexts of translations are functions here, as there is no class.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

ErrorText errorText(const Error &error)
{
    const QString again = Words::tr("Try again");
    switch (error.kind) {
    case Error::Kind::Offline:
        if (isUntrusted(error))
            return {QStringLiteral("locked"), Words::tr("No secure connection to Calendly"),
                    Words::tr("Something on the way could not prove that it is Calendly, so nothing was sent. Check the date of this computer and the network. What was read before stays here."), again};
        return {QStringLiteral("offline"), Words::tr("Calendly cannot be reached"),
                Words::tr("This computer is offline, or something on the way keeps Calendly’s answers back. What was read before stays here."), again};
    case Error::Kind::TimedOut:
        return {QStringLiteral("clock"), Words::tr("Calendly does not answer"), Words::tr("It took too long. What was read before stays here."), again};
    case Error::Kind::SignedOut:
        return {QStringLiteral("key"), Words::tr("Sign in again"),
                Words::tr("Calendly no longer accepts this sign-in. This happens after a change of e-mail, password or sign-in method."),
                Words::tr("Sign in with browser")};
    case Error::Kind::ScopeMissing:
        if (error.requiredScopes.contains(QLatin1String("users:read"))) // without it there is nothing else that works
            return {QStringLiteral("locked"), Words::tr("This sign-in does not tell whose it is"),
                    Words::tr("%1 Without it Sundial cannot know whose meetings to show. Sign in with one that has it.").arg(missingPermissionSentence(error.requiredScopes)),
                    Words::tr("Sign in again")};
        return {QStringLiteral("locked"), Words::tr("This is locked"),
                //: %1 is the sentence that names the permission.
                Words::tr("%1 Everything else works. “Permissions…” in the menu of the account tells how to allow it.").arg(missingPermissionSentence(error.requiredScopes)),
                QString()};
    case Error::Kind::NotAllowed:
        if (isForPlan(error))
            return {QStringLiteral("locked"), Words::tr("The plan does not include this"),
                    Words::tr("Calendly wants a bigger plan for it than the one of this organization. Everything else works."), QString()};
        return {QStringLiteral("locked"), Words::tr("Calendly does not allow this"),
                Words::tr("Your role in the organization, or its plan, does not include it. Everything else works."), QString()};
    case Error::Kind::NotFound:
        return {QStringLiteral("search"), Words::tr("This is gone"), Words::tr("Calendly no longer has it. Somebody may have deleted it."), again};
    case Error::Kind::Conflict:
        return {QStringLiteral("overlap"), Words::tr("Something else came first"),
                Words::tr("It changed in Calendly in the meantime. Nothing was done."), again};
    case Error::Kind::Refused:
        return {QStringLiteral("warning"), Words::tr("Calendly did not accept this"), Words::tr("Nothing was changed."), again};
    case Error::Kind::RateLimited:
        return {QStringLiteral("expiring"), Words::tr("Calendly asks to wait"),
                Words::tr("This account used up its calls for now, shared with its other apps. Sundial goes on by itself."), QString()};
    case Error::Kind::ServerFailed:
        return {QStringLiteral("warning"), Words::tr("Calendly has a problem"),
                Words::tr("It could not answer just now. What was read before stays here."), again};
    case Error::Kind::Malformed:
        if (isIncomplete(error))
            return {QStringLiteral("warning"), Words::tr("Part of the list is missing"),
                    Words::tr("Calendly’s list ended before it was whole. What was read before stays here."), again};
        return {QStringLiteral("warning"), Words::tr("The answer makes no sense"),
                Words::tr("What came back is not from Calendly, or is damaged. A network that asks for a sign-in does this. What was read before stays here."), again};
    case Error::Kind::Interrupted:
        return {QStringLiteral("offline"), Words::tr("The connection broke"), Words::tr("What was read before stays here."), again};
    case Error::Kind::Storage:
        return {QStringLiteral("warning"), Words::tr("This computer could not store it"),
                Words::tr("The disk may be full, or the keychain is locked. Nothing in Calendly was changed by this."), again};
    case Error::Kind::Stopped:
        return {QStringLiteral("stop"), Words::tr("Stopped"), Words::tr("It was stopped before it was done."), again};
    }
    return {};
}

QString whyUnread(const Error &error)
{
    if (error.kind == Error::Kind::ScopeMissing)
        return missingPermissionSentence(error.requiredScopes);
    if (error.kind == Error::Kind::NotAllowed)
        return isForPlan(error) ? Words::tr("Calendly wants a bigger plan for it than the one of this organization.")
                                : Words::tr("Your role in the organization, or its plan, does not include it.");
    //: A title, as a sentence.
    return Words::tr("%1.").arg(errorText(error).title);
}

QString errorSentence(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
        if (isUntrusted(error))
            return Words::tr("No secure connection to Calendly: something on the way could not prove that it is Calendly. Check the date of this computer and the network. Nothing was sent.");
        return Words::tr("Calendly cannot be reached. Nothing was sent; try again when this computer is online.");
    case Error::Kind::TimedOut:
        return Words::tr("Calendly did not answer in time. It is not known whether it was done; look before you try again.");
    case Error::Kind::SignedOut:
        return Words::tr("Calendly no longer accepts this sign-in. Nothing was done; sign in again.");
    case Error::Kind::ScopeMissing:
        return Words::tr("%1 Nothing was done; “Permissions…” in the menu of the account tells how to allow it.").arg(missingPermissionSentence(error.requiredScopes));
    case Error::Kind::NotAllowed:
        return isForPlan(error) ? Words::tr("Calendly wants a bigger plan for this than the one of the organization. Nothing was done.")
                                : Words::tr("Your role in the organization, or its plan, does not allow this. Nothing was done.");
    case Error::Kind::NotFound:
        return Words::tr("Calendly no longer has this. Somebody may have deleted it.");
    case Error::Kind::Conflict:
        return Words::tr("It changed in the meantime. Nothing was done; look at it again.");
    case Error::Kind::Refused:
        return Words::tr("Calendly did not accept this. Nothing was done.");
    case Error::Kind::RateLimited:
        return Words::tr("This account used up its calls for now. Nothing was done; try again in a minute.");
    case Error::Kind::ServerFailed:
        return Words::tr("Calendly has a problem. It is not known whether it was done; look before you try again.");
    case Error::Kind::Malformed:
        if (isIncomplete(error))
            return Words::tr("Part of the list is missing. It is not known whether it was done; look before you try again.");
        return Words::tr("The answer makes no sense. It is not known whether it was done; look before you try again.");
    case Error::Kind::Interrupted:
        return Words::tr("The connection broke. It is not known whether it was done; look before you try again.");
    case Error::Kind::Storage:
        return Words::tr("This computer could not store it. The disk may be full, or the keychain is locked.");
    case Error::Kind::Stopped:
        return Words::tr("It was stopped before it was done.");
    }
    return {};
}
