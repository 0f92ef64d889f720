// SPDX-License-Identifier: GPL-3.0-or-later
#include "embeddialog.h"

#include "accountservice.h"
#include "copynotice.h"
#include "dialogfit.h"
#include "embedpreview.h"
#include "errortext.h"
#include "eventtypemodel.h"
#include "linkparameters.h"
#include "mainwindowparts.h"
#include "plaintext.h"
#include "stylesheet.h"
#include "ui_embeddialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QShortcut>

namespace {

constexpr int drawnWidth = 580;
constexpr int linesShown = 6; // of the snippet
constexpr int linesOfLargeText = 3; // so that the form keeps some room
constexpr double largeGrowth = 1.4;

} // namespace

EmbedDialog::EmbedDialog(const EventType &type, EmbedPreview &preview, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::EmbedDialog>())
    , m_type(type)
    , m_preview(preview)
    , m_parts(parts)
    , m_toasts(toasts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    if (!type.schedulingUrl.isEmpty())
        m_ui->what->addItem(eventTypeTitle(type), type.schedulingUrl);
    if (const auto account = parts.account.account(); account && !account->user.schedulingUrl.isEmpty())
        m_ui->what->addItem(tr("Landing page of %1, with all public event types").arg(oneLine(account->user.name)), account->user.schedulingUrl);
    m_ui->snippet->setWordWrapMode(QTextOption::WrapAnywhere);
    m_ui->formArea->viewport()->setAutoFillBackground(false);
    m_ui->form->setAutoFillBackground(false);
    connect(m_ui->what, &QComboBox::currentIndexChanged, this, &EmbedDialog::present);
    for (QToolButton *button : {m_ui->inPage, m_ui->popupText, m_ui->popupWidget})
        connect(button, &QToolButton::toggled, this, &EmbedDialog::present);
    for (QLineEdit *line : {m_ui->text, static_cast<QLineEdit *>(m_ui->buttonColor), static_cast<QLineEdit *>(m_ui->buttonTextColor),
                            static_cast<QLineEdit *>(m_ui->background), static_cast<QLineEdit *>(m_ui->textColor), static_cast<QLineEdit *>(m_ui->primary)})
        connect(line, &QLineEdit::textChanged, this, &EmbedDialog::present);
    for (QCheckBox *box : {m_ui->hideDetails, m_ui->hideBanner})
        connect(box, &QCheckBox::toggled, this, &EmbedDialog::present);
    connect(m_ui->height, &QSpinBox::valueChanged, this, &EmbedDialog::present);
    connect(m_ui->copy, &QPushButton::clicked, this, &EmbedDialog::copy);
    connect(m_ui->look, &QPushButton::clicked, this, &EmbedDialog::look);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, m_ui->copy, &QPushButton::click);
    m_ui->inPage->setChecked(true);
    present();
    fit();
}

EmbedDialog::~EmbedDialog() = default;

void EmbedDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &EmbedDialog::fit, Qt::QueuedConnection);
}

void EmbedDialog::fit()
{
    m_ui->snippet->setFont(fixedFont(font()));
    m_ui->formArea->setMaximumHeight(m_ui->form->sizeHint().height());
    m_ui->snippet->setFixedHeight((textGrowth(font()) < largeGrowth ? linesShown : linesOfLargeText) * QFontMetrics(m_ui->snippet->font()).lineSpacing() + 18);
    fitDialog(*this, drawnWidth);
}

EmbedOptions EmbedDialog::options() const
{
    const QUrl page = m_ui->what->currentData().toUrl();
    const bool isLanding = m_ui->what->currentIndex() == m_ui->what->count() - 1 && m_ui->what->count() > 1;
    LinkParameters look;
    if (m_ui->hideDetails->isChecked())
        look.insert(isLanding ? QStringLiteral("hide_landing_page_details") : QStringLiteral("hide_event_type_details"), QStringLiteral("1"));
    if (m_ui->hideBanner->isChecked())
        look.insert(QStringLiteral("hide_gdpr_banner"), QStringLiteral("1"));
    look.insert(QStringLiteral("background_color"), m_ui->background->color());
    look.insert(QStringLiteral("text_color"), m_ui->textColor->color());
    look.insert(QStringLiteral("primary_color"), m_ui->primary->color());
    EmbedOptions options{.link = withParameters(page, look),
                         .text = m_ui->text->text().trimmed(),
                         .height = m_ui->height->value(),
                         .buttonColor = m_ui->buttonColor->color(),
                         .buttonTextColor = m_ui->buttonTextColor->color()};
    if (options.text.isEmpty())
        options.text = m_ui->text->placeholderText();
    if (m_ui->popupText->isChecked())
        options.kind = EmbedOptions::Kind::PopupText;
    else if (m_ui->popupWidget->isChecked())
        options.kind = EmbedOptions::Kind::PopupWidget;
    return options;
}

QString EmbedDialog::title() const
{
    return oneLine(m_ui->what->currentText());
}

void EmbedDialog::present()
{
    const EmbedOptions wanted = options();
    const bool isWidget = wanted.kind == EmbedOptions::Kind::PopupWidget;
    m_ui->height->setEnabled(wanted.kind == EmbedOptions::Kind::Inline);
    m_ui->text->setEnabled(wanted.kind != EmbedOptions::Kind::Inline);
    m_ui->buttonColor->setEnabled(isWidget);
    m_ui->buttonTextColor->setEnabled(isWidget);
    m_ui->snippet->setPlainText(embedSnippet(wanted).trimmed());
    QStringList wrong;
    for (const ColorField *color : {m_ui->buttonColor, m_ui->buttonTextColor, m_ui->background, m_ui->textColor, m_ui->primary}) {
        if (color->isEnabled() && color->isWrong())
            wrong.append(color->text().trimmed());
    }
    m_ui->problem->setText(tr("%1 is no color, so it is left out. A color has six digits, 0 to 9 and a to f.").arg(wrong.join(QStringLiteral(", "))));
    m_ui->problem->setVisible(!wrong.isEmpty());
}

void EmbedDialog::copy()
{
    QGuiApplication::clipboard()->setText(embedSnippet(options()));
    const bool isOfType = m_ui->what->currentData().toUrl() == m_type.schedulingUrl;
    tellCopied(m_parts, m_toasts, isOfType ? std::optional(m_type) : std::nullopt, {.text = tr("HTML copied · %1").arg(title())});
    accept();
}

void EmbedDialog::look()
{
    const QByteArray page = embedPage(options(), title(), tr("This page shows what you embed. It is only on this computer."));
    if (const Result<Done> shown = m_preview.show(page); !shown)
        m_toasts.show({.kind = Toast::Kind::Failed, .text = tr("The preview could not be shown: %1.").arg(shown.error().message)});
}
