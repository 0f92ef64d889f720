// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcomepage.h"

#include "accountservice.h"
#include "icons.h"
#include "mainwindowparts.h"
#include "openaccounts.h"
#include "signinkeeping.h"
#include "stylesheet.h"
#include "ui_welcome.h"

#include <QMessageBox>

namespace {

// Larger than a title, here only: the name of the program.
QFont nameFont(const QFont &base)
{
    QFont font = themeFont(TextSize::Title, true, base);
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * 1.4));
    else
        font.setPointSizeF(font.pointSizeF() * 1.4);
    return font;
}

} // namespace

WelcomePage::WelcomePage(const MainWindowParts &parts, QWidget *parent) : QFrame(parent), m_ui(std::make_unique<Ui::WelcomePage>())
{
    m_ui->setupUi(this);
    m_ui->programName->setFont(nameFont(font()));
    const int iconEdge = grownHeight(16, font());
    m_ui->keptIcon->setPixmap(themeIcon(QStringLiteral("locked")).pixmap(QSize(iconEdge, iconEdge), devicePixelRatioF()));
    const auto showKeeping = [this, &account = parts.account] {
        m_ui->kept->setText(SignInKeeping::sentence(account));
        m_ui->keep->setVisible(account.isFileOffered());
        m_ui->keep->setText(account.isInFile() ? tr("Stop keeping it in a file…") : tr("Keep me signed in after quitting…"));
    };
    connect(&parts.account, &AccountService::changed, this, showKeeping);
    showKeeping();
    connect(m_ui->keep, &KeyButton::clicked, new SignInKeeping(parts.account, this), &SignInKeeping::ask);
    if (!parts.canSignInWithBrowser) {
        m_ui->browser->setEnabled(false);
        m_ui->browser->setSentence(tr("Not in this build: it has no client id. Use a token instead."));
    }
    connect(m_ui->browser, &ChoiceButton::clicked, this, &WelcomePage::browserChosen);
    connect(m_ui->token, &ChoiceButton::clicked, this, &WelcomePage::tokenChosen);
    connect(m_ui->demo, &ChoiceButton::clicked, this, &WelcomePage::demoChosen);
    m_ui->back->hide();
    m_ui->back->setShortcut(QKeySequence(Qt::Key_Escape)); // here, as each text of a button takes its key away
    if (parts.accounts) {
        connect(parts.accounts, &OpenAccounts::changed, this, [this, accounts = parts.accounts] { m_ui->back->setVisible(!accounts->looks().isEmpty()); });
        m_ui->back->setVisible(!parts.accounts->looks().isEmpty());
        connect(m_ui->back, &KeyButton::clicked, parts.accounts, &OpenAccounts::leaveSignIn);
    }
    connect(m_ui->rights, &KeyButton::clicked, this, &WelcomePage::explain);
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::focusFirst()
{
    (m_ui->browser->isEnabled() ? m_ui->browser : m_ui->token)->setFocus();
}

void WelcomePage::explain()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("What Sundial may read and change"),
                                tr("Sundial reads your meetings, the people in them, your event types and your hours. "
                                   "It cancels a meeting or makes a link only when you ask for it."),
                                QMessageBox::Close, window());
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("What it read is kept on this computer, for you alone, until you sign out. "
                               "Nothing goes anywhere but to Calendly."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}
