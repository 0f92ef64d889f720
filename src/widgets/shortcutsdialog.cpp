// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutsdialog.h"

#include "actiontext.h"
#include "letterkeys.h"
#include "singlekeysdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace {

QTreeWidgetItem *addGroup(QTreeWidget &table, const QString &text)
{
    auto *group = new QTreeWidgetItem(&table, {text, QString()});
    QFont font = table.font();
    font.setWeight(QFont::DemiBold);
    group->setFont(0, font);
    group->setExpanded(true);
    return group;
}

/// `listed` gets the keys that stand there.
void addMenu(QTreeWidget &table, const QMenu &menu, QStringList &listed)
{
    QTreeWidgetItem *group = addGroup(table, plainActionText(*menu.menuAction()));
    for (const QAction *action : menu.actions()) {
        const QString keys = actionKeysText(*action);
        if (keys.isEmpty() || !action->isVisible())
            continue;
        group->addChild(new QTreeWidgetItem({plainActionText(*action).remove(QChar(0x2026)), keys}));
        listed += keys.split(QStringLiteral(", "));
    }
    if (group->childCount() == 0)
        delete group;
}

/// As they are now, below the menus; of the place where they act. None while they are off.
void addLetters(QTreeWidget &table, const LetterKeys &letters)
{
    QTreeWidgetItem *group = nullptr;
    const QList<LetterKey> all = LetterKeys::all();
    for (const LetterKey &letter : all) {
        const QKeySequence key = letters.acting(letter.id);
        if (key.isEmpty() || letter.everywhere) // that one stands with its menu's entry
            continue;
        const QString place = ShortcutsDialog::tr("Single keys: %1").arg(letter.place);
        if (!group || group->text(0) != place)
            group = addGroup(table, place);
        group->addChild(new QTreeWidgetItem({letter.text, key.toString(QKeySequence::NativeText)}));
    }
}

/// What the schedule's list and calendars do with keys that no menu has now: those `listed` are told already.
void addViewKeys(QTreeWidget &table, const QStringList &listed)
{
    struct Row
    {
        QString text;
        QList<QKeySequence> keys;
    };
    using Dialog = ShortcutsDialog;
    const QList<Row> rows{{Dialog::tr("Join the selected meeting"), {Qt::Key_Return}},
                          {Dialog::tr("Show or hide its card"), {Qt::Key_Space}},
                          {Dialog::tr("Select from here on"), {Qt::SHIFT | Qt::Key_Up, Qt::SHIFT | Qt::Key_Down}},
                          {Dialog::tr("Select one more, or one less"), {Qt::CTRL | Qt::Key_Space}},
                          {Dialog::tr("Go on and keep what is selected"), {Qt::CTRL | Qt::Key_Up, Qt::CTRL | Qt::Key_Down}},
                          {Dialog::tr("Select all that is shown"), {QKeySequence::SelectAll}},
                          {Dialog::tr("Clear the selection, or the search"), {Qt::Key_Escape}},
                          {Dialog::tr("Day and week: larger hours"), {Qt::CTRL | Qt::Key_Plus}},
                          {Dialog::tr("Day and week: smaller hours"), {Qt::CTRL | Qt::Key_Minus}},
                          {Dialog::tr("Day and week: usual hours"), {Qt::CTRL | Qt::Key_0}},
                          {Dialog::tr("Day and week: fold or unfold the early hours"), {Qt::ALT | Qt::Key_Up}},
                          {Dialog::tr("Day and week: fold or unfold the late hours"), {Qt::ALT | Qt::Key_Down}}};
    QTreeWidgetItem *group = addGroup(table, Dialog::tr("In the list and in the calendar"));
    for (const Row &row : rows) {
        QStringList keys;
        for (const QKeySequence &key : row.keys)
            keys.append(key.toString(QKeySequence::NativeText));
        if (!listed.contains(keys.first()))
            group->addChild(new QTreeWidgetItem({row.text, keys.join(QStringLiteral(", "))}));
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(LetterKeys *letters, QMainWindow &window) : QDialog(&window)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *table = new QTreeWidget(this);
    table->setObjectName(QStringLiteral("shortcuts"));
    table->setAccessibleName(windowTitle());
    table->setHeaderLabels({tr("What it does"), tr("Keys")});
    table->setRootIsDecorated(false);
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->header()->setStretchLastSection(false);
    const auto fill = [table, letters, &window] {
        table->clear();
        QStringList listed;
        for (const QAction *action : window.menuBar()->actions()) {
            if (action->menu() && action->isVisible())
                addMenu(*table, *action->menu(), listed);
        }
        addViewKeys(*table, listed);
        if (letters)
            addLetters(*table, *letters);
        table->setCurrentItem(table->topLevelItem(0));
    };
    fill();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    if (letters) {
        connect(letters, &LetterKeys::changed, this, fill);
        QPushButton *change = buttons->addButton(tr("C&hange single keys…"), QDialogButtonBox::ActionRole);
        change->setObjectName(QStringLiteral("changeKeys"));
        change->setAutoDefault(false);
        connect(change, &QPushButton::clicked, this, [this, letters] { (new SingleKeysDialog(*letters, this))->open(); });
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(table);
    column->addWidget(buttons);
    resize(QSize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 32).boundedTo(screen()->availableSize() * 9 / 10));
}
