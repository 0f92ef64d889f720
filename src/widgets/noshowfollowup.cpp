// SPDX-License-Identifier: GPL-3.0-or-later
#include "noshowfollowup.h"

#include "accountservice.h"
#include "agendatext.h"
#include "errortext.h"
#include "externallinks.h"
#include "format.h"
#include "linkclipboard.h"
#include "linkservice.h"
#include "maildraft.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "noshowrun.h"
#include "plaintext.h"
#include "toasthost.h"
#include "zones.h"

#include <QPointer>

NoShowFollowUp::NoShowFollowUp(const MeetingDetails &missed, const Invitee &person, const MainWindowParts &parts, ToastHost &toasts, QObject *parent)
    : QObject(parent)
    , m_missed(missed)
    , m_person(person)
    , m_parts(parts)
    , m_toasts(toasts)
    , m_account(account())
{
}

QString NoShowFollowUp::whyNoLink(const MeetingDetails &missed)
{
    if (missed.eventType && isBookable(*missed.eventType))
        return {};
    return tr("Its event type is off or gone, so there is no link to another time.");
}

void NoShowFollowUp::send(const MeetingDetails &missed, const Invitee &person, const MainWindowParts &parts, ToastHost &toasts, QObject *parent)
{
    auto *run = new NoShowFollowUp(missed, person, parts, toasts, parent);
    if (person.noShow.isEmpty())
        run->mark();
    else
        run->makeLink();
}

void NoShowFollowUp::mark()
{
    m_parts.meetings.setNoShow(m_person.uri, true, this, [this](const Result<Done> &outcome) {
        if (!outcome)
            return end({.kind = Toast::Kind::Failed, .text = tr("%1 No link was made and no mail was begun.").arg(noShowFailureText(outcome.error()))});
        m_marked = true;
        makeLink();
    });
}

void NoShowFollowUp::makeLink()
{
    if (account() != m_account) // another one came while the mark was on its way: the event type is not theirs
        return end({.kind = Toast::Kind::Failed, .text = tr("The account was changed meanwhile, so no link was made for %1.").arg(nameOf())});
    const QString name = oneLine(m_person.name);
    const QString email = oneLine(m_person.email);
    const QString label = name.isEmpty() ? email : tr("%1 <%2>", "name and e-mail address").arg(name, email);
    m_parts.links.singleUseLink(*m_missed.eventType, label, this, [this](const Result<SchedulingLink> &link) {
        if (link)
            return write(*link);
        const QString why = errorSentence(link.error());
        end({.kind = Toast::Kind::Failed,
             .text = m_marked ? tr("%1 is marked as no-show, but no link was made and no mail was begun. %2").arg(nameOf(), why)
                              : tr("No link was made for %1 and no mail was begun. %2").arg(nameOf(), why)});
    });
}

void NoShowFollowUp::write(const SchedulingLink &link)
{
    m_linked = true;
    const QTimeZone theirs = zoneNamed(m_person.timezone).value_or(shownZone(m_parts));
    const QString day = shortDateText(wallClock(m_missed.meeting.start, theirs).date(), wallClock(m_parts.clock(), theirs).date());
    const QString meeting = nameText(m_missed.meeting);
    const QString address = link.bookingUrl.toString(QUrl::FullyEncoded);
    const QString greeting = m_person.name.isEmpty() ? tr("Hello,") : tr("Hello %1,").arg(oneLine(m_person.name));
    const MailDraft draft{.to = {oneLine(m_person.email)},
                          .subject = meeting,
                          .text = tr("%1\n\nwe missed each other on %2 (%3). With this link you can choose another time:\n\n%4\n", "greeting, day, meeting, link")
                                      .arg(greeting, day, meeting, address)};
    if (openExternally(mailtoUrl(draft)))
        return end({.text = m_marked ? tr("Marked %1 as no-show and began a mail with a new single-use link").arg(nameOf())
                                     : tr("Began a mail to %1 with a new single-use link").arg(nameOf())});
    end({.kind = Toast::Kind::Failed,
         .text = m_marked ? tr("%1 is marked as no-show and a link is made, but no mail program could be opened.").arg(nameOf())
                          : tr("A link is made for %1, but no mail program could be opened.").arg(nameOf()),
         .actionText = tr("Copy link"),
         .action = [&links = m_parts.links, link] {
             copyLinkAs(LinkForm::Address, link.bookingUrl, {});
             links.countCopy(link.id);
         }});
}

/// What has no other way on offers to take the mark back. A link stays: Calendly takes none back.
void NoShowFollowUp::end(const Toast &told)
{
    Toast toast = told;
    if (m_marked && toast.actionText.isEmpty()) {
        toast.actionText = tr("Undo");
        toast.takesBack = true;
        toast.action = [over = QPointer<QObject>(parent()), &parts = m_parts, &toasts = m_toasts, person = m_person.uri, name = nameOf(), linked = m_linked] {
            if (!over)
                return;
            parts.meetings.setNoShow(person, false, over, [&toasts, name, linked](const Result<Done> &outcome) {
                if (!outcome)
                    return toasts.show({.kind = Toast::Kind::Failed, .text = noShowFailureText(outcome.error())});
                toasts.show({.text = linked ? tr("The no-show mark of %1 is removed. The link stays good until it is booked, or for 90 days: "
                                                 "Calendly takes none back.").arg(name)
                                            : tr("The no-show mark of %1 is removed").arg(name)});
            });
        };
    }
    m_toasts.show(toast);
    deleteLater();
}

QString NoShowFollowUp::nameOf() const
{
    return isolated(oneLine(m_person.name.isEmpty() ? m_person.email : m_person.name));
}

QUrl NoShowFollowUp::account() const
{
    const std::optional<Account> account = m_parts.account.account();
    return account ? account->user.uri : QUrl();
}
