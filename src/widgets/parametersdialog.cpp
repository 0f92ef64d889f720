// SPDX-License-Identifier: GPL-3.0-or-later
#include "parametersdialog.h"

#include "copynotice.h"
#include "dialogfit.h"
#include "linkservice.h"
#include "mainwindowparts.h"
#include "namequestion.h"
#include "parametersform.h"
#include "plaintext.h"
#include "qrdialog.h"
#include "ui_parametersdialog.h"
#include "zones.h"

#include <QPointer>
#include <QScreen>
#include <QShortcut>

namespace {

constexpr int drawnWidth = 540;
constexpr int drawnHeight = 680;
constexpr int linesShown = 3; // of the address
constexpr int longAddress = 2000; // some mail programs cut what is longer

} // namespace

ParametersDialog::ParametersDialog(LinkTarget target, const MainWindowParts &parts, ToastHost &toasts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ParametersDialog>())
    , m_target(std::move(target))
    , m_parts(parts)
    , m_toasts(toasts)
    , m_presets(parts)
    , m_form(new ParametersForm(m_target, wallClock(parts.clock(), shownZone(parts)).date()))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->title->setText(m_target.ledgerId.isEmpty() ? oneLine(m_target.title) : tr("Single-use link, %1").arg(oneLine(m_target.title)));
    m_ui->formArea->setWidget(m_form);
    m_form->setAutoFillBackground(false); // the dialog's own ground
    m_ui->formArea->viewport()->setAutoFillBackground(false);
    m_ui->address->setWordWrapMode(QTextOption::WrapAnywhere);
    fillPresets({});
    connect(m_form, &ParametersForm::changed, this, &ParametersDialog::present);
    connect(m_ui->preset, &QComboBox::activated, this, &ParametersDialog::takePreset);
    connect(m_ui->deletePreset, &QPushButton::clicked, this, &ParametersDialog::deletePreset);
    connect(m_ui->savePreset, &QPushButton::clicked, this, [this] {
        askName(this, {.title = tr("Save as preset"), .button = tr("Save preset"), .suggested = m_ui->preset->currentData().toString(), .objectName = QStringLiteral("presetName")},
                [this](const QString &name) { savePreset(name); });
    });
    connect(m_ui->copy, &QPushButton::clicked, this, [this] { copy(LinkForm::Address, tr("Link copied")); });
    connect(m_ui->copyMarkdown, &QPushButton::clicked, this, [this] { copy(LinkForm::Markdown, tr("Link copied as Markdown")); });
    connect(m_ui->copyNamed, &QPushButton::clicked, this, [this] { copy(LinkForm::Named, tr("Link copied with its name")); });
    connect(m_ui->qrCode, &QPushButton::clicked, this, [this] {
        LinkTarget said = m_target;
        said.url = link();
        (new QrDialog(said, m_parts, m_toasts, this))->open();
    });
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, m_ui->copy, &QPushButton::click);
    // The form was made before all else that is in the dialog.
    QWidget *before = m_ui->deletePreset;
    const QList<QWidget *> fields = m_form->findChildren<QWidget *>();
    for (QWidget *field : fields) {
        if (!(field->focusPolicy() & Qt::TabFocus) || field->focusProxy() || field->window() != this)
            continue;
        setTabOrder(before, field);
        before = field;
    }
    m_form->setFocus(Qt::OtherFocusReason);
    present();
    fit();
}

ParametersDialog::~ParametersDialog() = default;

void ParametersDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &ParametersDialog::fit, Qt::QueuedConnection);
}

void ParametersDialog::fit()
{
    m_ui->address->setFixedHeight(linesShown * fontMetrics().lineSpacing() + 18);
    fitDialog(*this, drawnWidth);
    resize(size().expandedTo({0, drawnHeight}).boundedTo(screen()->availableSize() - QSize(40, 60)));
}

QUrl ParametersDialog::link() const
{
    return withParameters(m_target.url, m_form->parameters());
}

QUrl ParametersDialog::eventType() const
{
    return m_target.type ? m_target.type->uri : QUrl();
}

void ParametersDialog::present()
{
    const QString address = link().toString(QUrl::FullyEncoded);
    m_ui->address->setPlainText(address);
    m_ui->length->setVisible(address.size() > longAddress);
    m_ui->savePreset->setEnabled(!worthKeeping(m_form->parameters()).isEmpty());
}

void ParametersDialog::fillPresets(const QString &chosen)
{
    m_ui->preset->clear();
    m_ui->preset->addItem(tr("No preset"));
    for (const LinkPreset &preset : m_presets.all())
        m_ui->preset->addItem(oneLine(preset.name, longestName), preset.name);
    m_ui->preset->setCurrentIndex(std::max(m_ui->preset->findData(chosen), 0));
    m_ui->preset->setEnabled(m_ui->preset->count() > 1);
    m_ui->deletePreset->setEnabled(m_ui->preset->currentIndex() > 0);
}

void ParametersDialog::takePreset()
{
    const QString name = m_ui->preset->currentData().toString();
    m_ui->deletePreset->setEnabled(!name.isEmpty());
    for (const LinkPreset &preset : m_presets.all()) {
        if (preset.name == name)
            m_form->setKept(LinkPresets::parametersFor(preset, eventType()));
    }
}

void ParametersDialog::savePreset(const QString &name)
{
    m_presets.save(name, eventType(), m_form->parameters());
    fillPresets(name);
    m_toasts.show({.text = tr("Preset saved · %1").arg(name)});
}

void ParametersDialog::deletePreset()
{
    const QString name = m_ui->preset->currentData().toString();
    for (const LinkPreset &preset : m_presets.all()) {
        if (preset.name != name)
            continue;
        m_presets.remove(name);
        const auto back = [parts = &m_parts, dialog = QPointer(this), preset] {
            LinkPresets(*parts).save(preset);
            if (dialog)
                dialog->fillPresets(preset.name);
        };
        m_toasts.show({.text = tr("Preset deleted · %1").arg(oneLine(name, longestName)), .actionText = tr("Undo"), .action = back, .takesBack = true});
    }
    fillPresets({});
}

void ParametersDialog::copy(LinkForm form, const QString &notice)
{
    copyLinkAs(form, link(), m_target.title);
    if (!m_target.ledgerId.isEmpty())
        m_parts.links.countCopy(m_target.ledgerId);
    tellCopied(m_parts, m_toasts, m_target.type, {.text = tr("%1 · %2", "what was copied, event type").arg(notice, oneLine(m_target.title))}, m_target.ownTimes);
    accept();
}
