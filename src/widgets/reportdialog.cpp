// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportdialog.h"

#include "dialogfit.h"
#include "keybutton.h"
#include "stylesheet.h"
#include "toasthost.h"
#include "ui_reportdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScreen>
#include <QShortcut>

#include <algorithm>

namespace {

constexpr int drawnWidth = 640;
constexpr int linesShown = 18;

} // namespace

ReportDialog::ReportDialog(const Words &words, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReportDialog>())
    , m_toasts(toasts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    setWindowTitle(words.windowTitle);
    m_ui->title->setText(words.title);
    m_ui->sentence->setText(words.sentence);
    connect(m_ui->copy, &QPushButton::clicked, this, [this, copied = words.copied] { copy(copied); });
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, m_ui->copy, &QPushButton::click);
    m_ui->copy->setFocus();
}

ReportDialog::~ReportDialog() = default;

void ReportDialog::setText(const QString &text)
{
    m_ui->text->setPlainText(text);
}

void ReportDialog::setSentence(const QString &sentence)
{
    m_ui->sentence->setText(sentence);
}

void ReportDialog::addAboveText(QWidget *widget)
{
    m_ui->dialogLayout->insertWidget(m_ui->dialogLayout->indexOf(m_ui->text), widget);
    setTabOrder(widget, m_ui->text);
}

QPushButton *ReportDialog::addButton(const QString &name, const QString &text)
{
    auto *button = new KeyButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAutoDefault(false);
    m_ui->buttons->insertWidget(m_ui->buttons->indexOf(m_ui->beforeButtons), button);
    setTabOrder(button, m_ui->close);
    return button;
}

void ReportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &ReportDialog::fit, Qt::QueuedConnection);
}

void ReportDialog::fit()
{
    m_ui->text->setFont(fixedFont(font()));
    const int wanted = linesShown * QFontMetrics(m_ui->text->font()).lineSpacing() + 18;
    m_ui->text->setFixedHeight(std::min(wanted, screen()->availableSize().height() / 2));
    fitDialog(*this, drawnWidth);
}

void ReportDialog::copy(const QString &copied)
{
    QGuiApplication::clipboard()->setText(m_ui->text->toPlainText());
    m_toasts.show({.text = copied});
    accept();
}
