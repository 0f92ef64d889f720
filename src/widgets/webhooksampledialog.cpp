// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhooksampledialog.h"

#include "accountservice.h"
#include "dialogfit.h"
#include "errortext.h"
#include "ui_webhooksampledialog.h"
#include "webhookrules.h"
#include "webhookservice.h"
#include "webhooktext.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>

namespace {

constexpr int drawnWidth = 640;

} // namespace

WebhookSampleDialog::WebhookSampleDialog(const MainWindowParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::WebhookSampleDialog>())
    , m_parts(parts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(m_ui->sample->fontInfo().pixelSize());
    m_ui->sample->setFont(font);
    for (const WebhookEventKind &kind : webhookEventKinds())
        m_ui->event->addItem(tr("%1 (%2)").arg(webhookEventText(kind.name), kind.name), kind.name);
    connect(m_ui->event, &QComboBox::currentIndexChanged, this, &WebhookSampleDialog::read);
    connect(m_ui->again, &QPushButton::clicked, this, &WebhookSampleDialog::read);
    connect(m_ui->copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_ui->sample->toPlainText());
        m_ui->copy->setText(tr("Copied"));
    });
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &QDialog::reject);
    read();
    fitDialog(*this, drawnWidth);
    m_ui->event->setFocus();
}

WebhookSampleDialog::~WebhookSampleDialog() = default;

void WebhookSampleDialog::read()
{
    const auto account = m_parts.account.account();
    if (!account)
        return present({}, tr("Sign in again to read a sample."));
    const QString event = m_ui->event->currentData().toString();
    WebhookSubscription target;
    target.organization = account->user.organization;
    target.user = account->user.uri;
    for (const WebhookEventKind &kind : webhookEventKinds()) {
        if (kind.name == event)
            target.scope = kind.onlyScope.value_or(WebhookSubscription::Scope::User);
    }
    m_reading = std::make_unique<QObject>();
    present({}, {});
    m_ui->sample->setPlaceholderText(tr("Reading the sample…"));
    m_parts.webhooks->sample(event, target, m_reading.get(), [this](const Result<QString> &answer) {
        m_ui->sample->setPlaceholderText({});
        if (answer)
            return present(*answer, {});
        const ErrorText text = errorText(answer.error());
        present({}, answer.error().kind == Error::Kind::NotAllowed ? tr("Calendly shows this sample only to owners and admins, and where the plan includes it.")
                                                                   : tr("%1. %2").arg(text.title, text.sentence));
    });
}

void WebhookSampleDialog::present(const QString &sample, const QString &problem)
{
    m_ui->sample->setPlainText(sample);
    m_ui->copy->setText(tr("Copy sample"));
    m_ui->copy->setEnabled(!sample.isEmpty());
    m_ui->problem->setText(problem);
    m_ui->problem->setVisible(!problem.isEmpty());
    m_ui->again->setVisible(!problem.isEmpty());
}
