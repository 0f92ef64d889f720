// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

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
    return {CommandLine::Wish::Wrong, {}, sentence + QLatin1Char('\n') + tr("Try “sundial --help”.") + QLatin1Char('\n')};
}

}

CommandLine parseCommandLine(const QStringList &arguments)
{
    const QCommandLineOption demo(QStringLiteral("demo"), tr("Show invented people and meetings; needs no account and no network."));
    const QCommandLineOption profile(QStringLiteral("profile"), tr("Keep everything of this run in <folder>."), tr("folder"));
    const QCommandLineOption apiUrl(QStringLiteral("api-url"), tr("Address of the API."), tr("address"), QStringLiteral("https://api.calendly.com"));
    const QCommandLineOption authUrl(QStringLiteral("auth-url"), tr("Address of the sign-in server."), tr("address"), QStringLiteral("https://auth.calendly.com"));
    const QCommandLineOption clientId(QStringLiteral("client-id"), tr("OAuth client to sign in as."), tr("id"), QStringLiteral(SUNDIAL_CLIENT_ID));
    const QCommandLineOption redirectUri(QStringLiteral("redirect-uri"), tr("Where the browser returns to, as registered for the client."), tr("address"));
    const QCommandLineOption quick(QStringLiteral("quick"), tr("Start where a single-use link is a name and Enter away."));

    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Sundial: your Calendly meetings, links and open hours on the desktop.\n"
                                        "Unofficial. Not made by Calendly.\n\n"
                                        "The environment variable SUNDIAL_TOKEN may hold a personal access token for this run; it is never stored."));
    parser.addOptions({demo, profile, apiUrl, authUrl, clientId, redirectUri, quick});
    parser.addPositionalArgument(QStringLiteral("uri"), tr("Address that a sign-in in the browser returned to."), QStringLiteral("[URI]"));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return {CommandLine::Wish::Help, {}, parser.helpText()};
    if (parser.isSet(version))
        return {CommandLine::Wish::Version, {}, QStringLiteral("Sundial " SUNDIAL_VERSION "\n")};
    if (parser.positionalArguments().size() > 1)
        return wrong(tr("Only one address can be given."));

    LaunchOptions options;
    options.demo = parser.isSet(demo);
    options.quick = parser.isSet(quick);
    options.profile = parser.value(profile);
    options.apiUrl = QUrl(parser.value(apiUrl), QUrl::StrictMode);
    options.authUrl = QUrl(parser.value(authUrl), QUrl::StrictMode);
    options.clientId = parser.value(clientId);
    options.redirectUri = QUrl(parser.value(redirectUri), QUrl::StrictMode);
    options.uri = parser.positionalArguments().value(0);

    if (parser.isSet(profile) && options.profile.isEmpty())
        return wrong(tr("--profile needs a folder."));
    if (!isSafeServer(options.apiUrl))
        return wrong(tr("--api-url needs an https address (http only for this computer)."));
    if (!isSafeServer(options.authUrl))
        return wrong(tr("--auth-url needs an https address (http only for this computer)."));
    if (parser.isSet(redirectUri) && (!options.redirectUri.isValid() || options.redirectUri.scheme().isEmpty()))
        return wrong(tr("--redirect-uri needs a whole address, as registered for the client."));
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
