// SPDX-License-Identifier: GPL-3.0-or-later
// sundial-tour FOLDER: does the program's main job in its real window, by clicks and keys, against a local Calendly, and
// saves a picture of each step.
#include "appearance.h"
#include "application.h"
#include "mainwindow.h"
#include "memoryvault.h"
#include "meetingmodel.h"
#include "sandboxthread.h"
#include "startup.h"
#include "visitor.h"
#include "windowhands.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextStream>
#include <QTreeView>

namespace {

const QString visitorName = QStringLiteral("Frida Lindqvist");

class Tour
{
public:
    explicit Tour(const QString &folder) : m_folder(folder), m_profile(QString(), true), m_out(stdout) { }

    int run();

private:
    struct Step
    {
        QString says;
        bool (Tour::*does)();
    };

    bool start();
    bool pasteToken();
    bool addAccount();
    bool showCard();
    bool openCancelDialog();
    bool cancel();
    bool showEventTypes();
    bool copyLink();
    bool bookAsVisitor();
    bool seeBooking();
    bool showCalendars();
    bool showAvailability();
    bool savePages(const QStringList &names); ///< of the pages in their order
    bool turnDark();
    bool enlarge();

    WindowHands hands() const { return WindowHands(*m_app->window()); }
    QTreeView *list(const char *page) const { return hands().seen<QTreeView>("list", page); }
    bool save(const QString &name) const;
    bool settled(const char *page) const;

    QDir m_folder;
    Profile m_profile;
    QTextStream m_out;
    std::unique_ptr<SandboxThread> m_sandbox;
    QUrl m_address;
    QString m_token;
    std::unique_ptr<Application> m_app;
    QString m_link;
};

/// The window, with what is open in front of it where the system would show it.
bool Tour::save(const QString &name) const
{
    // Notices and questions fade in.
    QTest::qWait(300);
    QWidget &window = *m_app->window();
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    const auto dialogs = window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        const QRect place(dialog->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), dialog->size());
        painter.fillRect(window.rect(), QColor(0, 0, 0, 70));
        painter.drawPixmap(place, dialog->grab());
        painter.setPen(window.palette().color(QPalette::Mid));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    painter.end();
    return picture.save(m_folder.filePath(name));
}

/// True when the page's list has rows and the status line says that everything is read.
bool Tour::settled(const char *page) const
{
    return WindowHands::waitFor([&] { return list(page) && list(page)->model()->rowCount() > 1; }, 30000);
}

bool Tour::start()
{
    m_sandbox = std::make_unique<SandboxThread>();
    QObject::connect(m_sandbox.get(), &SandboxThread::ready, m_sandbox.get(), [this](const QUrl &address, const QString &token) {
        m_address = address;
        m_token = token;
    });
    m_sandbox->start();
    if (!m_profile.prepare() || !WindowHands::waitFor([this] { return !m_token.isEmpty(); }, 20000))
        return false;
    LaunchOptions options;
    options.apiUrl = m_address;
    options.authUrl = m_address;
    options.clientId = QStringLiteral("sundial-demo");
    m_app = std::make_unique<Application>(options, QByteArray(), m_profile,
                                          ApplicationParts{.clock = systemClock(), .vault = std::make_unique<MemoryVault>()});
    m_app->appearance().setDark(false);
    m_app->start();
    return QTest::qWaitForWindowActive(m_app->window()) && hands().seen("headline", "WelcomePage") && save(QStringLiteral("01-welcome.png"));
}

bool Tour::pasteToken()
{
    if (!hands().click("token", "WelcomePage"))
        return false;
    QGuiApplication::clipboard()->setText(m_token);
    hands().press(Qt::Key_V, Qt::ControlModifier);
    hands().press(Qt::Key_Return);
    return WindowHands::waitFor([this] { return hands().seen("result", "TokenPage"); }) && save(QStringLiteral("02-token.png"));
}

bool Tour::addAccount()
{
    return hands().click("add", "TokenPage") && settled("SchedulePage")
        && WindowHands::waitFor([this] { return hands().words("statusLine").contains(QLatin1String("Up to date")); }, 60000)
        && save(QStringLiteral("03-schedule.png"));
}

/// Goes down by key to a meeting that lies ahead and can be canceled.
bool Tour::showCard()
{
    QTreeView *meetings = list("SchedulePage");
    meetings->setFocus(Qt::TabFocusReason);
    for (int step = 0; step < 30; ++step) {
        const auto row = meetings->currentIndex().data(MeetingModel::RowRole).value<AgendaRow>();
        const QWidget *cancel = hands().seen("cancel", "card");
        if (row.status.status == StatusWords::Status::Confirmed && !row.theirZone.isEmpty() && cancel && cancel->isEnabled())
            return save(QStringLiteral("03b-card.png"));
        hands().press(Qt::Key_Down);
    }
    return false;
}

bool Tour::openCancelDialog()
{
    hands().press(Qt::Key_Delete);
    QDialog *dialog = hands().dialog("CancelDialog");
    if (!dialog)
        return false;
    WindowHands inDialog(*dialog);
    auto *reason = inDialog.seen<QPlainTextEdit>("reason");
    QTest::mouseClick(reason->viewport(), Qt::LeftButton);
    QTest::keyClicks(reason, QStringLiteral("I am ill today. Please choose another time."));
    return save(QStringLiteral("04-cancel-dialog.png"));
}

bool Tour::cancel()
{
    QDialog *dialog = hands().dialog("CancelDialog");
    return dialog && WindowHands(*dialog).click("confirm")
        && WindowHands::waitFor([this] { return hands().hasToast(QStringLiteral("Calendly mails")); }, 20000)
        && save(QStringLiteral("05-canceled.png"));
}

bool Tour::showEventTypes()
{
    m_app->window()->activateWindow();
    if (!QTest::qWaitForWindowActive(m_app->window()))
        return false;
    hands().closeToasts();
    hands().press(Qt::Key_2, Qt::ControlModifier);
    return settled("EventTypesPage")
        && WindowHands::waitFor([this] { return !hands().words("times").contains(QLatin1String("Reading")); })
        && save(QStringLiteral("06-event-types.png"));
}

bool Tour::copyLink()
{
    QGuiApplication::clipboard()->clear();
    if (!hands().clickRow(*list("EventTypesPage"), QStringLiteral("30 min intro")))
        return false;
    hands().press(Qt::Key_Return);
    if (!WindowHands::waitFor([this] { return hands().hasToast(QStringLiteral("Single-use link copied")); }))
        return false;
    m_link = QGuiApplication::clipboard()->text();
    m_out << "  Single-use link on the clipboard: " << m_link << Qt::endl;
    return QUrl(m_link).host() == m_address.host() && save(QStringLiteral("06b-link-copied.png"));
}

bool Tour::bookAsVisitor()
{
    Visitor visitor;
    const Visitor::Page page = visitor.book(QUrl(m_link), visitorName, QStringLiteral("frida@lindqvist.example"));
    return page.status == 200 && page.text.contains(QLatin1String("You are booked"));
}

bool Tour::seeBooking()
{
    hands().closeToasts();
    hands().press(Qt::Key_1, Qt::ControlModifier);
    hands().press(Qt::Key_F5);
    const auto shown = [this] { return !hands().rows(*list("SchedulePage")).filter(visitorName).isEmpty(); };
    return WindowHands::waitFor(shown, 10000) && hands().clickRow(*list("SchedulePage"), visitorName)
        && save(QStringLiteral("07-booked.png"));
}

bool Tour::showCalendars()
{
    hands().press(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
    if (!WindowHands::waitFor([this] { return hands().seen("timeGrid"); }) || !save(QStringLiteral("07b-week.png")))
        return false;
    m_app->appearance().setDark(true);
    const bool dark = save(QStringLiteral("07c-week-dark.png"));
    m_app->appearance().setDark(false);
    hands().press(Qt::Key_4, Qt::ControlModifier | Qt::ShiftModifier);
    if (!dark || !WindowHands::waitFor([this] { return hands().seen("monthGrid"); }) || !save(QStringLiteral("07d-month.png")))
        return false;
    hands().press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
    return WindowHands::waitFor([this] { return list("SchedulePage") != nullptr; });
}

bool Tour::showAvailability()
{
    hands().press(Qt::Key_3, Qt::ControlModifier);
    const auto shown = [this] {
        const auto *schedules = hands().seen<QAbstractItemView>("list", "AvailabilityPage");
        return schedules && schedules->model()->rowCount() > 0 && !hands().text("available").isEmpty();
    };
    return WindowHands::waitFor(shown) && save(QStringLiteral("08-availability.png"));
}

bool Tour::savePages(const QStringList &names)
{
    Qt::Key key = Qt::Key_1;
    for (const QString &name : names) {
        hands().press(key, Qt::ControlModifier);
        if (!save(name))
            return false;
        key = Qt::Key(key + 1);
    }
    return true;
}

bool Tour::turnDark()
{
    m_app->appearance().setDark(true);
    return savePages({QStringLiteral("09-schedule-dark.png"), QStringLiteral("10-event-types-dark.png"), QStringLiteral("11-availability-dark.png")});
}

bool Tour::enlarge()
{
    m_app->appearance().setDark(false);
    m_app->appearance().setTextScale(2);
    return savePages({QStringLiteral("12-schedule-large.png"), QStringLiteral("13-event-types-large.png"), QStringLiteral("14-availability-large.png")});
}

int Tour::run()
{
    if (!m_folder.mkpath(QStringLiteral("."))) {
        m_out << "The folder " << m_folder.path() << " cannot be made." << Qt::endl;
        return 1;
    }
    const Step steps[] = {{QStringLiteral("Started with a fresh profile; the window welcomes"), &Tour::start},
                          {QStringLiteral("Pasted a personal access token; Calendly says whose it is"), &Tour::pasteToken},
                          {QStringLiteral("Added the account; the schedule is there"), &Tour::addAccount},
                          {QStringLiteral("Went to a meeting by key; its card is beside the list"), &Tour::showCard},
                          {QStringLiteral("Opened the question before canceling and gave a reason"), &Tour::openCancelDialog},
                          {QStringLiteral("Canceled the meeting"), &Tour::cancel},
                          {QStringLiteral("Turned to the event types"), &Tour::showEventTypes},
                          {QStringLiteral("Copied a single-use link by key"), &Tour::copyLink},
                          {QStringLiteral("Booked a time with that link, as a visitor does"), &Tour::bookAsVisitor},
                          {QStringLiteral("Refreshed; the new booking is in the schedule"), &Tour::seeBooking},
                          {QStringLiteral("Showed the schedule as a week and as a month"), &Tour::showCalendars},
                          {QStringLiteral("Turned to the availability"), &Tour::showAvailability},
                          {QStringLiteral("Showed the pages in the dark"), &Tour::turnDark},
                          {QStringLiteral("Showed the pages with text of twice the size"), &Tour::enlarge}};
    for (const Step &step : steps) {
        if (!(this->*step.does)()) {
            if (m_app && m_app->window())
                save(QStringLiteral("failed.png"));
            m_out << "This did not happen: " << step.says << Qt::endl;
            return 1;
        }
        m_out << step.says << Qt::endl;
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    nameApplication();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QApplication program(argc, argv);
    prepareApplication();
    if (QApplication::arguments().size() != 2) {
        QTextStream(stderr) << "Usage: sundial-tour FOLDER" << Qt::endl;
        return 2;
    }
    return Tour(QApplication::arguments().at(1)).run();
}
