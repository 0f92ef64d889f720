// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinflow.h"

#include "browserpage.h"
#include "mainwindowparts.h"
#include "tokenpage.h"
#include "welcomepage.h"

#include <QGridLayout>
#include <QScrollArea>

namespace {

// In the middle, and scrolled where the window is too small for it.
QWidget *framed(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *room = new QWidget;
    auto *grid = new QGridLayout(room);
    grid->addWidget(page, 0, 0, Qt::AlignCenter);
    area->setWidget(room);
    return area;
}

} // namespace

SignInFlow::SignInFlow(const MainWindowParts &parts, QWidget *parent)
    : QStackedWidget(parent), m_canUseBrowser(parts.canSignInWithBrowser), m_welcome(new WelcomePage(parts)),
      m_token(new TokenPage(parts.account)), m_browser(new BrowserPage(parts.account, parts.clock))
{
    addWidget(framed(m_welcome));
    addWidget(framed(m_token));
    addWidget(framed(m_browser));
    connect(m_welcome, &WelcomePage::browserChosen, this, [this] {
        enter(m_browser);
        m_browser->begin();
    });
    connect(m_welcome, &WelcomePage::tokenChosen, this, [this] {
        enter(m_token);
        m_token->begin();
    });
    connect(m_welcome, &WelcomePage::demoChosen, this, &SignInFlow::demoRequested);
    connect(m_token, &TokenPage::backRequested, this, &SignInFlow::goBack);
    connect(m_browser, &BrowserPage::backRequested, this, &SignInFlow::goBack);
    connect(m_token, &TokenPage::added, this, &SignInFlow::finished);
    connect(m_browser, &BrowserPage::signedIn, this, &SignInFlow::finished);
}

void SignInFlow::showWelcome()
{
    m_again = false;
    enter(m_welcome);
    m_welcome->focusFirst();
}

void SignInFlow::signInAgain(const QStringList &furtherScopes)
{
    m_again = true;
    if (m_canUseBrowser) {
        enter(m_browser);
        m_browser->begin(furtherScopes);
    } else {
        enter(m_token);
        m_token->begin();
    }
}

void SignInFlow::goBack()
{
    if (m_again)
        emit left();
    else
        showWelcome();
}

void SignInFlow::enter(QWidget *page)
{
    for (int i = 0; i < count(); ++i) {
        if (widget(i)->isAncestorOf(page))
            setCurrentIndex(i);
    }
}
