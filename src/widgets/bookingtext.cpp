// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookingtext.h"

#include "errortext.h"
#include "format.h"
#include "givenreason.h"
#include "latewrites.h"
#include "permissiontext.h"
#include "plaintext.h"

#include <QCoreApplication>

namespace {

using Field = BookingFault::Field;
using Kind = BookingFault::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BookingText)
};

} // namespace

QString faultText(const BookingFault &fault)
{
    switch (fault.kind) {
    case Kind::NotAnAddress:
        return fault.field == Field::Guests ? Words::tr("One of these is not an e-mail address.") : Words::tr("This is not an e-mail address.");
    case Kind::NotANumber: return Words::tr("Write the number with its country, such as +49 30 1234567.");
    case Kind::TooMany: return Words::tr("Calendly takes %1 guests at most.").arg(mostGuests);
    case Kind::Missing: break;
    }
    switch (fault.field) {
    case Field::Zone: return Words::tr("Choose a time zone.");
    case Field::Place: return Words::tr("Choose a place.");
    case Field::Answer: return Words::tr("The event type asks for this.");
    default: return Words::tr("This is needed.");
    }
}

QString bookingErrorText(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::RateLimited:
        if (error.retryAfter)
            return Words::tr("The plan lets programs make no more bookings for now. Nothing was booked. It works again in %1, or at once on the booking page.")
                .arg(ageText(*error.retryAfter));
        return Words::tr("The plan lets programs make no more bookings for now. Nothing was booked. Try again later, or book on the booking page.");
    case Error::Kind::NotAllowed:
        if (isForPlan(error))
            return Words::tr("The plan of this organization does not let programs book: Calendly wants a bigger one. Nothing was booked. The booking page in the browser still works.");
        if (const QString reason = givenReason(error); !reason.isEmpty())
            return Words::tr("Calendly does not allow this booking, and nothing was booked. The booking page in the browser may still work. Calendly says: %1").arg(reason);
        return Words::tr("Calendly does not allow this booking, and does not say why. Nothing was booked. The booking page in the browser may still work.");
    case Error::Kind::ScopeMissing:
        return Words::tr("%1 Nothing was booked. “Permissions…” in the menu of the account tells how to allow it; the booking page in the browser works without.")
            .arg(missingPermissionSentence(error.requiredScopes));
    case Error::Kind::Refused:
        if (const QString reason = givenReason(error); !reason.isEmpty())
            return Words::tr("Calendly did not accept this, and nothing was booked. It says: %1").arg(reason);
        return Words::tr("It was not booked. You can try again.");
    case Error::Kind::NotFound: return Words::tr("This event type is gone or off. Nothing was booked.");
    case Error::Kind::Storage:
        return Words::tr("Nothing was sent: Sundial could not write down on this computer that it is booking. The disk may be full.");
    default: break;
    }
    if (mayStillBeDone(error))
        return Words::tr("It is not known yet whether it was booked: no answer came, and Calendly may still be at work on it. Sundial looks again within a minute and tells you.");
    if (outcomeUnknown(error))
        return Words::tr("It is not known whether it was booked: the answer got lost, and looking did not work either. Look before you book again.");
    return errorSentence(error);
}

QString quotaText(const BookingLimit &limit, int used)
{
    if (!limit.isPlanKnown)
        return Words::tr("%n booked in 24 hours from this computer. How many the plan allows is not known.", nullptr, used);
    if (!limit.isKnown)
        return Words::tr("%n booked in 24 hours from this computer. The Free plan has a limit that Calendly does not tell.", nullptr, used);
    if (limit.aDay > 0)
        return Words::tr("%n of %1 bookings used in 24 hours, as counted on this computer.", nullptr, used).arg(limit.aDay);
    return Words::tr("%n booked in 24 hours from this computer. The plan allows %1 a minute.", nullptr, used).arg(limit.aMinute);
}

QString summaryText(const BookingDraft &draft)
{
    if (!isEmailAddress(draft.email))
        return Words::tr("Calendly books at once and mails everybody named here.");
    const QString name = QStringList{draft.name, draft.lastName}.join(QLatin1Char(' ')).trimmed();
    const QString who = name.isEmpty() ? draft.email : Words::tr("%1 (%2)", "a name and an e-mail address").arg(isolated(oneLine(name)), draft.email);
    const auto guests = static_cast<int>(draft.guests.size());
    if (guests == 0)
        return Words::tr("Calendly books at once and mails %1 and the hosts.").arg(who);
    return Words::tr("Calendly books at once and mails %1, %n guests and the hosts.", nullptr, guests).arg(who);
}
