// SPDX-License-Identifier: GPL-3.0-or-later
#include "noshowaction.h"

#include "errortext.h"
#include "heldactions.h"
#include "icons.h"
#include "mainwindowparts.h"
#include "meetingservice.h"
#include "noshowfollowup.h"
#include "noshowrun.h"
#include "offlinewords.h"
#include "plaintext.h"
#include "syncservice.h"
#include "toasthost.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSet>

#include <algorithm>

namespace {

/// Bookings that stand: who canceled was not expected.
QList<Invitee> expected(const std::optional<MeetingDetails> &meeting)
{
    QList<Invitee> people;
    if (meeting)
        std::copy_if(meeting->invitees.begin(), meeting->invitees.end(), std::back_inserter(people),
                     [](const Invitee &invitee) { return !invitee.canceled; });
    return people;
}

QString nameOf(const Invitee &invitee)
{
    return oneLine(invitee.name.isEmpty() ? invitee.email : invitee.name);
}

QString needsNetwork()
{
    return NoShowAction::tr("Marking no-shows needs the network.");
}

QString failureText(const Error &error)
{
    const QString why = noShowFailureText(error);
    return error.kind == Error::Kind::NotAllowed ? NoShowAction::tr("%1 Nothing was changed.").arg(why) : why;
}

/// Below the row that is current, else in the middle of what has the focus.
QPoint menuPlace(QWidget *window)
{
    QWidget *focused = QApplication::focusWidget();
    if (const auto *view = qobject_cast<QAbstractItemView *>(focused)) {
        const QRect row = view->visualRect(view->currentIndex());
        if (row.isValid())
            return view->viewport()->mapToGlobal(row.bottomLeft());
    }
    const QWidget *room = focused && window->isAncestorOf(focused) ? focused : window;
    return room->mapToGlobal(room->rect().center());
}

} // namespace

NoShowAction::NoShowAction(const MainWindowParts &parts, ToastHost &toasts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_toasts(toasts)
    , m_window(window)
    , m_action(new QAction(themeIcon(QStringLiteral("no-show")), QString(), this))
    , m_followUp(new QAction(themeIcon(QStringLiteral("mail")), QString(), this))
{
    m_followUp->setObjectName(QStringLiteral("noShowFollowUp"));
    connect(m_followUp, &QAction::triggered, this, &NoShowAction::markAndWrite);
    m_action->setObjectName(QStringLiteral("noShow"));
    m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(m_action, &QAction::triggered, this, &NoShowAction::act);
    connect(&parts.sync, &SyncService::changed, this, &NoShowAction::enable);
    connect(&parts.meetings, &MeetingService::markingChanged, this, &NoShowAction::enable);
    connect(&parts.held, &HeldActions::changed, this, &NoShowAction::dropEnded);
    enable();
}

void NoShowAction::setMeeting(const std::optional<MeetingDetails> &meeting)
{
    m_meeting = meeting;
    enable();
}

void NoShowAction::toggle(const QUrl &invitee)
{
    if (isHeld(invitee))
        return takeBack({invitee});
    const std::optional<Invitee> person = changeable(invitee);
    if (!person)
        return;
    const QString name = nameOf(*person);
    const bool noShow = person->noShow.isEmpty();
    hold({invitee}, noShow, noShow ? tr("%1 is marked as no-show").arg(isolated(name)) : tr("The no-show mark of %1 is removed").arg(isolated(name)),
         [this, invitee, name, noShow] { set(invitee, name, noShow, true); });
}

/// Somebody of the current meeting whose mark can be changed now; says why it cannot where that is not to be seen.
std::optional<Invitee> NoShowAction::changeable(const QUrl &invitee) const
{
    const QList<Invitee> people = expected(m_meeting);
    const auto found = std::find_if(people.begin(), people.end(), [&invitee](const Invitee &each) { return each.uri == invitee; });
    if (found == people.end())
        return std::nullopt;
    if (const QString offline = whyOffline(m_parts, needsNetwork()); !offline.isEmpty()) {
        m_toasts.show({.kind = Toast::Kind::Info, .text = offline});
        return std::nullopt;
    }
    return m_parts.meetings.isMarking(invitee) ? std::nullopt : std::optional(*found);
}

void NoShowAction::writeTo(const QUrl &invitee)
{
    if (isHeld(invitee))
        return takeBack({invitee});
    const std::optional<Invitee> person = changeable(invitee);
    if (!person)
        return;
    const auto send = [this, missed = *m_meeting, person = *person] { NoShowFollowUp::send(missed, person, m_parts, m_toasts, this); };
    if (!person->noShow.isEmpty()) // a draft is sent by nobody but the user
        return send();
    hold({invitee}, true, tr("%1 is marked as no-show, and a mail with a new link is begun").arg(isolated(nameOf(*person))), send);
}

/// Of people who are held together only these are left out.
void NoShowAction::takeBack(const QList<QUrl> &invitees)
{
    const QHash<QUrl, Held> before = m_held;
    QSet<int> ids;
    for (const QUrl &invitee : invitees)
        ids.insert(before.value(invitee).id);
    for (const int id : std::as_const(ids)) {
        QList<QUrl> rest;
        bool noShow = false;
        for (auto each = before.begin(); each != before.end(); ++each) {
            if (each->id != id)
                continue;
            noShow = each->noShow;
            if (!invitees.contains(each.key()))
                rest.append(each.key());
        }
        m_parts.held.undo(id);
        if (!rest.isEmpty())
            holdMarks(rest, noShow);
    }
}

void NoShowAction::hold(const QList<QUrl> &invitees, bool noShow, const QString &text, const std::function<void()> &commit)
{
    if (!m_parts.held.isOn())
        return commit();
    const int id = m_parts.held.hold({.text = text,
                                      // A window does not close before what is held is sent or taken back.
                                      .commit = [guard = QPointer<NoShowAction>(this), commit] {
                                          if (guard)
                                              commit();
                                      },
                                      .undo = [] { },
                                      .kind = HeldAction::Kind::NoShow});
    for (const QUrl &invitee : invitees)
        m_held.insert(invitee, {id, noShow});
    enable();
    emit heldChanged();
}

/// Sent, taken back, or forgotten with its account.
void NoShowAction::dropEnded()
{
    const auto hasEnded = [this](const QHash<QUrl, Held>::iterator &each) { return m_parts.held.text(each->id).isEmpty(); };
    if (m_held.removeIf(hasEnded) == 0)
        return;
    enable();
    emit heldChanged();
}

void NoShowAction::setSelection(const QList<QUrl> &meetings)
{
    m_selection = meetings;
    enable();
}

QString NoShowAction::whyNot() const
{
    if (m_selection.size() > 1)
        return whyOffline(m_parts, needsNetwork());
    if (!m_meeting)
        return tr("No meeting is selected.");
    const QList<Invitee> people = expected(m_meeting);
    if (people.size() == 1 && isHeld(people.first().uri))
        return {};
    if (m_meeting->meeting.canceled)
        return tr("This meeting is canceled.");
    if (m_meeting->meeting.start > m_parts.clock())
        return tr("This meeting has not begun.");
    if (people.isEmpty())
        return m_meeting->inviteesKnown ? tr("Nobody is invited.") : tr("Who is invited is still being read.");
    if (people.size() == 1 && m_parts.meetings.isMarking(people.first().uri))
        return tr("The mark is being changed.");
    return whyOffline(m_parts, needsNetwork());
}

void NoShowAction::enable()
{
    const QList<Invitee> people = expected(m_meeting);
    const bool marked = people.size() == 1 && !people.first().noShow.isEmpty();
    const bool held = people.size() == 1 && isHeld(people.first().uri);
    m_action->setText(m_selection.size() > 1 ? tr("&No-show for %n, on or off", "meetings", static_cast<int>(m_selection.size()))
                          : people.size() > 1 ? tr("Mark &no-shows…")
                          : held              ? (marked ? tr("Keep &no-show mark") : tr("Take &no-show back"))
                          : marked            ? tr("Remove &no-show mark")
                                              : tr("Mark as &no-show"));
    const QString reason = whyNot();
    m_action->setEnabled(reason.isEmpty());
    m_action->setToolTip((reason.isEmpty() ? tr("Say who did not come; Calendly keeps it with the booking") : reason).toHtmlEscaped());
    enableFollowUp();
}

void NoShowAction::enableFollowUp()
{
    const QList<Invitee> people = expected(m_meeting);
    const bool marked = people.size() == 1 && !people.first().noShow.isEmpty();
    const bool held = people.size() == 1 && isHeld(people.first().uri);
    m_followUp->setText(people.size() > 1 ? tr("No-show with &follow-up…")
                            : held        ? tr("Take no-show and &follow-up back")
                            : marked      ? tr("Write &follow-up to no-show")
                                          : tr("No-show with &follow-up"));
    const QString reason = whyNoFollowUp();
    m_followUp->setEnabled(reason.isEmpty());
    m_followUp->setToolTip((reason.isEmpty() ? tr("Say who did not come, and begin a mail to them with a new single-use link") : reason).toHtmlEscaped());
}

QString NoShowAction::whyNoFollowUp() const
{
    if (m_selection.size() > 1)
        return tr("Several meetings are selected. A follow-up is written to one person: select one meeting.");
    const QString reason = whyNot();
    return reason.isEmpty() && m_meeting ? NoShowFollowUp::whyNoLink(*m_meeting) : reason;
}

void NoShowAction::markAndWrite()
{
    if (const QString reason = whyNoFollowUp(); !reason.isEmpty())
        return m_toasts.show({.kind = Toast::Kind::Info, .text = reason});
    const QList<Invitee> people = expected(m_meeting);
    if (people.size() == 1)
        return writeTo(people.first().uri);
    chooseFrom(people, &NoShowAction::writeTo);
}

void NoShowAction::act()
{
    if (m_selection.size() > 1)
        return actOnSeveral();
    const QList<Invitee> people = expected(m_meeting);
    if (people.isEmpty() || !whyNot().isEmpty())
        return;
    if (people.size() == 1)
        return toggle(people.first().uri);
    chooseFrom(people, &NoShowAction::toggle);
}

void NoShowAction::actOnSeveral()
{
    if (const QString reason = whyNot(); !reason.isEmpty())
        return m_toasts.show({.kind = Toast::Kind::Info, .text = reason});
    const Result<QList<Invitee>> people = missedAlone();
    if (!people)
        return m_toasts.show({.kind = Toast::Kind::Failed, .text = errorSentence(people.error())});
    const bool noShow = std::any_of(people->begin(), people->end(), [this](const Invitee &person) { return !isToBeMarked(person); });
    QList<QUrl> held;
    QList<QUrl> changed;
    for (const Invitee &person : *people) {
        if (isToBeMarked(person) != noShow)
            (isHeld(person.uri) ? held : changed).append(person.uri);
    }
    takeBack(held);
    if (!changed.isEmpty())
        holdMarks(changed, noShow);
}

/// Who booked one of the selected meetings alone and could have come, and is not being marked at the moment; says where
/// that is nobody, or not known.
Result<QList<Invitee>> NoShowAction::missedAlone() const
{
    const Result<QList<MeetingDetails>> meetings = m_parts.meetings.details(m_selection);
    if (!meetings)
        return Unexpected(meetings.error());
    QList<Invitee> people;
    int unread = 0;
    for (const MeetingDetails &details : *meetings) {
        if (details.meeting.canceled || details.meeting.start > m_parts.clock() || isGroup(details.meeting))
            continue;
        unread += details.inviteesKnown ? 0 : 1;
        const QList<Invitee> booked = expected(details);
        if (booked.size() == 1 && !m_parts.meetings.isMarking(booked.first().uri))
            people.append(booked.first());
    }
    if (unread > 0)
        m_toasts.show({.kind = Toast::Kind::Warning,
                       .text = unread == 1 ? tr("Of one meeting it is not known yet who is invited: nobody is marked there.")
                                           : tr("Of %n meetings it is not known yet who is invited: nobody is marked there.", nullptr, unread)});
    else if (people.isEmpty())
        m_toasts.show({.kind = Toast::Kind::Info,
                       .text = tr("Nobody was marked: of the selected meetings none has begun with one person. "
                                  "People of a group are marked in its own menu.")});
    return people;
}

/// As it is once what is held has left.
bool NoShowAction::isToBeMarked(const Invitee &person) const
{
    return person.noShow.isEmpty() == isHeld(person.uri);
}

void NoShowAction::holdMarks(const QList<QUrl> &people, bool noShow)
{
    const auto count = static_cast<int>(people.size());
    const QString marked = count == 1 ? tr("1 person is marked as no-show") : tr("%n people are marked as no-show", nullptr, count);
    const QString removed = count == 1 ? tr("The no-show mark of 1 person is removed") : tr("The no-show marks of %n people are removed", nullptr, count);
    hold(people, noShow, noShow ? marked : removed,
         [this, people, noShow] { NoShowRun::send(people, noShow, true, m_parts, m_toasts, this); });
}

void NoShowAction::chooseFrom(const QList<Invitee> &people, Choose choose)
{
    if (!m_window)
        return;
    auto *menu = new QMenu(m_window);
    menu->setObjectName(QStringLiteral("noShowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Who did not come?"));
    for (const Invitee &invitee : people) {
        // An ampersand in a name is no key mark.
        QAction *entry = menu->addAction(nameOf(invitee).replace(QLatin1Char('&'), QLatin1String("&&")));
        entry->setCheckable(true);
        entry->setChecked(isToBeMarked(invitee));
        entry->setEnabled(!m_parts.meetings.isMarking(invitee.uri));
        connect(entry, &QAction::triggered, this, [this, uri = invitee.uri, choose] { (this->*choose)(uri); });
    }
    menu->popup(menuPlace(m_window));
}

void NoShowAction::set(const QUrl &invitee, const QString &name, bool noShow, bool undoable)
{
    m_parts.meetings.setNoShow(invitee, noShow, this, [this, invitee, name, noShow, undoable](const Result<Done> &outcome) {
        if (outcome)
            return tell(invitee, name, noShow, undoable);
        m_toasts.show({.kind = Toast::Kind::Failed, .text = failureText(outcome.error())});
    });
}

void NoShowAction::tell(const QUrl &invitee, const QString &name, bool noShow, bool undoable)
{
    Toast toast;
    toast.text = noShow ? tr("Marked %1 as no-show").arg(isolated(name)) : tr("The no-show mark of %1 is removed").arg(isolated(name));
    if (undoable) {
        toast.actionText = tr("Undo");
        toast.takesBack = true;
        // The notice may outlive the page.
        toast.action = [guard = QPointer<NoShowAction>(this), invitee, name, noShow] {
            if (guard)
                guard->set(invitee, name, !noShow, false);
        };
    }
    m_toasts.show(toast);
}
