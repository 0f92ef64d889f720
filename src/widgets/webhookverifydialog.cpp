// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookverifydialog.h"

#include "dialogfit.h"
#include "icons.h"
#include "stylesheet.h"
#include "theme.h"
#include "ui_webhookverifydialog.h"
#include "webhooktext.h"

#include <QTextDocument>

namespace {

constexpr int drawnWidth = 600;
constexpr int iconSize = 16;

} // namespace

WebhookVerifyDialog::WebhookVerifyDialog(const MainWindowParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::WebhookVerifyDialog>())
    , m_parts(parts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    const auto forget = [this] { present(QStringLiteral("info"), tr("Paste all three, then check.")); };
    connect(m_ui->body, &QPlainTextEdit::textChanged, this, forget);
    connect(m_ui->header, &QLineEdit::textChanged, this, forget);
    connect(m_ui->signingKey, &QLineEdit::textChanged, this, forget);
    connect(m_ui->check, &QPushButton::clicked, this, &WebhookVerifyDialog::check);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    forget();
    fitDialog(*this, drawnWidth);
    m_ui->body->setFocus();
}

WebhookVerifyDialog::~WebhookVerifyDialog() = default;

/// The field's plain text would turn no-break spaces into spaces, which the signature does not forgive.
QByteArray WebhookVerifyDialog::body() const
{
    QString text = m_ui->body->document()->toRawText();
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n')).replace(QChar::LineSeparator, QLatin1Char('\n'));
    return text.toUtf8();
}

void WebhookVerifyDialog::check()
{
    const QByteArray text = body();
    const QByteArray key = m_ui->signingKey->text().trimmed().toUtf8();
    if (text.isEmpty() || key.isEmpty() || m_ui->header->text().trimmed().isEmpty())
        return present(QStringLiteral("warning"), tr("Something is missing: the body, the header and the signing key are needed."));
    const SignatureCheck check = checkSignature(text, m_ui->header->text().toUtf8(), key, m_parts.clock());
    present(signatureVerdictIconName(check.verdict), signatureVerdictText(check, shownZone(m_parts), m_parts.clock()));
}

void WebhookVerifyDialog::present(const QString &iconName, const QString &verdict)
{
    m_ui->verdictIcon->setPixmap(
        tintedPixmap(iconName, grownHeight(iconSize, font()), themeColor(ColorRole::Text2, palette()), devicePixelRatioF()));
    m_ui->verdict->setText(verdict);
    m_ui->verdict->setAccessibleName(verdict);
}
