// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QClipboard>
#include <QDirIterator>
#include <QGuiApplication>
#include <QLocale>

namespace {

constexpr int meetings = 0; // beside those of the script, which each start reads one by one
constexpr int longWait = 60000;

} // namespace

WindowFixture::WindowFixture() : calendly(clock, meetings)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

WindowFixture::~WindowFixture()
{
    quit();
}

bool WindowFixture::openWindow()
{
    LaunchOptions options;
    options.apiUrl = calendly.url();
    options.authUrl = calendly.url();
    options.clientId = QStringLiteral("sundial-demo");
    profileFiles = std::make_unique<ProfileFiles>(profile.path());
    composition = std::make_unique<Composition>(options, *profileFiles, otherVault ? *otherVault : vault, clock.clock(), ServiceWorld::quickTimes());
    composition->held().setOn(holdsFirst);
    composition->account().openLast();
    composition->sync().start();
    window = std::make_unique<MainWindow>(composition->windowParts());
    window->show();
    window->resize(1280, 800); // the screen of a test may be smaller, which folds the card
    window->activateWindow();
    return QTest::qWaitForWindowActive(window.get());
}

void WindowFixture::quit()
{
    window.reset();
    composition.reset();
    profileFiles.reset();
}

bool WindowFixture::pasteToken(const QString &token)
{
    if (!hands().click("token", "WelcomePage"))
        return false;
    QGuiApplication::clipboard()->setText(token);
    hands().press(Qt::Key_V, Qt::ControlModifier);
    hands().press(Qt::Key_Return);
    return true;
}

bool WindowFixture::openSignedIn()
{
    return openWindow() && pasteToken(calendly.token()) && WindowHands::waitFor([this] { return hands().seen("result", "TokenPage"); })
        && hands().click("add", "TokenPage") && isUpToDate() && listShows(QStringLiteral("Kenji Watanabe"));
}

bool WindowFixture::openReady()
{
    if (!startServer() || !openSignedIn())
        return false;
    list()->setFocus();
    calendly->clearRequests();
    return true;
}

QString WindowFixture::rowOf(const QString &part, const char *page) const
{
    return list(page) ? hands().rows(*list(page)).filter(part).value(0) : QString();
}

bool WindowFixture::showWeek() const
{
    if (!hands().click("viewWeekButton") || !WindowHands::waitFor([this] { return hands().seen("timeGrid"); }))
        return false;
    hands().seen("timeGrid")->setFocus();
    return true;
}

bool WindowFixture::isUpToDate() const
{
    const SyncService &sync = composition->sync();
    return WindowHands::waitFor([&] { return sync.state() == SyncService::State::UpToDate && composition->meetings().missingInvitees() == 0; },
                                longWait);
}

bool WindowFixture::listShows(const QString &part, const char *page) const
{
    return WindowHands::waitFor([&] { return list(page) && !hands().rows(*list(page)).filter(part).isEmpty(); });
}

QUrl WindowFixture::bookAs(const QString &name, const QDateTime &start)
{
    World &world = calendly->world();
    const QUrl copied = calendly.book(start);
    WorldMeeting meeting = world.meetings().at(size_t(world.idOfUri(World::Thing::Meeting, copied.toString())));
    WorldInvitee invitee = world.invitees().at(size_t(meeting.invitees.first()));
    meeting.invitees.clear();
    invitee.meeting = world.add(meeting);
    invitee.name = name;
    world.add(invitee);
    return QUrl(world.uri(World::Thing::Meeting, invitee.meeting));
}

QUrl WindowFixture::selectBegun(const QString &name)
{
    const QUrl meeting = bookAs(name, clock.now().addSecs(-600));
    hands().press(Qt::Key_F5);
    return listShows(name) && hands().clickRow(*list(), name) ? meeting : QUrl();
}

QByteArray WindowFixture::storedBytes() const
{
    QByteArray bytes;
    QDirIterator files(profile.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}
