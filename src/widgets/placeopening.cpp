// SPDX-License-Identifier: GPL-3.0-or-later
#include "placeopening.h"

#include "externallinks.h"
#include "format.h"
#include "mainwindowparts.h"
#include "plaintext.h"
#include "toasthost.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QUrlQuery>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlaceOpening)
};

QString keyOf(JoinProgram program)
{
    return program == JoinProgram::Zoom ? QStringLiteral("joining/zoom") : QStringLiteral("joining/teams");
}

QString chosen()
{
    return QStringLiteral("program");
}

void openAddress(const Place &place, const QUrl &target, ToastHost &toasts)
{
    if (openExternally(target))
        return;
    Toast toast{.kind = Toast::Kind::Failed, .text = Words::tr("%1 could not be opened on this computer.").arg(placeText(place)), .actionText = Words::tr("Copy address")};
    toast.action = [target, &toasts] {
        QGuiApplication::clipboard()->setText(target.toString(QUrl::FullyEncoded));
        toasts.show({.text = Words::tr("Address copied")});
    };
    toasts.show(toast);
}

} // namespace

QUrl placeTarget(const Place &place)
{
    const QUrl target = joinTarget(place);
    if (!target.isEmpty() || place.kind != Place::Kind::Physical || place.location.trimmed().isEmpty())
        return target;
    QUrl map(QStringLiteral("https://www.openstreetmap.org/search"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("query"), QString::fromLatin1(QUrl::toPercentEncoding(oneLine(place.location))));
    map.setQuery(query);
    return map;
}

void openPlace(const Place &place, const MainWindowParts &parts, ToastHost &toasts)
{
    const QUrl target = placeTarget(place);
    const std::optional<JoinProgram> program = joinProgramOf(target);
    if (!program || !joinsInProgram(*program, parts) || !handToSystem(inOwnProgram(target)))
        return openAddress(place, target, toasts);
    Toast toast{.kind = Toast::Kind::Info,
                .text = program == JoinProgram::Zoom ? Words::tr("Opening in Zoom’s own program") : Words::tr("Opening in the Teams program"),
                .actionText = Words::tr("Use the browser")};
    toast.action = [place, target, &toasts] { openAddress(place, target, toasts); };
    toasts.show(toast);
}

bool joinsInProgram(JoinProgram program, const MainWindowParts &parts)
{
    return parts.remembered && parts.remembered(keyOf(program)).toString() == chosen();
}

void setJoinsInProgram(JoinProgram program, bool inProgram, const MainWindowParts &parts)
{
    if (parts.remember)
        parts.remember(keyOf(program), inProgram ? QVariant(chosen()) : QVariant());
}
