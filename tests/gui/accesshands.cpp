// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesshands.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>

#include <algorithm>

bool AccessHands::open(Qt::Key page, const char *name)
{
    if (!WindowHands::waitFor([] { return !QApplication::activeModalWidget(); }))
        return false;
    m_fixture.window->activateWindow(); // nobody does it here when a dialog has closed
    if (!QTest::qWaitForWindowActive(m_fixture.window.get()))
        return false;
    hands().press(page, Qt::ControlModifier);
    return WindowHands::waitFor([this, name] { return hands().seen(name); });
}

bool AccessHands::openTeam(const char *section)
{
    return open(Qt::Key_5, "TeamPage") && hands().click(section, "TeamPage");
}

bool AccessHands::toast(const QString &part) const
{
    return WindowHands::waitFor([&] { return hands().hasToast(part); });
}

bool AccessHands::says(const char *place, const QStringList &parts) const
{
    const QString words = hands().words(place);
    return std::all_of(parts.begin(), parts.end(), [&words](const QString &part) { return words.contains(part); });
}

QString AccessHands::saidIn(const char *label, const char *place) const
{
    WindowHands::waitFor([&] { return !hands().text(label, place).isEmpty(); });
    const auto *said = hands().seen<QLabel>(label, place);
    const bool isWhole = said && WindowHands::waitFor([said] { return said->height() >= said->heightForWidth(said->width()); });
    return isWhole ? said->text() : QString();
}

bool AccessHands::askToCancel()
{
    if (!open(Qt::Key_1, "SchedulePage") || !m_fixture.listShows(m_guest) || !hands().clickRow(*list("SchedulePage"), m_guest))
        return false;
    hands().press(Qt::Key_Delete);
    QDialog *dialog = hands().dialog("CancelDialog");
    return dialog && WindowHands(*dialog).click("confirm");
}

bool AccessHands::cancelSomething()
{
    return askToCancel() && toast(QStringLiteral("is canceled"));
}

bool AccessHands::askForLink()
{
    if (!open(Qt::Key_2, "EventTypesPage") || !WindowHands::waitFor([this] { return !rows("EventTypesPage").isEmpty(); }))
        return false;
    list("EventTypesPage")->setFocus();
    hands().press(Qt::Key_Home);
    hands().press(Qt::Key_Return);
    return true;
}

bool AccessHands::copySingleUseLink()
{
    return askForLink() && toast(QStringLiteral("Single-use link copied"));
}

bool AccessHands::askToShare()
{
    if (!open(Qt::Key_2, "EventTypesPage") || !WindowHands::waitFor([this] { return !rows("EventTypesPage").isEmpty(); }))
        return false;
    if (!hands().clickRow(*list("EventTypesPage"), m_ownType))
        return false;
    hands().press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QDialog *dialog = hands().dialog("ShareDialog");
    return dialog && WindowHands(*dialog).click("send");
}

bool AccessHands::shareSomething()
{
    return askToShare() && toast(QStringLiteral("Customized link copied"));
}

bool AccessHands::hasHours()
{
    return open(Qt::Key_3, "AvailabilityPage") && WindowHands::waitFor([this] { return hands().words("AvailabilityPage").contains(QLatin1String("Working hours")); });
}

bool AccessHands::looksAtSomebodysWeek()
{
    if (!hands().click("colleagueWeek", "AvailabilityPage"))
        return false;
    QPointer<QDialog> dialog = hands().dialog("ColleagueWeekDialog");
    const bool told = dialog && WindowHands::waitFor([&] { return saidIn("note", "ColleagueWeekDialog").startsWith(QLatin1String("Times in")); });
    if (dialog)
        QTest::keyClick(dialog, Qt::Key_Escape);
    return told && WindowHands::waitFor([&] { return !dialog; });
}

bool AccessHands::removeDev()
{
    return hands().click("remove", "MemberCard") && hands().dialog("removeMemberQuestion") && hands().click("confirmed", "removeMemberQuestion")
        && toast(QStringLiteral("Dev Raman was removed"));
}

bool AccessHands::askToInvite()
{
    if (!hands().click("invite", "TeamPage") || !hands().dialog("InviteDialog"))
        return false;
    hands().type(QStringLiteral("ana@example.com"));
    hands().press(Qt::Key_Return);
    return true;
}

bool AccessHands::inviteAna()
{
    return askToInvite() && toast(QStringLiteral("An invitation was sent to ana@example.com."));
}

bool AccessHands::askToErase()
{
    if (!hands().click("erase", "TeamPage") || !hands().dialog("ErasureDialog"))
        return false;
    hands().seen<QPlainTextEdit>("emails", "ErasureDialog")->setPlainText(QStringLiteral("ana@example.com"));
    hands().seen<QLineEdit>("word", "ErasureDialog")->setText(QStringLiteral("delete"));
    return hands().click("erase", "ErasureDialog");
}

bool AccessHands::eraseSomebody()
{
    return askToErase() && toast(QStringLiteral("Calendly deletes the data within 7 days"));
}

bool AccessHands::askForWebhook()
{
    if (!open(Qt::Key_6, "WebhooksPage") || !hands().click("create", "WebhooksPage") || !hands().dialog("WebhookDialog"))
        return false;
    hands().type(QStringLiteral("https://hooks.example.org/new"));
    return true;
}

bool AccessHands::webhooksWork(bool runs)
{
    if (!askForWebhook())
        return false;
    const auto *scopes = hands().seen<QComboBox>("scope", "WebhookDialog");
    const QString refused = QStringLiteral("only for owners and admins");
    const QString noted = QStringLiteral("Calendly lets only owners and admins see these");
    if (!WindowHands::waitFor([&] { return scopes->itemText(1).contains(refused) == !runs && hands().words("WebhooksPage").contains(noted) == !runs; }))
        return false;
    hands().press(Qt::Key_Return);
    return toast(QStringLiteral("Webhook created"))
        && WindowHands::waitFor([this] { return !rows("WebhooksPage").filter(QStringLiteral("hooks.example.org/new")).isEmpty(); });
}

bool AccessHands::samplesAreShown(bool runs)
{
    if (!open(Qt::Key_6, "WebhooksPage") || !hands().click("showSample", "WebhooksPage"))
        return false;
    const QDialog *dialog = hands().dialog("WebhookSampleDialog");
    const auto *sample = dialog ? dialog->findChild<QPlainTextEdit *>(QStringLiteral("sample")) : nullptr;
    if (!sample || !WindowHands::waitFor([&] { return sample->toPlainText().contains(QLatin1String("invitee.created")); }))
        return false;
    auto *events = dialog->findChild<QComboBox *>();
    events->setCurrentIndex(events->findData(QStringLiteral("routing_form_submission.created")));
    return WindowHands::waitFor([&] {
        return runs ? sample->toPlainText().contains(QLatin1String("routing_form_submission.created"))
                    : hands().text("problem", "WebhookSampleDialog").startsWith(QLatin1String("Calendly shows this sample only to owners and admins"));
    });
}
