// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("localhost") || url.host() == QLatin1String("::1");
}

/// An address that may be sent a token: https, or http on this computer.
bool isSafeServer(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
        && (url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isLoopback(url)));
}

CommandLine wrong(const QString &sentence)
{
    return {CommandLine::Wish::Wrong, {}, sentence + QLatin1Char('\n') + Text::tr("Try “sundial --help”.") + QLatin1Char('\n')};
}

}

CommandLine parseCommandLine(const QStringList &arguments)
{
    const QCommandLineOption demo(QStringLiteral("demo"), Text::tr("Show invented people and meetings; needs no account and no network."));
    const QCommandLineOption profile(QStringLiteral("profile"), Text::tr("Keep everything of this run in <folder>."), Text::tr("folder"));
    const QCommandLineOption apiUrl(QStringLiteral("api-url"), Text::tr("Address of the API."), Text::tr("address"), QStringLiteral("https://api.calendly.com"));
    const QCommandLineOption authUrl(QStringLiteral("auth-url"), Text::tr("Address of the sign-in server."), Text::tr("address"), QStringLiteral("https://auth.calendly.com"));
    const QCommandLineOption clientId(QStringLiteral("client-id"), Text::tr("OAuth client to sign in as."), Text::tr("id"), QStringLiteral(SUNDIAL_CLIENT_ID));
    const QCommandLineOption redirectUri(QStringLiteral("redirect-uri"), Text::tr("Where the browser returns to, as registered for the client."), Text::tr("address"));
    const QCommandLineOption quick(QStringLiteral("quick"), Text::tr("Open the quick palette, where a single-use link is a name and Enter away."));

    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Sundial: your Calendly meetings, links and open hours on the desktop.\n"
                                        "Unofficial. Not made by Calendly.\n\n"
                                        "The environment variable SUNDIAL_TOKEN may hold a personal access token for this run; it is never stored."));
    parser.addOptions({demo, profile, apiUrl, authUrl, clientId, redirectUri, quick});
    parser.addPositionalArgument(QStringLiteral("uri"),
                                 Text::tr("Address that a sign-in in the browser returned to, or that names a single-use link to get ready: "
                                          "<scheme>://link/<event type>?label=<text>."),
                                 QStringLiteral("[URI]"));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return {CommandLine::Wish::Help, {}, parser.helpText()};
    if (parser.isSet(version))
        return {CommandLine::Wish::Version, {}, QStringLiteral("Sundial " SUNDIAL_VERSION "\n")};
    if (parser.positionalArguments().size() > 1)
        return wrong(Text::tr("Only one address can be given."));

    LaunchOptions options;
    options.demo = parser.isSet(demo);
    options.quick = parser.isSet(quick);
    options.profile = parser.value(profile);
    options.apiUrl = QUrl(parser.value(apiUrl), QUrl::StrictMode);
    options.authUrl = QUrl(parser.value(authUrl), QUrl::StrictMode);
    options.clientId = parser.value(clientId);
    options.redirectUri = QUrl(parser.value(redirectUri), QUrl::StrictMode);
    options.uri = parser.positionalArguments().value(0);
    for (const QCommandLineOption &option : {apiUrl, authUrl, clientId, redirectUri}) {
        if (parser.isSet(option))
            options.ownServer.append(QLatin1String("--") + option.names().constFirst());
    }

    if (parser.isSet(profile) && options.profile.isEmpty())
        return wrong(Text::tr("--profile needs a folder."));
    if (!isSafeServer(options.apiUrl))
        return wrong(Text::tr("--api-url needs an https address (http only for this computer)."));
    if (!isSafeServer(options.authUrl))
        return wrong(Text::tr("--auth-url needs an https address (http only for this computer)."));
    if (parser.isSet(redirectUri) && (!options.redirectUri.isValid() || options.redirectUri.scheme().isEmpty()))
        return wrong(Text::tr("--redirect-uri needs a whole address, as registered for the client."));
    return {CommandLine::Wish::Run, options, {}};
}

QStringList handedOver(const LaunchOptions &options)
{
    QStringList words;
    if (options.quick)
        words.append(QStringLiteral("--quick"));
    if (!options.uri.isEmpty())
        words.append(options.uri);
    return words;
}

QString refusalBesideFirst(const LaunchOptions &options, bool hasToken)
{
    QStringList unused = options.ownServer;
    if (hasToken)
        unused.prepend(QStringLiteral("SUNDIAL_TOKEN"));
    if (unused.isEmpty() || !options.uri.isEmpty())
        return {};
    //: %1 is a list such as "SUNDIAL_TOKEN, --api-url".
    return Text::tr("Sundial runs already on this profile, so this was not used: %1. The window that is open stays as it is. "
                    "Quit it first, or start with another folder: --profile <folder>.")
               .arg(unused.join(QLatin1String(", ")))
        + QLatin1Char('\n');
}
