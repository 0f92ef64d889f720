// SPDX-License-Identifier: GPL-3.0-or-later
#include "routingtext.h"

#include "format.h"
#include "plaintext.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RoutingForms)
};

QString kindText(const QString &type)
{
    if (type == QLatin1String("email"))
        return Text::tr("E-mail address");
    if (type == QLatin1String("phone"))
        return Text::tr("Phone number");
    if (type == QLatin1String("select") || type == QLatin1String("radios"))
        return Text::tr("Choice");
    if (type == QLatin1String("name"))
        return Text::tr("Name");
    return type == QLatin1String("textarea") ? Text::tr("Long text") : Text::tr("Text");
}

} // namespace

QStringList routingFormHeads()
{
    return {Text::tr("Form"), Text::tr("Status"), Text::tr("Questions"), Text::tr("Changed")};
}

QString routingFormTitle(const RoutingForm &form)
{
    const QString name = oneLine(form.name);
    return name.isEmpty() ? Text::tr("Form without a name") : name;
}

QString routingStatusText(const RoutingForm &form)
{
    return form.published ? Text::tr("Published") : Text::tr("Draft");
}

QString routingStatusIconName(const RoutingForm &form)
{
    return form.published ? QStringLiteral("done") : QStringLiteral("edit");
}

ListRow routingFormRow(const RoutingForm &form, const QTimeZone &zone, const QDateTime &now)
{
    QString questions;
    for (const RoutingQuestion &question : form.questions)
        questions += QLatin1Char(' ') + question.name;
    return {.key = form.uri.toString(),
            .cells = {{.text = routingFormTitle(form), .tone = form.published ? ListCell::Tone::Normal : ListCell::Tone::Pale},
                      {.text = routingStatusText(form),
                       .iconName = routingStatusIconName(form),
                       .tone = form.published ? ListCell::Tone::Ok : ListCell::Tone::Pale},
                      {.text = QLocale().toString(form.questions.size()), .tone = ListCell::Tone::Pale},
                      {.text = momentText(form.updatedAt, zone, now), .tone = ListCell::Tone::Pale}},
            .searched = questions};
}

QString routingQuestionText(const RoutingQuestion &question)
{
    QString text = kindText(question.type);
    if (question.required)
        text = Text::tr("%1, required").arg(text);
    QStringList choices;
    for (const QString &choice : question.choices)
        choices.append(oneLine(choice));
    //: A kind of question, and what can be chosen.
    return choices.isEmpty() ? text : Text::tr("%1: %2").arg(text, choices.join(QLatin1String(", ")));
}

QString routingResultText(const RoutingSubmission &submission, const RoutedType &type)
{
    switch (submission.led) {
    case RoutingSubmission::Led::EventType:
        if (type.name.isEmpty())
            return Text::tr("An event type");
        return type.owner.isEmpty() ? Text::tr("Event type “%1”").arg(type.name)
                                    //: An event type, and whose it is.
                                    : Text::tr("Event type “%1” of %2").arg(isolated(type.name), isolated(oneLine(type.owner)));
    case RoutingSubmission::Led::Address:
        return oneLine(submission.target.toDisplayString());
    case RoutingSubmission::Led::Message:
        return plainBlock(submission.message);
    case RoutingSubmission::Led::Unknown:
        break;
    }
    return Text::tr("Not known");
}
