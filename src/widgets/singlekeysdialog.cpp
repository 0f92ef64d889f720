// SPDX-License-Identifier: GPL-3.0-or-later
#include "singlekeysdialog.h"

#include "dialogfit.h"
#include "letterkeys.h"
#include "ui_singlekeysdialog.h"

#include <QHeaderView>
#include <QScreen>

#include <algorithm>

namespace {

constexpr int drawnWidth = 520;
constexpr int rowsShown = 14;
constexpr int keyColumn = 1;
constexpr int idRole = Qt::UserRole;

QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

} // namespace

SingleKeysDialog::SingleKeysDialog(LetterKeys &letters, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SingleKeysDialog>())
    , m_letters(letters)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->keys->header()->setStretchLastSection(false);
    m_ui->keys->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->keys->header()->setSectionResizeMode(keyColumn, QHeaderView::ResizeToContents);
    fill();
    connect(m_ui->on, &QCheckBox::toggled, &m_letters, &LetterKeys::setOn);
    connect(m_ui->keys, &QTreeWidget::currentItemChanged, this, &SingleKeysDialog::presentCurrent);
    connect(m_ui->keys, &QTreeWidget::itemActivated, m_ui->key, [this] { m_ui->key->setFocus(Qt::OtherFocusReason); });
    connect(m_ui->key, &KeyField::pressed, this, &SingleKeysDialog::choose);
    connect(m_ui->none, &QPushButton::clicked, this, [this] { choose({}); });
    connect(m_ui->usual, &QPushButton::clicked, this, [this] {
        for (const LetterKey &letter : LetterKeys::all()) {
            if (letter.id == currentId())
                choose(letter.usual);
        }
    });
    connect(m_ui->allUsual, &QPushButton::clicked, &m_letters, &LetterKeys::makeUsual);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_letters, &LetterKeys::changed, this, &SingleKeysDialog::present);
    present();
    m_ui->keys->setCurrentItem(m_ui->keys->topLevelItem(0)->child(0));
    fit();
    m_ui->keys->setFocus();
}

SingleKeysDialog::~SingleKeysDialog() = default;

void SingleKeysDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &SingleKeysDialog::fit, Qt::QueuedConnection);
}

void SingleKeysDialog::fill()
{
    QTreeWidgetItem *place = nullptr;
    const QList<LetterKey> letters = LetterKeys::all();
    for (const LetterKey &letter : letters) {
        if (!place || place->text(0) != letter.place) {
            place = new QTreeWidgetItem(m_ui->keys, {letter.place});
            place->setFlags(Qt::ItemIsEnabled);
            place->setFirstColumnSpanned(true);
            QFont font = m_ui->keys->font();
            font.setWeight(QFont::DemiBold);
            place->setFont(0, font);
        }
        auto *item = new QTreeWidgetItem(place, {letter.text});
        item->setData(0, idRole, letter.id);
        m_items.insert(letter.id, item);
    }
    m_ui->keys->expandAll();
}

void SingleKeysDialog::fit()
{
    m_ui->keys->setMinimumHeight(0);
    fitDialog(*this, drawnWidth);
    const int wanted = height() - m_ui->keys->height() + rowsShown * std::max(1, m_ui->keys->sizeHintForRow(0));
    resize(width(), std::max(height(), std::min(wanted, screen()->availableSize().height() * 9 / 10)));
}

void SingleKeysDialog::present()
{
    for (auto item = m_items.cbegin(); item != m_items.cend(); ++item)
        item.value()->setText(keyColumn, keyText(m_letters.key(item.key())));
    m_ui->on->setChecked(m_letters.areOn());
    m_ui->allUsual->setEnabled(!m_letters.areUsual());
    presentCurrent();
}

void SingleKeysDialog::presentCurrent()
{
    const QString id = currentId();
    for (QWidget *part : {static_cast<QWidget *>(m_ui->key), static_cast<QWidget *>(m_ui->none), static_cast<QWidget *>(m_ui->usual)})
        part->setEnabled(!id.isEmpty());
    m_ui->key->setKey(id.isEmpty() ? QKeySequence() : m_letters.key(id));
    m_ui->hint->setText(m_letters.areOn() ? tr("Press the key that you want while the field has the focus.")
                                          : tr("All single keys are off. What you choose here holds once they are on again."));
}

void SingleKeysDialog::choose(const QKeySequence &key)
{
    const QString id = currentId();
    if (id.isEmpty())
        return;
    if (const std::optional<LetterKey> holder = m_letters.holder(key, id)) {
        m_ui->hint->setText(tr("%1 means “%2” here. Choose another key, or take it away there first.").arg(keyText(key), holder->text));
        return makeRoom(*this);
    }
    m_letters.setKey(id, key);
}

QString SingleKeysDialog::currentId() const
{
    const QTreeWidgetItem *item = m_ui->keys->currentItem();
    return item ? item->data(0, idRole).toString() : QString();
}
