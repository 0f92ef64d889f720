// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferencesdialog.h"

#include "appearance.h"
#include "dialogfit.h"
#include "heldactions.h"
#include "letterkeys.h"
#include "mainwindowparts.h"
#include "singlekeysdialog.h"
#include "ui_preferencesdialog.h"

namespace {

constexpr int drawnWidth = 460;

} // namespace

PreferencesDialog::PreferencesDialog(const MainWindowParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PreferencesDialog>())
    , m_parts(parts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    fillScheme();
    fillKeys();
    m_ui->hold->setChecked(parts.held.isOn());
    connect(m_ui->hold, &QCheckBox::toggled, &parts.held, &HeldActions::setOn);
    connect(&parts.held, &HeldActions::onChanged, m_ui->hold, &QCheckBox::setChecked);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    fit();
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &PreferencesDialog::fit, Qt::QueuedConnection);
}

void PreferencesDialog::fit()
{
    fitDialog(*this, drawnWidth);
}

void PreferencesDialog::fillScheme()
{
    m_ui->schemeLabel->setVisible(m_parts.appearance);
    m_ui->scheme->setVisible(m_parts.appearance);
    if (!m_parts.appearance)
        return;
    // As the wish is remembered: a word, and nothing where the system decides.
    m_ui->scheme->addItem(tr("As the system"), QVariant());
    m_ui->scheme->addItem(tr("Light"), darkWishAsVariant(false));
    m_ui->scheme->addItem(tr("Dark"), darkWishAsVariant(true));
    const std::optional<bool> dark = darkWishFrom(m_parts.remembered(darkWishKey()));
    m_ui->scheme->setCurrentIndex(!dark ? 0 : *dark ? 2 : 1);
    connect(m_ui->scheme, &QComboBox::activated, this, [this] {
        const QVariant wish = m_ui->scheme->currentData();
        m_parts.remember(darkWishKey(), wish);
        m_parts.appearance->setDark(darkWishFrom(wish));
    });
}

void PreferencesDialog::fillKeys()
{
    for (QWidget *part : {static_cast<QWidget *>(m_ui->keysLabel), static_cast<QWidget *>(m_ui->singleKeys), static_cast<QWidget *>(m_ui->keysHint),
                          static_cast<QWidget *>(m_ui->changeKeys)})
        part->setVisible(m_parts.letters);
    if (!m_parts.letters)
        return;
    LetterKeys &letters = *m_parts.letters;
    const auto present = [this, &letters] { m_ui->singleKeys->setChecked(letters.areOn()); };
    present();
    connect(m_ui->singleKeys, &QCheckBox::toggled, &letters, &LetterKeys::setOn);
    connect(&letters, &LetterKeys::changed, this, present);
    connect(m_ui->changeKeys, &QPushButton::clicked, this, [this, &letters] { (new SingleKeysDialog(letters, this))->open(); });
}
