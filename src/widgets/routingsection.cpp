// SPDX-License-Identifier: GPL-3.0-or-later
#include "routingsection.h"

#include "accountservice.h"
#include "eventtypemodel.h"
#include "eventtypeservice.h"
#include "organizationservices.h"
#include "routingcard.h"
#include "routingservice.h"
#include "routingtext.h"

namespace {

SectionWords words()
{
    return {.things = RoutingSection::tr("Routing forms"),
            .reading = RoutingSection::tr("Reading the routing forms…"),
            .iconName = QStringLiteral("moved"),
            .noneTitle = RoutingSection::tr("No routing forms"),
            .none = RoutingSection::tr("A routing form asks some questions and leads people to the right event type. Forms are made on Calendly’s website."),
            .notAllowed = RoutingSection::tr("Routing forms come with the plans Teams and Enterprise."),
            .scope = QStringLiteral("routing_forms:read")};
}

} // namespace

RoutingSection::RoutingSection(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : ListSection(parts, toasts, words(), routingFormHeads(), {14, 12, 18}, parent)
    , m_routing(parts.organization->routing)
    , m_card(new RoutingCard(this))
{
    setObjectName(QStringLiteral("RoutingSection"));
    setCard(m_card);
    connect(&m_routing, &RoutingService::changed, this, &RoutingSection::reload);
    connect(&m_parts.eventTypes, &EventTypeService::changed, this, &RoutingSection::reload);
    connect(m_card, &RoutingCard::earlierWanted, this, [this] { m_routing.readEarlier(QUrl(currentKey())); });
    connect(m_card, &RoutingCard::meetingWanted, this, &RoutingSection::meetingWanted);
}

RoutingSection::~RoutingSection() = default;

QList<ListRow> RoutingSection::rows() const
{
    QList<ListRow> rows;
    for (const RoutingForm &form : m_routing.forms())
        rows.append(routingFormRow(form, zone(), m_parts.clock()));
    return rows;
}

Reading RoutingSection::reading() const
{
    return m_routing.reading();
}

void RoutingSection::read()
{
    m_routing.refresh(m_parts.account.account()->user);
    if (const QUrl form(currentKey()); !form.isEmpty())
        m_routing.readNewest(form);
}

void RoutingSection::presentCurrent()
{
    const QString key = currentKey();
    for (const RoutingForm &form : m_routing.forms()) {
        if (form.uri.toString() != key)
            continue;
        const RoutingService::Submissions submissions = m_routing.submissions(form.uri);
        m_card->present(form, submissions, zone(), m_parts.clock(), [this](const QUrl &type) { return routedType(type); });
        if (isOnline() && submissions.reading.seenAt.isNull() && !submissions.reading.underWay && !submissions.reading.problem)
            m_routing.readNewest(form.uri);
    }
}

/// A form often leads to a colleague's type, which no list of one's own names.
RoutedType RoutingSection::routedType(const QUrl &type) const
{
    const std::optional<EventType> known = m_parts.eventTypes.eventType(type);
    if (!known) {
        if (isOnline())
            m_parts.eventTypes.fetch(type);
        return {};
    }
    const QUrl self = m_parts.account.account() ? m_parts.account.account()->user.uri : QUrl();
    return {.name = eventTypeTitle(*known), .owner = known->profileOwner == self ? QString() : known->profileName};
}
