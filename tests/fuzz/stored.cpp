// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"
#include "linkparameters.h"
#include "storedvalues.h"

#include <QJsonDocument>

/// A value of the store as it may stand there after damage, or written by somebody else.
void fuzzStored(const QByteArray &input)
{
    const QJsonObject resource = unpacked(input);
    mustHold(unpacked(packed(resource)) == resource, "what is packed comes back");
    const QString text = QString::fromUtf8(input);
    placeKindOf(text);
    eventTypeKindOf(text);
    urlOf(text);
    instantOf(text);
    const LinkParameters parameters = linkParametersFrom(QJsonDocument::fromJson(input).object());
    mustHold(linkParametersFrom(toJson(parameters)) == parameters, "kept parameters come back");
    const QUrl link(QStringLiteral("https://calendly.com/mara/intro"));
    const QUrl filled = withParameters(link, parameters);
    mustHold(filled.host() == link.host() && filled.path() == link.path() && !filled.hasFragment(),
             "no value changes where a link leads");
}
