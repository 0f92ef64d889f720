// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinfixture.h"

#include <QDesktopServices>

namespace {

constexpr int meetings = 20;

} // namespace

SignInFixture::SignInFixture() : calendly(clock, meetings), m_profile(folder.path(), false)
{
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "openInBrowser");
    QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "openInBrowser");
}

SignInFixture::~SignInFixture()
{
    m_application.reset();
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

bool SignInFixture::open(const QUrl &authUrl, const QUrl &redirectUri)
{
    if (!calendly.start())
        return false;
    LaunchOptions options;
    options.apiUrl = calendly.url();
    options.authUrl = authUrl.isEmpty() ? calendly.url() : authUrl;
    options.clientId = QStringLiteral("sundial-demo");
    options.redirectUri = redirectUri;
    auto lasting = std::make_unique<LastingVault>();
    vault = lasting.get();
    m_application = std::make_unique<Application>(options, QByteArray(), m_profile,
                                                  ApplicationParts{.clock = clock.clock(), .vault = std::move(lasting), .times = ServiceWorld::quickTimes()});
    m_application->start();
    return QTest::qWaitForWindowActive(m_application->window());
}

bool SignInFixture::startInBrowser()
{
    const qsizetype before = opened.size();
    return hands().click("browser", "WelcomePage") && WindowHands::waitFor([&] { return opened.size() > before; });
}

bool SignInFixture::listShows(const QString &part) const
{
    return WindowHands::waitFor([&] {
        const auto *list = hands().seen<QTreeView>("list", "SchedulePage");
        return list && !hands().rows(*list).filter(part).isEmpty();
    });
}
