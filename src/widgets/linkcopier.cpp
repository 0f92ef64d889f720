// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkcopier.h"

#include "accountwords.h"
#include "copynotice.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "format.h"
#include "linkservice.h"
#include "linktext.h"
#include "mainwindowparts.h"
#include "offlinewords.h"
#include "toasthost.h"
#include "zones.h"

#include <QInputDialog>

LinkCopier::LinkCopier(const MainWindowParts &parts, ToastHost &toasts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_toasts(toasts)
    , m_window(window)
{
}

QString LinkCopier::whyNoSingleUse() const
{
    return m_making ? tr("A link is being made.") : whyOffline(m_parts, tr("A single-use link needs the network."));
}

void LinkCopier::copySingleUse(const EventType &type, const QString &label)
{
    if (m_making)
        return;
    m_making = true;
    emit makingChanged(true);
    m_parts.links.singleUseLink(type, label, this, [this, type](const Result<SchedulingLink> &link) {
        m_making = false;
        made(type, link);
        emit makingChanged(false);
    });
}

void LinkCopier::made(const EventType &type, const Result<SchedulingLink> &link)
{
    if (!link) {
        m_toasts.show({.kind = Toast::Kind::Failed,
                       .text = tr("No single-use link was copied. %1 The clipboard is as it was.").arg(errorSentence(link.error()))});
        return;
    }
    copyLinkAs(LinkForm::Address, link->bookingUrl, {});
    m_parts.links.countCopy(link->id);
    const QTimeZone zone = shownZone(m_parts);
    const QString ends = plainDateText(wallClock(link->expiresAt, zone).date(), wallClock(m_parts.clock(), zone).date());
    Toast toast{.text = withAccountBehind(m_parts, tr("Single-use link copied · %1 · expires %2").arg(eventTypeTitle(type), ends))};
    if (link->label.isEmpty()) {
        toast.actionText = tr("Add label");
        toast.action = [this, made = *link] { askForLabel(made); };
    }
    tellCopied(m_parts, m_toasts, type, toast);
    emit copied(*link);
}

void LinkCopier::copyAgain(const LinkEntry &entry)
{
    copyLinkAs(LinkForm::Address, entry.link.bookingUrl, {});
    m_parts.links.countCopy(entry.link.id);
    const QTimeZone zone = shownZone(m_parts);
    const QString ends = plainDateText(wallClock(entry.link.expiresAt, zone).date(), wallClock(m_parts.clock(), zone).date());
    if (entry.status == LinkStatus::Booked)
        m_toasts.show({.kind = Toast::Kind::Warning, .text = tr("Link copied · it is booked already, so nobody can book with it")});
    else if (entry.status == LinkStatus::Expired)
        m_toasts.show({.kind = Toast::Kind::Warning, .text = tr("Link copied · it expired on %1, so nobody can book with it").arg(ends)});
    else
        tellCopied(m_parts, m_toasts, m_parts.eventTypes.eventType(entry.link.eventType),
                   {.text = withAccountBehind(m_parts, tr("Link copied again · %1 · expires %2").arg(linkTitle(entry), ends))}, hasOwnTimes(entry));
}

void LinkCopier::copyOrdinary(const EventType &type, LinkForm form)
{
    copyLinkAs(form, type.schedulingUrl, eventTypeTitle(type));
    switch (form) {
    case LinkForm::Address:
        return sayCopied(type, tr("Link copied"));
    case LinkForm::Markdown:
        return sayCopied(type, tr("Link copied as Markdown"));
    case LinkForm::Named:
        return sayCopied(type, tr("Link copied with its name"));
    }
}

void LinkCopier::sayCopied(const EventType &type, const QString &what)
{
    tellCopied(m_parts, m_toasts, type, {.text = tr("%1 · %2", "what was copied, event type").arg(what, eventTypeTitle(type))});
}

void LinkCopier::askForLabel(const SchedulingLink &link)
{
    auto *question = new QInputDialog(m_window);
    question->setObjectName(QStringLiteral("labelQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Label this link"));
    question->setLabelText(tr("Name, e-mail or case number. Only you see it."));
    question->setOkButtonText(tr("Save label"));
    question->setCancelButtonText(tr("Close"));
    connect(question, &QInputDialog::textValueSelected, this, [this, link](const QString &text) {
        const Result<Done> saved = m_parts.links.setLabel(link.id, text.trimmed());
        if (saved)
            m_toasts.show({.text = tr("Label saved")});
        else
            m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("The label could not be saved. %1").arg(errorSentence(saved.error()))});
    });
    question->open();
}
