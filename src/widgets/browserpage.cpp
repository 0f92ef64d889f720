// SPDX-License-Identifier: GPL-3.0-or-later
#include "browserpage.h"

#include "externallinks.h"
#include "signinfailure.h"
#include "ui_browserpage.h"

#include <QClipboard>
#include <QGuiApplication>

BrowserPage::BrowserPage(AccountService &account, Clock clock, QWidget *parent)
    : QFrame(parent), m_account(account), m_clock(std::move(clock)), m_ui(std::make_unique<Ui::BrowserPage>())
{
    m_ui->setupUi(this);
    m_ui->addressProblem->hide();
    connect(&m_account, &AccountService::authorizationReady, this, &BrowserPage::openBrowser);
    connect(&m_account, &AccountService::browserSignInFinished, this, &BrowserPage::finish);
    connect(m_ui->address, &QLineEdit::textChanged, this, &BrowserPage::takeAddress);
    connect(m_ui->stop, &KeyButton::clicked, this, &BrowserPage::stop);
    connect(m_ui->copy, &KeyButton::clicked, this, &BrowserPage::copyAddress);
    connect(m_ui->open, &KeyButton::clicked, this, [this] {
        if (m_account.isBrowserSignInUnderWay())
            openBrowser();
        else
            begin(m_furtherScopes);
    });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &BrowserPage::showTimeLeft);
}

BrowserPage::~BrowserPage() = default;

void BrowserPage::begin(const QStringList &furtherScopes)
{
    m_furtherScopes = furtherScopes;
    m_ui->address->clear();
    m_ui->headline->setText(tr("Finish signing in in your browser"));
    m_ui->sentence->setText(tr("Sundial continues by itself as soon as you allow access."));
    showWaiting(true);
    m_second.start();
    m_account.startBrowserSignIn(m_furtherScopes);
    showTimeLeft();
}

void BrowserPage::hideEvent(QHideEvent *event)
{
    m_second.stop();
    QFrame::hideEvent(event);
}

void BrowserPage::showWaiting(bool waiting)
{
    m_ui->dial->setWaiting(waiting);
    m_ui->address->setVisible(waiting);
    m_ui->addressProblem->hide();
    m_ui->copy->setVisible(waiting);
    m_ui->copy->setEnabled(!m_account.authorizationUrl().isEmpty());
    m_ui->stop->setText(waiting ? tr("Stop") : tr("Back"));
    m_ui->open->setText(waiting ? tr("Open browser again") : tr("Try again"));
    m_ui->open->setIconName(waiting ? QStringLiteral("browser") : QStringLiteral("refresh"));
    m_ui->left->setVisible(waiting);
    m_ui->open->setFocus();
}

void BrowserPage::openBrowser()
{
    const QUrl url = m_account.authorizationUrl();
    m_ui->copy->setEnabled(!url.isEmpty());
    if (url.isEmpty())
        return;
    // What was asked to open it may fail later without a word, so the address can always be copied.
    if (!openExternally(url))
        m_ui->sentence->setText(tr("No browser could be opened. Copy the address, open it in a browser, and paste the address "
                                   "of the last page below."));
}

void BrowserPage::copyAddress()
{
    QGuiApplication::clipboard()->setText(m_account.authorizationUrl().toString(QUrl::FullyEncoded));
    m_ui->sentence->setText(tr("The address is on the clipboard. Open it in a browser on this computer."));
}

void BrowserPage::takeAddress()
{
    const QString pasted = m_ui->address->text().trimmed();
    if (pasted.isEmpty())
        return m_ui->addressProblem->hide();
    if (m_account.deliverRedirect(QUrl(pasted)))
        return m_ui->addressProblem->hide();
    m_ui->addressProblem->setText(tr("This is not the address of this sign-in. Copy it from the browser’s address field after you allowed access."));
    m_ui->addressProblem->show();
}

void BrowserPage::showTimeLeft()
{
    const QDateTime end = m_account.browserSignInEndsAt();
    if (!m_account.isBrowserSignInUnderWay() || end.isNull())
        return m_ui->left->clear();
    const qint64 seconds = std::max<qint64>(0, m_clock().secsTo(end));
    m_ui->left->setText(seconds >= 60 ? tr("%1 min %2 s left").arg(seconds / 60).arg(seconds % 60) : tr("%1 s left").arg(seconds));
}

void BrowserPage::finish(const Result<Account> &account)
{
    m_second.stop();
    if (account) {
        m_ui->address->clear();
        m_ui->dial->setWaiting(false);
        return emit signedIn();
    }
    const SignInFailure failure = signInFailure(account.error());
    m_ui->headline->setText(failure.title);
    m_ui->sentence->setText(failure.sentence);
    showWaiting(false);
}

void BrowserPage::stop()
{
    m_second.stop();
    m_account.stopBrowserSignIn(); // also when the browser is through and only the owner is asked for
    m_ui->dial->setWaiting(false);
    emit backRequested();
}
