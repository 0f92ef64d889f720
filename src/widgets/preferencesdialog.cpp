// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferencesdialog.h"

#include "appearance.h"
#include "confirmation.h"
#include "dialogfit.h"
#include "heldactions.h"
#include "letterkeys.h"
#include "mainwindowparts.h"
#include "placeopening.h"
#include "retention.h"
#include "singlekeysdialog.h"
#include "ui_preferencesdialog.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace {

constexpr int drawnWidth = 460;

void setShown(std::initializer_list<QWidget *> parts, bool visible)
{
    for (QWidget *part : parts)
        part->setVisible(visible);
}

} // namespace

PreferencesDialog::PreferencesDialog(const MainWindowParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PreferencesDialog>())
    , m_parts(parts)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    fillScheme();
    fillJoining();
    fillKept();
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
    setShown({m_ui->schemeLabel, m_ui->scheme}, m_parts.appearance);
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

void PreferencesDialog::fillJoining()
{
    const auto fill = [this](ChoiceBox &box, JoinProgram program, const QString &own) {
        box.addItem(tr("In the browser"));
        box.addItem(own);
        box.setCurrentIndex(joinsInProgram(program, m_parts) ? 1 : 0);
        connect(&box, &QComboBox::activated, this, [this, program](int chosen) { setJoinsInProgram(program, chosen == 1, m_parts); });
    };
    fill(*m_ui->zoom, JoinProgram::Zoom, tr("In Zoom’s own program"));
    fill(*m_ui->teams, JoinProgram::Teams, tr("In the Teams program"));
}

void PreferencesDialog::fillKept()
{
    setShown({m_ui->keepLabel, m_ui->keep, m_ui->keepHint}, m_parts.retention);
    if (!m_parts.retention)
        return;
    // The longest first: a key pressed once too often is to forget the least.
    QList<int> choices = Retention::choices();
    std::sort(choices.begin(), choices.end(), [](int a, int b) { return b != 0 && (a == 0 || a > b); });
    for (const int months : std::as_const(choices))
        m_ui->keep->addItem(months == 0 ? tr("All of them") : tr("For %n months after they ended", nullptr, months), months);
    const auto present = [this] { m_ui->keep->setCurrentIndex(m_ui->keep->findData(m_parts.retention->months())); };
    present();
    connect(m_parts.retention, &Retention::changed, this, present);
    connect(m_ui->keep, &QComboBox::activated, this, &PreferencesDialog::chooseKept);
}

/// What is read again from Calendly comes back with a longer time, but not what only this computer saw of it.
void PreferencesDialog::chooseKept()
{
    Retention &retention = *m_parts.retention;
    const int before = retention.months();
    const int months = m_ui->keep->currentData().toInt();
    if (months == 0 || (before != 0 && months >= before))
        return retention.setMonths(months);
    m_ui->keep->setCurrentIndex(m_ui->keep->findData(before));
    confirm({.objectName = QStringLiteral("forgetQuestion"),
             .title = tr("Keep meetings for a shorter time"),
             .question = tr("Remove meetings from this computer that ended more than %n months ago?", nullptr, months),
             .consequences = tr("In all accounts of this profile. What Sundial saw change in them is lost for good; the meetings themselves stay at Calendly and "
                                "come back when you choose a longer time, those of the last two years by themselves."),
             .act = tr("Remove"),
             .keep = tr("Keep them")},
            m_parts.account, this, [this, months] { m_parts.retention->setMonths(months); });
}

void PreferencesDialog::fillKeys()
{
    setShown({m_ui->keysLabel, m_ui->singleKeys, m_ui->keysHint, m_ui->changeKeys}, m_parts.letters);
    if (!m_parts.letters)
        return;
    LetterKeys &letters = *m_parts.letters;
    const auto present = [this, &letters] { m_ui->singleKeys->setChecked(letters.areOn()); };
    present();
    connect(m_ui->singleKeys, &QCheckBox::toggled, &letters, &LetterKeys::setOn);
    connect(&letters, &LetterKeys::changed, this, present);
    connect(m_ui->changeKeys, &QPushButton::clicked, this, [this, &letters] { (new SingleKeysDialog(letters, this))->open(); });
}
