// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookdialog.h"

#include "accountservice.h"
#include "accountwords.h"
#include "dialogfit.h"
#include "errortext.h"
#include "latewrites.h"
#include "toasthost.h"
#include "ui_webhookdialog.h"
#include "webhookservice.h"
#include "webhooktext.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPointer>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include <algorithm>
#include <array>

using Scope = WebhookSubscription::Scope;

namespace {

constexpr int drawnWidth = 560;
constexpr int fixedScopes = 2; ///< before the groups
constexpr int groupRole = Qt::UserRole + 1;

/// 256 random bits in letters, digits, dashes and underscores.
QString randomKey()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

WebhookDialog::WebhookDialog(const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::WebhookDialog>())
    , m_parts(parts)
    , m_service(*parts.webhooks)
    , m_toasts(toasts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->promise->setText(withAccount(m_parts, m_ui->promise->text()));
    fillScopes();
    fillEvents();
    connect(m_ui->scope, &QComboBox::currentIndexChanged, this, &WebhookDialog::scopeChanged);
    connect(m_ui->address, &QLineEdit::textEdited, this, [this] { presentProblem({}); });
    connect(m_ui->signingKey, &QLineEdit::textChanged, this, [this](const QString &key) { m_ui->copyKey->setEnabled(!key.isEmpty()); });
    connect(m_ui->generate, &QPushButton::clicked, this, &WebhookDialog::generateKey);
    connect(m_ui->copyKey, &QPushButton::clicked, this, &WebhookDialog::copyKey);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->create, &QPushButton::clicked, this, &WebhookDialog::create);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &QDialog::reject);
    connect(&m_service, &WebhookService::changed, this, &WebhookDialog::showWhoMayAll);
    connect(&m_service, &WebhookService::changed, this, &WebhookDialog::fillGroups);
    m_ui->copyKey->setEnabled(false);
    scopeChanged();
    fitDialog(*this, drawnWidth);
    m_ui->address->setFocus();
}

WebhookDialog::~WebhookDialog() = default;

void WebhookDialog::fillScopes()
{
    m_ui->scope->addItem(webhookScopeText(Scope::User), QVariant::fromValue(static_cast<int>(Scope::User)));
    m_ui->scope->addItem(webhookScopeText(Scope::Organization), QVariant::fromValue(static_cast<int>(Scope::Organization)));
    showWhoMayAll();
    fillGroups();
}

/// One scope for each group whose webhooks are known, which Calendly shows to those who may create some. Groups may become
/// known while the dialog is open.
void WebhookDialog::fillGroups()
{
    QComboBox &box = *m_ui->scope;
    const QSignalBlocker silent(box); // what was checked stays while rows come and go
    const QUrl chosen = group();
    int row = fixedScopes;
    for (const WebhookService::GroupPart &each : m_service.ofGroups()) {
        if (each.part.seenAt.isNull())
            continue;
        if (box.itemData(row, groupRole).toUrl() != each.group.uri) {
            box.insertItem(row, {}, static_cast<int>(Scope::Group));
            box.setItemData(row, each.group.uri, groupRole);
        }
        box.setItemText(row++, webhookScopeText(Scope::Group, each.group.name));
    }
    while (box.count() > row)
        box.removeItem(row);
    if (!chosen.isEmpty())
        box.setCurrentIndex(std::max(box.findData(chosen, groupRole), 0));
    if (group() != chosen)
        scopeChanged();
}

/// Nobody is told that they may not before that is known: Calendly says it as well.
void WebhookDialog::showWhoMayAll()
{
    const std::optional<Error> problem = m_service.ofOrganization().problem;
    const bool mayAll = !problem || problem->kind != Error::Kind::NotAllowed;
    const QString all = webhookScopeText(Scope::Organization);
    m_ui->scope->setItemText(1, mayAll ? all : tr("%1 – only for owners and admins").arg(all));
    if (auto *items = qobject_cast<QStandardItemModel *>(m_ui->scope->model()))
        items->item(1)->setEnabled(mayAll);
}

void WebhookDialog::fillEvents()
{
    auto *grid = new QGridLayout(m_ui->eventList);
    grid->setContentsMargins(8, 6, 8, 6);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (const WebhookEventKind &kind : webhookEventKinds()) {
        auto *box = new QCheckBox(webhookEventText(kind.name), m_ui->eventList);
        box->setObjectName(kind.name);
        auto *note = new QLabel(m_ui->eventList);
        note->setTextFormat(Qt::PlainText);
        note->setProperty("textSize", QStringLiteral("small"));
        note->setProperty("tone", QStringLiteral("text2"));
        const auto row = static_cast<int>(m_events.size());
        grid->addWidget(box, row, 0);
        grid->addWidget(note, row, 1);
        connect(box, &QCheckBox::clicked, this, [this] { presentProblem({}); });
        m_events.append({kind, box, note});
    }
    QWidget *before = m_ui->scope; // the form knows the boxes' place in the order, not the boxes
    for (const EventRow &row : std::as_const(m_events)) {
        setTabOrder(before, row.box);
        before = row.box;
    }
    for (EventRow &row : m_events)
        row.box->setChecked(row.kind.name == QLatin1String("invitee.created") || row.kind.name == QLatin1String("invitee.canceled"));
}

Scope WebhookDialog::scope() const
{
    return static_cast<Scope>(m_ui->scope->currentData().toInt());
}

QUrl WebhookDialog::group() const
{
    return m_ui->scope->currentData(groupRole).toUrl();
}

/// What the scope has no events for cannot stay chosen.
void WebhookDialog::scopeChanged()
{
    const auto account = m_parts.account.account();
    const bool freePlan = account && account->organization.stage == QLatin1String("free");
    m_ui->rules->setText(webhookRulesText(scope()));
    for (const EventRow &row : std::as_const(m_events)) {
        const EventRefusal refusal = refusalOf(row.kind, scope(), freePlan, account ? account->scopes : QStringList());
        const bool offered = refusal == EventRefusal::None;
        row.box->setEnabled(offered);
        row.box->setChecked(offered && row.box->isChecked());
        row.note->setText(offered ? row.kind.name : eventRefusalText(refusal));
        row.box->setAccessibleDescription(row.note->text());
    }
    presentProblem({});
}

void WebhookDialog::generateKey()
{
    m_ui->signingKey->setText(randomKey());
    m_ui->signingKey->setFocus();
    m_ui->signingKey->selectAll();
}

void WebhookDialog::copyKey()
{
    QGuiApplication::clipboard()->setText(m_ui->signingKey->text());
    m_ui->keyNote->setText(tr("Copied. Keep it now: neither Calendly nor Sundial shows it again."));
}

void WebhookDialog::presentProblem(const QString &problem)
{
    m_ui->problem->setText(problem);
    m_ui->problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        makeRoom(*this);
}

QString WebhookDialog::problem() const
{
    if (const QString problem = addressProblemText(callbackProblem(m_ui->address->text())); !problem.isEmpty())
        return problem;
    if (wanted().events.isEmpty())
        return tr("Choose at least one event.");
    if (!m_parts.account.account())
        return tr("Sign in again first. Nothing was created.");
    return {};
}

WebhookSubscription WebhookDialog::wanted() const
{
    WebhookSubscription webhook;
    webhook.callbackUrl = QUrl(m_ui->address->text().trimmed(), QUrl::StrictMode);
    webhook.scope = scope();
    webhook.group = group();
    for (const EventRow &row : m_events) {
        if (row.box->isChecked())
            webhook.events.append(row.kind.name);
    }
    if (const auto account = m_parts.account.account()) {
        webhook.organization = account->user.organization;
        webhook.user = account->user.uri;
    }
    return webhook;
}

void WebhookDialog::create()
{
    if (m_sending)
        return;
    presentProblem(problem());
    if (!m_ui->problem->text().isEmpty())
        return m_ui->address->setFocus();
    m_sending = true;
    m_ui->create->setEnabled(false);
    m_ui->create->setText(tr("Creating…"));
    m_service.create(wanted(), m_ui->signingKey->text(), &m_toasts, [dialog = QPointer<WebhookDialog>(this), toasts = &m_toasts](const WriteOutcome &outcome) {
        if (outcome.kind == WriteOutcome::Kind::Done)
            toasts->show({.kind = Toast::Kind::Done, .text = tr("Webhook created. Calendly sends from now on.")});
        else if (!dialog)
            toasts->show({.kind = Toast::Kind::Failed, .text = failureText(outcome)});
        if (dialog)
            dialog->ended(outcome);
    });
}

void WebhookDialog::ended(const WriteOutcome &outcome)
{
    if (outcome.kind == WriteOutcome::Kind::Done)
        return accept();
    m_sending = false;
    m_ui->create->setEnabled(true);
    m_ui->create->setText(tr("Create webhook"));
    presentProblem(failureText(outcome));
}

QString WebhookDialog::failureText(const WriteOutcome &outcome)
{
    switch (outcome.kind) {
    case WriteOutcome::Kind::Done:
        return {};
    case WriteOutcome::Kind::NotDone:
        return tr("The answer was lost, and a look at Calendly shows that the webhook was not created. You can try again.");
    case WriteOutcome::Kind::Unknown:
        if (outcome.error && mayStillBeDone(*outcome.error))
            return tr("No answer came, and Calendly may still create the webhook. Wait a minute and refresh the list before you try again.");
        return tr("The answer was lost, and Calendly cannot be asked now. The webhook may exist: refresh the list before you try again.");
    case WriteOutcome::Kind::Refused:
        break;
    }
    const QString own = webhookRefusalText(*outcome.error);
    return own.isEmpty() ? errorSentence(*outcome.error) : own;
}
