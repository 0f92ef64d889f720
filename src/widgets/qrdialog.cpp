// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrdialog.h"

#include "copynotice.h"
#include "dialogfit.h"
#include "plaintext.h"
#include "ui_qrdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QShortcut>

namespace {

constexpr int drawnWidth = 420;
constexpr int copiedSide = 600; // pixels
constexpr int longestFileName = 60;

} // namespace

QrDialog::QrDialog(const LinkTarget &target, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::QrDialog>())
    , m_target(target)
    , m_parts(parts)
    , m_toasts(toasts)
    , m_files(parts, toasts, this)
    , m_code(qrCodeFor(target.url.toString(QUrl::FullyEncoded)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->title->setText(oneLine(m_target.title));
    m_ui->note->setText(m_target.ledgerId.isEmpty() ? tr("Opens the booking page.") : tr("Single-use: it opens the booking page until somebody has booked."));
    m_ui->address->setText(m_target.url.toDisplayString(QUrl::RemoveScheme | QUrl::RemoveQuery).mid(2));
    m_ui->address->setToolTip(m_target.url.toString(QUrl::FullyEncoded).toHtmlEscaped());
    m_ui->address->setCursorPosition(0);
    if (m_code)
        m_ui->code->present(*m_code, tr("QR code of the link %1").arg(m_ui->address->text()));
    m_ui->code->setVisible(m_code.has_value());
    m_ui->problem->setVisible(!m_code);
    for (QPushButton *button : {m_ui->copy, m_ui->savePng, m_ui->saveSvg})
        button->setEnabled(m_code.has_value());
    connect(m_ui->copy, &QPushButton::clicked, this, &QrDialog::copy);
    connect(m_ui->savePng, &QPushButton::clicked, this, [this] { save(QStringLiteral("png")); });
    connect(m_ui->saveSvg, &QPushButton::clicked, this, [this] { save(QStringLiteral("svg")); });
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, m_ui->savePng, &QPushButton::click);
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, m_ui->copy, &QPushButton::click);
    m_ui->copy->setFocus(Qt::OtherFocusReason);
    fit();
}

QrDialog::~QrDialog() = default;

void QrDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &QrDialog::fit, Qt::QueuedConnection);
}

void QrDialog::fit()
{
    fitDialog(*this, drawnWidth);
}

void QrDialog::copy()
{
    QGuiApplication::clipboard()->setImage(qrImageOf(*m_code, copiedSide));
    tellCopied(m_parts, m_toasts, m_target.type, {.text = tr("QR code copied · %1").arg(oneLine(m_target.title))}, m_target.ownTimes);
    accept();
}

void QrDialog::save(const QString &suffix)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\w -]+"), QRegularExpression::UseUnicodePropertiesOption);
    const QString title = oneLine(m_target.title, longestFileName).replace(unsafe, QStringLiteral(" ")).simplified();
    m_files.ask(tr("Save QR code"), tr("QR code %1").arg(title).trimmed() + QLatin1Char('.') + suffix, [code = *m_code, suffix, title = m_target.title] {
        return suffix == QLatin1String("png") ? qrPng(code) : qrSvg(code, title);
    });
}
