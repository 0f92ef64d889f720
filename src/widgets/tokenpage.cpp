// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenpage.h"

#include "errortext.h"
#include "externallinks.h"
#include "icons.h"
#include "plaintext.h"
#include "signinkeeping.h"
#include "stylesheet.h"
#include "ui_tokenpage.h"
#include "zones.h"

#include <QHBoxLayout>

namespace {

QUrl tokenPage()
{
    return QUrl(QStringLiteral("https://calendly.com/integrations/api_webhooks"));
}

} // namespace

TokenPage::TokenPage(AccountService &account, QWidget *parent)
    : QFrame(parent), m_account(account), m_ui(std::make_unique<Ui::TokenPage>())
{
    m_ui->setupUi(this);
    placeShowButton();
    m_ui->worksIcon->setPixmap(themeIcon(QStringLiteral("done"), ColorRole::Ok).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_ui->refusalIcon->setPixmap(themeIcon(QStringLiteral("warning"), ColorRole::Danger).pixmap(QSize(14, 14), devicePixelRatioF()));
    connect(m_ui->token, &QLineEdit::textChanged, this, &TokenPage::onTextChanged);
    connect(m_ui->token, &QLineEdit::returnPressed, this, &TokenPage::goOn);
    connect(m_ui->add, &KeyButton::clicked, this, &TokenPage::goOn);
    connect(m_ui->back, &KeyButton::clicked, this, &TokenPage::backRequested);
    connect(m_ui->make, &KeyButton::clicked, this, [] { openExternally(tokenPage()); });
    begin();
}

TokenPage::~TokenPage() = default;

void TokenPage::placeShowButton()
{
    m_show = new KeyButton(m_ui->token);
    m_show->setObjectName(QStringLiteral("showToken"));
    m_show->setProperty("look", QStringLiteral("link"));
    m_show->setCursor(Qt::PointingHandCursor);
    m_show->setText(tr("Show"));
    auto *row = new QHBoxLayout(m_ui->token);
    row->setContentsMargins(0, 0, 10, 0);
    row->addStretch();
    row->addWidget(m_show);
    connect(m_show, &KeyButton::clicked, this, &TokenPage::toggleShown);
}

void TokenPage::begin()
{
    m_ui->hint->setText(SignInKeeping::hint(m_account));
    m_ui->token->clear();
    m_ui->token->setEchoMode(QLineEdit::Password);
    m_show->setText(tr("Show"));
    onTextChanged();
    m_ui->token->setFocus();
}

void TokenPage::toggleShown()
{
    const bool shown = m_ui->token->echoMode() == QLineEdit::Normal;
    m_ui->token->setEchoMode(shown ? QLineEdit::Password : QLineEdit::Normal);
    m_show->setText(shown ? tr("Show") : tr("Hide"));
}

void TokenPage::onTextChanged()
{
    ++m_attempt;
    hideAnswers();
    setStep(m_ui->token->text().trimmed().isEmpty() ? Step::Empty : Step::Typed);
}

void TokenPage::hideAnswers()
{
    m_ui->result->hide();
    m_ui->permissions->hide();
    m_ui->lockedNote->hide();
    m_ui->refusal->hide();
    if (m_ui->token->property("error").toBool()) {
        m_ui->token->setProperty("error", false);
        restyle(m_ui->token);
    }
}

void TokenPage::setStep(Step step)
{
    m_step = step;
    m_ui->add->setEnabled(step == Step::Typed || step == Step::Checked);
    m_ui->token->setReadOnly(step == Step::Adding);
    switch (step) {
    case Step::Empty:
    case Step::Typed:
        return m_ui->add->setText(tr("Check token"));
    case Step::Checking:
        return m_ui->add->setText(tr("Checking…"));
    case Step::Checked:
        return m_ui->add->setText(tr("Add account"));
    case Step::Adding:
        return m_ui->add->setText(tr("Adding…"));
    }
}

void TokenPage::goOn()
{
    if (m_step == Step::Typed)
        check();
    else if (m_step == Step::Checked)
        add();
}

void TokenPage::check()
{
    hideAnswers();
    setStep(Step::Checking);
    m_account.checkToken(m_ui->token->text().trimmed(), this, [this, attempt = m_attempt](const Result<CheckedToken> &token) {
        if (attempt != m_attempt)
            return;
        if (token)
            showChecked(*token);
        else
            showRefusal(token.error());
    });
}

void TokenPage::showChecked(const CheckedToken &token)
{
    m_ui->avatar->present(oneLine(token.user.name, 80), AvatarShape::Checked);
    m_ui->person->setText(oneLine(token.user.name, 80));
    QStringList details{token.user.email, token.organization.name, cityOf(token.user.timezone)};
    details.removeAll(QString());
    m_ui->personDetails->setText(oneLine(details.join(QStringLiteral(", "))));
    m_ui->result->show();
    m_ui->permissions->present(token.permissions);
    const auto missing = std::count_if(token.permissions.begin(), token.permissions.end(),
                                       [](const Permission &permission) { return permission.state == Permission::State::Missing; });
    m_ui->lockedNote->setText(tr("%n of these stay visible but locked. A token with more scopes unlocks them.", nullptr, int(missing)));
    m_ui->lockedNote->setVisible(missing > 0);
    setStep(Step::Checked);
    m_ui->add->setFocus();
}

void TokenPage::showRefusal(const Error &error)
{
    const bool refused = error.kind == Error::Kind::SignedOut || error.kind == Error::Kind::Refused;
    const bool lacks = error.kind == Error::Kind::ScopeMissing;
    const bool isOthers = error.kind == Error::Kind::Conflict; // says whose it is
    m_ui->refusalText->setText(refused  ? tr("Calendly does not accept this token.")
                               : isOthers ? oneLine(error.message, 300)
                                          : whyUnread(error));
    m_ui->refusalCauses->setText(refused ? tr("A token stops working when the account’s e-mail, password or sign-in method changes, or "
                                              "when somebody revokes it. Make a new one on the web and paste it here.")
                                   : isOthers ? tr("Nothing was stored.")
                                   : lacks    ? tr("Without it Sundial cannot tell whose token it is. Nothing was stored. Make a token with it on the web and "
                                                   "paste it here.")
                                              : tr("The token was not tried or not judged. Nothing was stored; check it again."));
    m_ui->refusal->show();
    m_ui->token->setProperty("error", refused);
    restyle(m_ui->token);
    setStep(Step::Typed);
    m_ui->token->setFocus();
    m_ui->token->selectAll();
}

void TokenPage::add()
{
    setStep(Step::Adding);
    m_account.addCheckedToken(this, [this](const Result<Account> &account) {
        if (!account) {
            hideAnswers();
            return showRefusal(account.error());
        }
        begin(); // the token leaves the field
        emit added();
    });
}
