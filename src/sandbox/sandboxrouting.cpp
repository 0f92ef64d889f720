// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryreader.h"
#include "router.h"
#include "sandboxerrors.h"
#include "worldjson.h"

namespace sandbox {

namespace {

/// Routing forms come with the plans for teams (BEHAVIOUR 17.2).
std::optional<HttpResponse> refusalFor(const ApiCall &call, int organization)
{
    if (!isMember(call, organization))
        return permissionDenied();
    const QString plan = call.world.organizations().at(size_t(organization)).plan;
    if (plan != QLatin1String("teams") && plan != QLatin1String("enterprise"))
        return permissionDenied(QStringLiteral("Please upgrade your Calendly account to Teams."));
    return std::nullopt;
}

HttpResponse listForms(const ApiCall &call)
{
    QueryReader query(call);
    const int organization = query.requiredReference(World::Thing::Organization, QStringLiteral("organization"));
    const QList<SortField> sort = query.sort({QStringLiteral("created_at")}, QStringLiteral("created_at:asc"));
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;
    if (const auto refusal = refusalFor(call, organization))
        return *refusal;
    QList<PageRow> rows;
    for (const WorldRoutingForm &form : call.world.routingForms()) {
        if (form.organization == organization)
            rows.append({.key = {sortable(form.createdAt)}, .id = form.id});
    }
    return pageAnswer(call, page, slicePage(rows, sort, page),
                      [&](int id) { return toJson(call.world.routingForms().at(size_t(id)), call.world); });
}

HttpResponse oneForm(const ApiCall &call)
{
    const WorldRoutingForm *form = call.world.routingForm(call.captured.first());
    if (!form)
        return resourceNotFound();
    if (const auto refusal = refusalFor(call, form->organization))
        return *refusal;
    return resourceAnswer(200, toJson(*form, call.world));
}

HttpResponse listSubmissions(const ApiCall &call)
{
    QueryReader query(call);
    const int form = query.requiredReference(World::Thing::RoutingForm, QStringLiteral("form"));
    const QList<SortField> sort = query.sort({QStringLiteral("created_at")}, QStringLiteral("created_at:asc"));
    const PageSpec page = query.page();
    if (const auto refusal = query.refusal())
        return *refusal;
    if (const auto refusal = refusalFor(call, call.world.routingForms().at(size_t(form)).organization))
        return *refusal;
    QList<PageRow> rows;
    for (const WorldSubmission &submission : call.world.submissions()) {
        if (submission.form == form)
            rows.append({.key = {sortable(submission.createdAt)}, .id = submission.id});
    }
    return pageAnswer(call, page, slicePage(rows, sort, page),
                      [&](int id) { return toJson(call.world.submissions().at(size_t(id)), call.world); });
}

HttpResponse oneSubmission(const ApiCall &call)
{
    const WorldSubmission *submission = call.world.submission(call.captured.first());
    if (!submission)
        return resourceNotFound();
    if (const auto refusal = refusalFor(call, call.world.routingForms().at(size_t(submission->form)).organization))
        return *refusal;
    return resourceAnswer(200, toJson(*submission, call.world));
}

} // namespace

void addRoutingRoutes(Router &router)
{
    const QStringList read{QStringLiteral("routing_forms:read")};
    router.add(QStringLiteral("GET /routing_forms"), read, listForms);
    router.add(QStringLiteral("GET /routing_forms/{uuid}"), read, oneForm);
    router.add(QStringLiteral("GET /routing_form_submissions"), read, listSubmissions);
    router.add(QStringLiteral("GET /routing_form_submissions/{uuid}"), read, oneSubmission);
}

} // namespace sandbox
